import { CsvError, parse } from "csv-parse/sync";
import type { Row, Table, TableProblem } from "../model/table.ts";

type ParsedTable = {
  table: Table | undefined;
  problem: TableProblem | undefined;
  ragged: { line: number; cells: number }[];
};

const lineOf = (bytes: Uint8Array, offset: number): number => {
  let line = 1;
  for (let index = 0; index < offset; index++) if (bytes[index] === 10) line++;
  return line;
};

/** First line whose bytes are not UTF-8; a decoder that is fatal says only that there is one. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let start = 0;
  let line = 1;
  while (start < bytes.length) {
    const end = bytes.indexOf(10, start);
    try {
      decoder.decode(bytes.subarray(start, end === -1 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end === -1) break;
    start = end + 1;
    line++;
  }
  return line;
}

/** What stands in the file instead of a table, known by its first bytes or lines. */
function impostor(bytes: Uint8Array, text: string): TableProblem | undefined {
  const nul = bytes.indexOf(0);
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (zip || (bytes[0] === 0xd0 && bytes[1] === 0xcf) || (bytes[0] === 0x1f && bytes[1] === 0x8b))
    return { kind: "forbidden-bytes", line: 1, what: "binary" };
  if (nul !== -1) return { kind: "forbidden-bytes", line: lineOf(bytes, nul), what: "nul" };
  if (text.startsWith("version https://git-lfs"))
    return { kind: "forbidden-bytes", line: 1, what: "lfs" };
  if (/^\s*<(!doctype|html)/i.test(text)) return { kind: "forbidden-bytes", line: 1, what: "html" };
  const conflict = /^(<{7}|>{7}|={7}$)/m.exec(text);
  if (conflict)
    return {
      kind: "forbidden-bytes",
      line: text.slice(0, conflict.index).split("\n").length,
      what: "conflict",
    };
  return undefined;
}

/** The delimiter of a header that has no comma but has another candidate. */
function otherDelimiter(header: string[]): string | undefined {
  const [only] = header;
  if (header.length !== 1 || only === undefined) return undefined;
  return [";", "\t", "|"].find((candidate) => only.includes(candidate));
}

/**
 * Bytes of a CSV file → table, cell by cell as text (RFC 4180: UTF-8, comma, double quotes; LF or CRLF).
 * Never throws for what a publisher can mend: the first thing that stops the reading is the `problem`.
 */
export function parseTable(bytes: Uint8Array): ParsedTable {
  const failed = (problem: TableProblem): ParsedTable => ({
    table: undefined,
    problem,
    ragged: [],
  });
  const loose = new TextDecoder().decode(bytes);
  const foreign = impostor(bytes, loose);
  if (foreign) return failed(foreign);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return failed({ kind: "not-utf8", line: firstBadLine(bytes) });
  }
  if (text.trim() === "") return failed({ kind: "empty" });

  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      info: true,
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n"],
    }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const reason =
      error.code === "CSV_QUOTE_NOT_CLOSED"
        ? "open-quote"
        : error.code === "INVALID_OPENING_QUOTE" || error.code === "CSV_INVALID_CLOSING_QUOTE"
          ? "stray-quote"
          : "other";
    const line = Number((error as unknown as { lines?: number }).lines ?? 1);
    return failed({ kind: "syntax", line, reason });
  }

  const [first, ...rest] = records;
  if (!first) return failed({ kind: "empty" });
  const header = first.record;
  const found = otherDelimiter(header);
  if (found) return failed({ kind: "delimiter", found });

  const rows: Row[] = [];
  const ragged: { line: number; cells: number }[] = [];
  // info.lines is the last line of a record, so a record starts after the last line of the one before.
  let previous = first.info.lines;
  for (const { record, info } of rest) {
    const line = previous + 1;
    previous = info.lines;
    if (record.length !== header.length) ragged.push({ line, cells: record.length });
    rows.push({ line, cells: record });
  }
  return { table: { header, rows }, problem: undefined, ragged };
}
