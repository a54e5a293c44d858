import { inspectFile } from "../../../inspect/inspection.ts";
import type { JudgedText } from "../../../inspect/kinds/options.ts";
import { inspectTable } from "../../../inspect/kinds/table.ts";
import { leftAfter, titlesOfClean } from "../../../inspect/reread.ts";
import type { Finding } from "../../../model/reports/finding.ts";
import type { Inspection } from "../../../model/reports/inspection.ts";
import type { Repair, TableReport } from "../../../model/table.ts";
import { structureSchema } from "../../../schemas/data/structure-schema.ts";
import type { TableSchema } from "../../../schemas/data/table-schema.ts";
import { cleanSource } from "../../../table/clean.ts";
import type { ByteSource } from "../../../table/scan/encoding.ts";
import { applyEdits, type EditedTable, type OriginalTable } from "../core/apply-edits.ts";
import type { Edit, Replacement } from "../core/edits.ts";
import { replacerOf } from "../core/replace.ts";
import { openPacked, type PackedTable } from "../core/table-text.ts";
import { editedBytes } from "./edited-bytes.ts";
import { findRows } from "./find-cells.ts";
import type { AllRows, Cleaned, Judged, JudgeOptions, OpenedTable, Preview } from "./judged.ts";
import { notesLeft } from "./notes-left.ts";
import { joinParts, packRows } from "./pack-rows.ts";
import { placeFindings, tallyOf } from "./place-findings.ts";

/** Samples of a replacement that are shown. */
const previewed = 5;

/** Lets other questions come in, and throws where a newer judging has begun. */
export type Breathe = () => Promise<void>;

/** A file whose rows are held here, to be judged again with each list of edits. */
type Held = {
  file: string;
  options: JudgeOptions;
  packed: PackedTable;
  original: OriginalTable;
  text: JudgedText;
  /** What was found in the file as it came. */
  first: Inspection;
  /** What an edited text cannot tell any more: of the book around the sheet, of how the file was written. */
  beside: Finding[];
};

/** A table as it was judged last. */
type Last = {
  edited: EditedTable;
  inspection: Inspection;
  clean(onPart: (text: string) => void, breathe: Breathe): Promise<Repair[]>;
};

/** How the rows above the data of a report name its columns. */
function namingOf(
  report: TableReport,
): Pick<OriginalTable, "header" | "naming" | "machineNames" | "names"> {
  const naming = report.header.flatMap((kind, row) =>
    kind === "title" || kind === "blank" ? [] : [row],
  );
  const machineNames = report.header.indexOf("names");
  return {
    header: report.header.length,
    naming,
    ...(machineNames === -1 ? {} : { machineNames }),
    names: report.columns.map(({ name, field }) => (naming.length === 0 ? field : name)),
  };
}

/** How the file was written and whether it was cut: cells cannot tell. Quotes and the like are gone with the first edit. */
const isOfFile = ({ rule, severity }: Finding): boolean =>
  rule === "file-whole" || (rule === "table-readable" && severity === "warning");

/** What was found in a file and is not told by its cells. */
function besideCells(all: readonly Finding[], { inspection }: JudgedText): Finding[] {
  const ofText = new Set(inspection.findings);
  return all.filter((finding) => !ofText.has(finding) || isOfFile(finding));
}

/** What the table is held to: an official structure, or what its set's passport promises. */
const heldTo = ({ structure, schema }: JudgeOptions): TableSchema | undefined =>
  structure === undefined ? schema : structureSchema(structure);

function judgedOf(
  inspection: Inspection,
  edited: Pick<EditedTable, "rowAt">,
  options: JudgeOptions,
): Judged {
  const { clean: _, ...rest } = inspection;
  const schema = heldTo(options);
  return {
    inspection: rest,
    findings: placeFindings(inspection.findings, inspection.report, edited),
    columns: (inspection.report?.columns ?? []).map(({ name, field, title, type, declared }) => ({
      name,
      field,
      ...(title === undefined ? {} : { title }),
      type,
      declared,
    })),
    ...(schema ? { fields: schema.fields.map(({ name, title }) => ({ name, title })) } : {}),
  };
}

/** Bytes as a source that lets other questions in while it is read, and ends with the question it is for. */
const pacedSource = (bytes: Uint8Array, breathe: Breathe): ByteSource => ({
  byteLength: bytes.length,
  async read(from, to) {
    await breathe();
    return bytes.subarray(from, to);
  },
});

