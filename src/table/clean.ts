import { csvLine } from "../model/csv.ts";
import { columnLetter, type Repair, type TableReport } from "../model/table.ts";
import { delimiterWords, encodingWords, rowWords } from "../vocabularies/table-words.ts";
import { type Mend, mendsOf } from "./mends.ts";
import { veilOf } from "./people/veil.ts";
import { type ByteSource, partSize } from "./scan/encoding.ts";
import { createRecordScanner, type RecordView } from "./scan/records.ts";

type Cleaner = {
  repairs(): Repair[];
  /** Records in parts of text; every part is clean CSV: UTF-8, comma, LF. */
  write(text: string): void;
  end(): void;
};

const shownRepairs = 3;
/** A value in a repair's example; of a long one the end, where a stray space or sign most often is. */
const shown = (text: string, veiled: (text: string) => string): string => {
  const open = veiled(text.slice(-200));
  return open.length > 40 ? `…${open.slice(-38)}` : open;
};
/** What was mended, by rule: how often, and the first examples. */
function createRepairs() {
  const repairs = new Map<string, Repair>();
  return {
    note(rule: string, example: string) {
      const found = repairs.get(rule) ?? { rule, count: 0, examples: [] };
      found.count++;
      if (found.examples.length < shownRepairs && !found.examples.includes(example))
        found.examples.push(example);
      repairs.set(rule, found);
    },
    all: (): Repair[] => [...repairs.values()],
  };
}
type Repairs = ReturnType<typeof createRepairs>;

/** A file that programs cannot read as it is: its encoding, what parts its cells and rows. */
function noteFile({ encoding, separators, problems }: TableReport, repairs: Repairs): void {
  const note = (example: string) => repairs.note("table-readable", example);
  const { name, mark } = encoding;
  const { delimiter, newline } = separators;
  if (name !== "utf-8") note(`кодування ${encodingWords[name]} → UTF-8`);
  if (mark) note("вилучено позначку BOM на початку");
  if (delimiter !== ",") note(`${delimiterWords[delimiter]?.name} → кома між колонками`);
  if (newline !== "\n") note("кінці рядків CR → LF");
  if (problems.some((problem) => problem.kind === "syntax" && problem.reason === "stray-quote"))
    note("комірки з лапками всередині взято в лапки");
}

/** Columns and rows of the header that go, and names that become names for programs. */
function noteHeader({ columns, header }: TableReport, used: boolean[], repairs: Repairs): void {
  const unused = used.flatMap((is, index) => (is ? [] : [columnLetter(index)]));
  if (unused.length > 0)
    repairs.note("header-clean", `вилучено порожні колонки без назви: ${unused.join(", ")}`);
  columns.forEach(({ name, field }, index) => {
    if (used[index] && name !== field)
      repairs.note("header-clean", `${name || `колонка ${index + 1}`} → ${field}`);
  });
  const named = header.filter((kind) => kind === "names" || kind === "header").length;
  if (named > 1 || named < header.length)
    repairs.note(
      "header-rows",
      `лишено один рядок назв із: ${header.map((kind) => rowWords[kind]).join(", ")}`,
    );
}

type Column = { isUsed: boolean; mends: Mend[]; veiled: (text: string) => string };

/** A cell's text, mended in all the ways its column needs. */
function mendCell(text: string, { mends, veiled }: Column, repairs: Repairs): string {
  let value = text;
  for (const { rule, mend } of mends) {
    const mended = mend(value);
    if (mended === undefined || mended === value) continue;
    repairs.note(rule, `${shown(value, veiled)} → ${shown(mended, veiled) || "порожньо"}`);
    value = mended;
  }
  return value;
}

/** How many cells a record has, up to the last one that is filled. */
function filledLength(record: RecordView): number {
  let last = record.count;
  while (last > 0 && (record.lengths[last - 1] ?? 0) === 0) last--;
  return last;
}

/**
 * Cells of a record that are written, mended. Those beyond the header are kept: the report asks where they belong,
 * and what a column without a name is; `width` is how many of them every row has.
 */
function cleanCells(
  record: RecordView,
  columns: readonly Column[],
  width: number,
  repairs: Repairs,
): string[] {
  const cells: string[] = [];
  const end = Math.max(filledLength(record), width);
  for (let index = 0; index < record.count; index++) {
    const column = columns[index];
    if (!column) {
      if (index < end) cells.push(record.cell(index));
    } else if (column.isUsed) cells.push(mendCell(record.cell(index), column, repairs));
  }
  return cells;
}

/**
 * A table that was read, read again → clean CSV. Only what the report found and what has one right answer is mended;
 * blank rows and columns that are wholly empty and nameless go, everything else stays, even where it is doubtful.
 */
function createCleaner(report: TableReport, onText: (text: string) => void): Cleaner {
  const columns = report.columns.map((column): Column => {
    const { name, profile } = column;
    return {
      isUsed: name.trim() !== "" || profile.count > profile.missing,
      mends: mendsOf(column),
      veiled: veilOf(column),
    };
  });
  const used = columns.map(({ isUsed }) => isUsed);
  const width = columns.length + report.unnamed;
  const repairs = createRepairs();
  noteFile(report, repairs);
  noteHeader(report, used, repairs);
  let ready = csvLine(report.columns.flatMap(({ field }, index) => (used[index] ? [field] : [])));
  const flush = () => {
    if (ready !== "") onText(ready);
    ready = "";
  };

  const onRecord = (record: RecordView) => {
    if (record.number <= report.header.length) return;
    if (filledLength(record) === 0) {
      repairs.note("rows-rectangular", `рядок ${record.number} порожній`);
      return;
    }
    const cells = cleanCells(record, columns, width, repairs);
    if (cells.every((cell) => cell === "")) {
      repairs.note("rows-rectangular", `рядок ${record.number} не має значень`);
      return;
    }
    ready += csvLine(cells);
    if (ready.length > partSize) flush();
  };
  const scanner = createRecordScanner(
    report.separators as { delimiter: string; newline: "\n" | "\r" },
    onRecord,
    () => {},
  );
  return {
    repairs: repairs.all,
    write: (text) => scanner.write(text),
    end() {
      scanner.end();
      flush();
    },
  };
}

/** The whole of a source, cleaned: parts of text to `onText`, repairs as the answer. */
export async function cleanSource(
  source: ByteSource,
  report: TableReport,
  onText: (text: string) => void,
): Promise<Repair[]> {
  const cleaner = createCleaner(report, onText);
  const decoder = new TextDecoder(report.encoding.name, { fatal: true });
  for (let at = 0; at < source.byteLength; at += partSize) {
    const bytes = await source.read(at, Math.min(at + partSize, source.byteLength));
    cleaner.write(decoder.decode(bytes, { stream: true }));
  }
  cleaner.write(decoder.decode());
  cleaner.end();
  return cleaner.repairs();
}
