import type { Row, TableProblem, TableReport } from "../model/table.ts";
import { nothingMet } from "./column/spots.ts";
import { type FileStart, readStart } from "./file-start.ts";
import type { ReadOptions } from "./read-options.ts";
import { firstBadLine, joined } from "./scan/bytes.ts";
import { type ByteSource, detectEncoding, partSize, sampleSize } from "./scan/encoding.ts";
import { readPlainLines } from "./scan/plain-lines.ts";
import { createRecordScanner, type Separators } from "./scan/records.ts";
import { createTableBody } from "./table-body.ts";

export type { ReadOptions } from "./read-options.ts";

export type TableReader = { write(bytes: Uint8Array): void; end(): TableReport };

/** Bytes of a line kept back so that parts end where lines do. */
const longestHeld = 1 << 20;
const longestHeader = 1 << 23;

/** The bytes of a file whose start is known, in parts → its table. `problems` are those met so far. */
function createBodyReader(start: FileStart, options: ReadOptions, problems: TableProblem[]) {
  const { encoding, separators } = start;
  const body = createTableBody(start, options, problems);
  const decoder = new TextDecoder(encoding.name, { fatal: true });
  const lineEnd = separators.newline.charCodeAt(0);
  const isWide = encoding.name.startsWith("utf-16");
  let rest: Uint8Array = new Uint8Array();
  let endsLine = true;
  let stopped = false;

  /** The bytes to be read now. Cut at a line break, the text of a part is one flat string: scanned a quarter faster than a joined one. */
  const wholeLines = (bytes: Uint8Array, last: boolean): Uint8Array => {
    // A last line may end without a break: nothing is kept back then.
    if (last) return joined([rest, bytes]);
    const isUncut = isWide || rest.length > longestHeld;
    const cut = isUncut ? bytes.length : bytes.lastIndexOf(lineEnd) + 1;
    const lines = bytes.subarray(0, cut);
    const left = new Uint8Array(bytes.subarray(cut));
    const before = rest;
    rest = cut > 0 ? left : joined([before, left]);
    return cut > 0 && before.length > 0 ? joined([before, lines]) : lines;
  };
  return {
    write(bytes: Uint8Array, last: boolean) {
      if (stopped) return;
      const lines = wholeLines(bytes, last);
      if (lines.length === 0 && !last) return;
      let text: string;
      try {
        text = decoder.decode(lines, { stream: !last });
      } catch {
        const line = body.scanner.line() + firstBadLine(lines) - 1;
        problems.push({ kind: "not-utf8", line });
        stopped = true;
        return;
      }
      if (text === "") return;
      endsLine = /[\n\r]$/.test(text);
      body.scanner.write(text);
    },
    end(): TableReport {
      body.scanner.end();
      return body.report(endsLine);
    },
  };
}

/** Bytes in parts → what a table holds and what is wrong with it, in one pass and bounded memory. */
export function createTableReader(options: ReadOptions): TableReader {
  const problems: TableProblem[] = [];
  let held: Uint8Array[] = [];
  let heldLength = 0;
  let body: ReturnType<typeof createBodyReader> | undefined;
  let isNoTable = false;

  const start = (bytes: Uint8Array, whole: boolean): typeof body => {
    const found = readStart(bytes, whole, options);
    if (!("problem" in found)) return createBodyReader(found, options, problems);
    problems.push(found.problem);
    isNoTable = true;
    return undefined;
  };
  return {
    write(bytes) {
      if (isNoTable) return;
      if (body) {
        body.write(bytes, false);
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
      body = start(all.subarray(0, Math.max(sampleSize, all.indexOf(10) + 1)), false);
      body?.write(all, false);
    },
    end() {
      if (body) body.write(new Uint8Array(), true);
      else if (!isNoTable) {
        const all = joined(held);
        body = start(all, true);
        body?.write(all, true);
      }
      return body?.end() ?? emptyReport(problems);
    },
  };
}

/** A report of a table in which nothing was met. */
export const emptyReport = (problems: TableProblem[]): TableReport => ({
  encoding: { name: "utf-8", sure: "certain", mark: false },
  separators: { delimiter: ",", newline: "\n" },
  header: [],
  rows: 0,
  columns: [],
  problems,
  ragged: nothingMet(),
  blank: nothingMet(),
  repeated: nothingMet(),
  totals: nothingMet(),
  groups: nothingMet(),
  footers: nothingMet(),
  headings: nothingMet(),
  others: [],
  unnamed: 0,
  truncated: undefined,
  swapped: false,
});

/** Bytes in parts, so that the text of a large file is never one string. */
export function* partsOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += partSize) yield bytes.subarray(at, at + partSize);
}

/** A file part by part; each part is a piece of memory of its own. */
export function readTableParts(parts: Iterable<Uint8Array>, options: ReadOptions): TableReport {
  const reader = createTableReader(options);
  for (const part of parts) reader.write(part);
  return reader.end();
}

/** The whole of some bytes at once. */
export const readTable = (bytes: Uint8Array, options: ReadOptions): TableReport =>
  readTableParts(partsOf(bytes), options);

/** The records of data of a published file whose report is known, every cell as text. */
export function readRows(bytes: Uint8Array, report: TableReport): Row[] {
  const records = readPlainLines(new TextDecoder().decode(bytes), report.separators);
  if (!records) return readFirstRows([bytes], report, Number.POSITIVE_INFINITY);
  return records.flatMap((cells, index) =>
    index >= report.header.length && cells.some((cell) => cell !== "")
      ? [{ line: index + 1, cells }]
      : [],
  );
}

/** The first so many of them; parts behind them are not asked for. */
export function readFirstRows(
  parts: Iterable<Uint8Array>,
  { header, separators }: TableReport,
  most: number,
): Row[] {
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
  const decoder = new TextDecoder();
  for (const part of parts) {
    scanner.write(decoder.decode(part, { stream: true }));
    if (rows.length >= most) return rows.slice(0, most);
  }
  scanner.write(decoder.decode());
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
