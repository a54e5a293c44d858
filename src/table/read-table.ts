import type { Row, TableProblem, TableReport } from "../model/table.ts";
import type { Field } from "../schemas/table-schema.ts";
import { firstBadLine, joined } from "./bytes.ts";
import { createColumn } from "./column.ts";
import { detectSeparators, firstRecords } from "./dialect.ts";
import {
  type ByteSource,
  detectEncoding,
  type Encoding,
  partSize,
  sampleSize,
} from "./encoding.ts";
import { declaredFields, publishedLayout, titlesOf } from "./header.ts";
import { findImpostor, isConflictMark } from "./impostor.ts";
import { detectLayout, firstRowLayout, type Layout } from "./layout.ts";
import { besideNames, isPersonalText } from "./personal.ts";
import {
  createRecordScanner,
  type RecordScanner,
  type RecordView,
  type Separators,
} from "./records.ts";
import { areSwapped, type Territory } from "./role-marks.ts";
import { createRows } from "./rows.ts";
import { veilAll, veilColumn } from "./veil.ts";

export type ReadOptions = {
  /** Columns the structure promises; without it types are read off the cells. */
  fields?: readonly Field[];
  missingValues?: readonly string[];
  territory?: Territory;
  /**
   * `published`: a file of the portal — UTF-8, comma, one header row; what differs is a problem.
   * `any`: a file as a clerk has it; the engine finds out how it is written.
   */
  form: "published" | "any";
  /** Known before the reading: of a workbook, or after a first reading failed. */
  encoding?: Encoding;
  separators?: Separators;
  /** Folded titles of official structures: a row that holds them is a header. */
  knownTitles?: ReadonlySet<string>;
  /** Titles of columns, by name, that are not in the file: of the table it was made of. */
  titles?: ReadonlyMap<string, string>;
  /** The first record is the header: nothing is to be found out. */
  firstRowIsHeader?: boolean;
};

export type TableReader = { write(bytes: Uint8Array): void; end(): TableReport };

/** Bytes of a line kept back so that parts end where lines do. */
const longestHeld = 1 << 20;
const longestHeader = 1 << 23;
/** Columns that are read: a table of people has tens, a matrix hundreds; beyond lies a table lying on its side. */
const mostColumns = 5000;
const nowhere: Territory = { places: new Set() };