/** All rows of the findings whose report names only the first. */
async function allRows(
  { edited, inspection, options }: Last & Pick<Held, "options">,
  breathe: Breathe,
): Promise<AllRows[]> {
  const { report, findings } = inspection;
  if (!report) return [];
  const wanted = findings.flatMap((finding, index) => {
    const tally = tallyOf(finding, report);
    const isMore = tally && tally.tallied.count > tally.tallied.first.length;
    return tally && isMore && !("personal" in tally) ? [{ index, tally }] : [];
  });
  const fields = heldTo(options)?.fields ?? [];
  const found = await findRows(
    wanted.map(({ tally }) => tally),
    report,
    edited,
    {
      fieldOf: ({ field, declared }) =>
        declared ? fields.find(({ name }) => name === field) : undefined,
      territory: options.territory ?? { places: new Set() },
      breathe,
    },
  );
  return wanted.flatMap(({ index, tally }) => {
    const rows = found.get(tally);
    return rows ? [{ finding: index, rows }] : [];
  });
}

function previewOf(edited: EditedTable, column: number, replacement: Replacement): Preview {
  const replaced = replacerOf(replacement);
  const seen: Preview = { count: 0, first: [] };
  for (let place = 0; place < edited.count; place++) {
    const row = edited.rowAt(place);
    if (row < edited.original.header) continue;
    const before = edited.cell(row, column);
    const after = replaced(before);
    if (after === before) continue;
    if (seen.count++ < previewed) seen.first.push({ row, before, after });
  }
  return seen;
}

/** Judges one table again and again: the same reading and the same rules as /check/, over the table as it is edited. */
export function createJudging() {
  let held: Held | undefined;
  let last: Last | undefined;

  function opened(): Held & Last {
    if (!held || !last) throw new Error("No table is open.");
    return { ...held, ...last };
  }

  /** Reads a file; where it was read to its end its rows are held, and given to be shown. */
  async function open(
    file: string,
    source: ByteSource,
    options: JudgeOptions,
    breathe: Breathe,
  ): Promise<OpenedTable> {
    held = undefined;
    last = undefined;
    let text: JudgedText | undefined;
    const inspection = await inspectFile(file, source, {
      ...options,
      onText(judged) {
        text = judged;
      },
    });
    const { report, clean: cleanFile } = inspection;
    const asItCame = { rowAt: (place: number) => place };
    if (!text || !report || !cleanFile) return judgedOf(inspection, asItCame, options);
    const packed = await packRows(text.source, report, breathe);
    const naming = namingOf(report);
    const original = { ...openPacked(packed), ...naming };
    const beside = besideCells(inspection.findings, text);
    held = { file, options, packed, original, text, first: inspection, beside };
    last = { edited: applyEdits(original, []), inspection, clean: cleanFile };
    return { ...judgedOf(inspection, asItCame, options), table: { ...packed, ...naming } };
  }

  /** Judges the table with these edits; `structure` as it is asked for now. */
  async function judge(
    edits: readonly Edit[],
    structure: string | undefined,
    breathe: Breathe,
  ): Promise<Judged> {
    const { file, packed, original, text, first, beside, options } = opened();
    const edited = applyEdits(original, edits);
    const bytes = await editedBytes(packed, edited, breathe);
    const { structure: _, ...rest } = options;
    const judgedWith = { ...rest, ...(structure === undefined ? {} : { structure }) };
    const source = pacedSource(bytes, breathe);
    const notes = text.made?.notes && { notes: notesLeft(text.made.notes, edited) };
    const found = await inspectTable(file, source, judgedWith, { ...text.made, ...notes });
    const { report } = found;
    const inspection: Inspection = {
      ...found,
      format: first.format,
      sheets: first.sheets,
      findings: [...beside, ...found.findings.filter((finding) => !isOfFile(finding))],
      beside: [...beside, ...found.beside.filter((finding) => !isOfFile(finding))],
    };
    if (held) held = { ...held, options: judgedWith };
    last = {
      edited,
      inspection,
      clean: async (onPart, breatheNow) =>
        report ? cleanSource(pacedSource(bytes, breatheNow), report, onPart) : [],
    };
    return judgedOf(inspection, edited, judgedWith);
  }

  /** Of findings whose report names the first cells only, all rows: by the finding's place in the list. */
  const places = (breathe: Breathe): Promise<AllRows[]> => allRows(opened(), breathe);

  /** What a replacement would do, before it is done. */
  const preview = (edits: readonly Edit[], column: number, replacement: Replacement): Preview =>
    previewOf(applyEdits(opened().original, edits), column, replacement);

  /** The clean table of what was judged last. */
  async function clean(breathe: Breathe): Promise<Cleaned> {
    const { file, inspection, options, clean: cleanLast } = opened();
    const encoder = new TextEncoder();
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const repairs = await cleanLast((part) => parts.push(encoder.encode(part)), breathe);
    const { bytes } = joinParts(parts);
    const left = await leftAfter(inspection, repairs, () =>
      inspectFile(file, pacedSource(bytes, breathe), {
        ...options,
        titles: titlesOfClean(inspection),
      }),
    );
    return { clean: new Blob([bytes], { type: "text/csv" }), repairs, left };
  }

  return { open, judge, places, preview, clean };
}