/** Bytes in parts → what a table holds and what is wrong with it, in one pass and bounded memory. */
export function createTableReader(options: ReadOptions): TableReader {
  const published = options.form === "published";
  const problems: TableProblem[] = [];
  let held: Uint8Array[] = [];
  let heldLength = 0;
  let started: Started | undefined;
  let stopped = false;

  type Started = {
    encoding: Encoding;
    separators: Separators;
    layout: Layout;
    decoder: TextDecoder;
    scanner: RecordScanner;
    finish(endsLine: boolean): TableReport;
  };

  const start = (bytes: Uint8Array, whole: boolean): void => {
    const impostor = findImpostor(bytes);
    if (impostor) {
      problems.push(impostor);
      stopped = true;
      return;
    }
    const encoding = options.encoding ?? detectEncoding(bytes, whole);
    const sampleText = new TextDecoder(encoding.name).decode(bytes, { stream: !whole });
    if (sampleText.trim() === "") {
      problems.push({ kind: bytes.length === 0 ? "empty" : "blank" });
      stopped = true;
      return;
    }
    if (published && encoding.name !== "utf-8") {
      problems.push({ kind: "not-utf8", line: firstBadLine(bytes) });
      stopped = true;
      return;
    }
    const lastBreak = sampleText.lastIndexOf("\n");
    const sample = whole || lastBreak === -1 ? sampleText : sampleText.slice(0, lastBreak + 1);
    const found = options.separators ?? detectSeparators(sample);
    const first = firstRecords(sample, published ? { delimiter: ",", newline: "\n" } : found, 61);
    if (
      published &&
      found.delimiter !== "," &&
      (first[0]?.length ?? 0) === 1 &&
      first[0]?.[0]?.includes(found.delimiter)
    ) {
      problems.push({ kind: "delimiter", found: found.delimiter });
      stopped = true;
      return;
    }
    const separators: Separators = published ? { delimiter: ",", newline: "\n" } : found;
    const layout = published
      ? publishedLayout(first, options)
      : options.firstRowIsHeader
        ? firstRowLayout(first[0] ?? [])
        : detectLayout(first.slice(0, 60), titlesOf(options));
    if (layout.names.length > mostColumns) {
      problems.push({ kind: "wide", columns: layout.names.length });
      stopped = true;
      return;
    }
    started = begin(encoding, separators, layout, options, problems, namedAbove(first, layout));
  };

  let endsLine = true;
  let rest: Uint8Array = new Uint8Array();
  const pass = (bytes: Uint8Array, last: boolean): void => {
    if (!started || stopped) return;
    const { decoder, encoding, separators, scanner } = started;
    // Cut at a line break, the text of a part is one flat string: scanned a quarter faster than a joined one.
    const wide = encoding.name.startsWith("utf-16");
    const cut =
      last || wide || rest.length > longestHeld
        ? bytes.length
        : bytes.lastIndexOf(separators.newline.charCodeAt(0)) + 1;
    const whole =
      cut > 0 && rest.length > 0 ? joined([rest, bytes.subarray(0, cut)]) : bytes.subarray(0, cut);
    const left = bytes.subarray(cut);
    rest = cut > 0 ? new Uint8Array(left) : joined([rest, new Uint8Array(left)]);
    if (whole.length === 0 && !last) return;
    let text: string;
    try {
      text = decoder.decode(whole, { stream: !last });
    } catch {
      problems.push({ kind: "not-utf8", line: scanner.line() + firstBadLine(whole) - 1 });
      stopped = true;
      return;
    }
    if (text === "") return;
    endsLine = /[\n\r]$/.test(text);
    scanner.write(text);
  };
  return {
    write(bytes) {
      if (stopped) return;
      if (started) {
        pass(bytes, false);
        return;
      }
      held.push(bytes);
      heldLength += bytes.length;
      if (heldLength < sampleSize) return;
      // A header longer than the sample is waited for.
      const all = joined(held);
      held = [all];
      if (!all.includes(10) && !all.includes(13) && heldLength < longestHeader) return;
      held = [];
      start(all.subarray(0, Math.max(sampleSize, all.indexOf(10) + 1)), false);
      pass(all, false);
    },
    end() {
      if (!started && !stopped) {
        const all = joined(held);
        start(all, true);
        pass(all, true);
      } else pass(new Uint8Array(), true);
      started?.scanner.end();
      return started?.finish(endsLine) ?? emptyReport(problems);
    },
  };
}

function begin(
  encoding: Encoding,
  separators: Separators,
  layout: Layout,
  options: ReadOptions,
  problems: TableProblem[],
  named: NonNullable<TableReport["named"]>,
) {
  const width = layout.names.length;
  const declared = declaredFields(layout, options.fields);
  const columns = layout.names.map((name, index) => {
    const title = layout.titles[index] ?? options.titles?.get(name);
    const field = declared[index];
    return createColumn({
      name,
      field: field?.name ?? layout.fields[index] ?? name,
      ...(title === undefined ? {} : { title }),
      ...(field ? { declared: field } : {}),
      missingValues: options.missingValues ?? ["", "null"],
      territory: options.territory ?? nowhere,
      columns: width,
    });
  });
  const rows = createRows(layout);
  const onRecord = (record: RecordView) => {
    if (!rows.take(record)) return;
    if (isConflict(record) && !problems.some(({ kind }) => kind === "forbidden-bytes"))
      problems.push({ kind: "forbidden-bytes", line: record.line, what: "conflict" });
    for (let index = 0; index < Math.min(record.count, width); index++)
      columns[index]?.take(record, index);
  };
  const scanner = createRecordScanner(separators, onRecord, ({ kind, line }) =>
    problems.push({ kind: "syntax", line, reason: kind }),
  );
  return {
    encoding,
    separators,
    layout,
    decoder: new TextDecoder(encoding.name, { fatal: true }),
    scanner,
    finish: (endsLine: boolean): TableReport => {
      const reports = besideNames(columns.map((column, index) => column.report(index))).map(
        veilColumn,
      );
      return {
        encoding,
        separators,
        header: layout.rows,
        ...rows.report(endsLine),
        columns: reports,
        ...(named.length > 0 ? { named } : {}),
        problems,
        swapped: areSwapped(reports, options.territory?.box),
      };
    },
  };
}

/** Of the first cells of all rows one in a million begins so. */
const isConflict = (record: RecordView): boolean =>
  "<=>".includes(String.fromCharCode(record.code(0))) && isConflictMark(record.cell(0));

/** People in the rows above the data. Several among the names of columns are candidates, and the law publishes them. */
function namedAbove(
  first: readonly (readonly string[])[],
  { rows }: Layout,
): NonNullable<TableReport["named"]> {
  return rows.flatMap((kind, index) => {
    const where = kind === "title" ? ("title" as const) : ("header" as const);
    const found = (first[index] ?? []).filter(isPersonalText);
    return found.length === 0 || (where === "header" && found.length > 1)
      ? []
      : [
          {
            where,
            line: index + 1,
            record: index + 1,
            value: veilAll((found[0] ?? "").slice(0, 80)),
          },
        ];
  });
}

const emptyReport = (problems: TableProblem[]): TableReport => ({
  encoding: { name: "utf-8", sure: "certain", mark: false },
  separators: { delimiter: ",", newline: "\n" },
  header: [],
  rows: 0,
  columns: [],
  problems,
  ragged: { count: 0, first: [] },
  blank: { count: 0, first: [] },
  repeated: { count: 0, first: [] },
  totals: { count: 0, first: [] },
  groups: { count: 0, first: [] },
  footers: { count: 0, first: [] },
  headings: { count: 0, first: [] },
  others: [],
  unnamed: 0,
  truncated: undefined,
  swapped: false,
});

/** The whole of some bytes at once. */
export function readTable(bytes: Uint8Array, options: ReadOptions): TableReport {
  const reader = createTableReader(options);
  // In parts, so that the text of a large file is never one string.
  for (let at = 0; at < bytes.length; at += partSize)
    reader.write(bytes.subarray(at, at + partSize));
  return reader.end();
}

/** The records of data of a published file whose report is known, every cell as text. */
export function readRows(bytes: Uint8Array, { header, separators }: TableReport): Row[] {
  const rows: Row[] = [];
  const scanner = createRecordScanner(
    separators as Separators,
    (record) => {
      if (record.number <= header.length) return;
      const cells = Array.from({ length: record.count }, (_, index) => record.cell(index));
      if (cells.some((cell) => cell !== "")) rows.push({ line: record.line, cells });
    },
    () => {},
  );
  scanner.write(new TextDecoder().decode(bytes));
  scanner.end();
  return rows;
}

/** A source of any size, part by part; a file that begins in ASCII and goes on in Windows-1251 is read again. */
export async function readTableSource(
  source: ByteSource,
  options: ReadOptions,
): Promise<TableReport> {
  const reader = createTableReader(options);
  let ascii = true;
  for (let at = 0; at < source.byteLength; at += partSize) {
    const bytes = await source.read(at, Math.min(at + partSize, source.byteLength));
    if (ascii && options.form === "any" && !options.encoding && at > 0) {
      const encoding = detectEncoding(bytes, false);
      if (encoding.name !== "utf-8") return readTableSource(source, { ...options, encoding });
    }
    ascii &&= bytes.every((byte) => byte < 128);
    // A source may give the same buffer again: the reader keeps the beginning.
    reader.write(at < sampleSize ? new Uint8Array(bytes) : bytes);
  }
  return reader.end();
}
