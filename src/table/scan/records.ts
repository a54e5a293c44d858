import { CsvError, parse } from "csv-parse/browser/esm/sync";
import { characterKinds, ESCAPED, STOP } from "./characters.ts";

/** How records and cells are parted: one-character delimiter; "\n" also ends at "\r\n". */
export type Separators = { delimiter: string; newline: "\n" | "\r" };

/**
 * One record under the scanner's eye. It is reused for the next record: whoever keeps a cell keeps `cell(i)`.
 * `masks` are bits of characters.ts, `hashes` two 32-bit numbers a cell, alike for alike cells.
 */
export type RecordView = {
  /** 1-based line of the file where the record starts. */
  line: number;
  /** 1-based number of the record: the row a spreadsheet shows. */
  number: number;
  count: number;
  masks: Int32Array;
  lengths: Int32Array;
  hashes: Int32Array;
  moreHashes: Int32Array;
  cell(index: number): string;
  /** The first UTF-16 unit of a cell, 0 of an empty one: what most cells are not, it tells without making a text of them. */
  code(index: number): number;
  /** The number that a cell of digits, a sign and one point is, as `Number` reads it; of any other cell, what `Number` says. */
  asNumber(index: number): number;
};

/** What reading met: a quote inside an unquoted cell, one that took in the lines after it, one never closed. */
export type RecordProblem = {
  kind: "stray-quote" | "swallowed-lines" | "open-quote";
  line: number;
};

export type RecordScanner = {
  /** Takes the next part of the text; every part gives the same records as the whole would. */
  write(text: string): void;
  /** Takes the end: a last record without a line break counts. */
  end(): void;
  /** Line where the text not yet taken begins. */
  line(): number;
};

const quote = 34;
/** Up to these a mantissa and a power of ten are exact, so their quotient is the nearest number (IEEE 754, Clinger 1990). */
const exactDigits = 15;
const powers = Array.from({ length: exactDigits + 1 }, (_, power) => 10 ** power);
/** A quoted cell longer than this many characters is a quote that was never closed. */
const longestCell = 4_000_000;

/** The number that digits, a sign and one point are; NaN where there is anything else. */
function plainNumber(text: string, start: number, length: number): number {
  const isNegative = text.charCodeAt(start) === 45;
  const signs = isNegative ? 1 : 0;
  let mantissa = 0;
  let point = -1;
  for (let at = signs; at < length; at++) {
    const code = text.charCodeAt(start + at);
    if (code >= 48 && code <= 57) mantissa = mantissa * 10 + code - 48;
    else if (code === 46 && point === -1) point = at;
    else return Number.NaN;
  }
  // A sign or a point alone is no number.
  if (length - signs - (point === -1 ? 0 : 1) === 0) return Number.NaN;
  const value = point === -1 ? mantissa : mantissa / (powers[length - point - 1] ?? 1);
  return isNegative ? -value : value;
}

/** The first record of a text as csv-parse reads it, and how long it is; undefined where a quote is not closed. */
function parseRecord(
  text: string,
  { delimiter, newline }: Separators,
): { cells: string[]; length: number } | undefined {
  try {
    const [read] = parse(text, {
      delimiter,
      record_delimiter: newline === "\n" ? ["\r\n", "\n"] : newline,
      relax_quotes: true,
      relax_column_count: true,
      info: true,
      to: 1,
    }) as unknown as { record: string[]; info: { bytes: number } }[];
    if (!read) throw new Error("csv-parse gave no record for text that has one.");
    const bytes = new TextEncoder().encode(text).subarray(0, read.info.bytes);
    const { length } = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    return { cells: read.record, length };
  } catch (error) {
    if (error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED") return undefined;
    throw error;
  }
}

/**
 * Text in parts → records (RFC 4180). Plain and rightly quoted cells are read here, one look at each character;
 * a record with any other quote is judged by csv-parse, which is the parser of record.
 * It is one function because it is one hot loop: it looks at every character of every table with its state in local
 * variables. It is the one function here made for speed before plainness; a cut is to be measured on large tables.
 */
export function createRecordScanner(
  { delimiter, newline }: Separators,
  onRecord: (record: RecordView) => void,
  onProblem: (problem: RecordProblem) => void,
): RecordScanner {
  const kinds = characterKinds.slice();
  const comma = delimiter.charCodeAt(0);
  const lineEnd = newline.charCodeAt(0);
  for (const stop of [comma, lineEnd, 13, quote]) kinds[stop] = (kinds[stop] ?? 0) | STOP;

  let text = "";
  let starts = new Int32Array(64);
  let judged: string[] | undefined;
  const record: RecordView = {
    line: 1,
    number: 1,
    count: 0,
    masks: new Int32Array(64),
    lengths: new Int32Array(64),
    hashes: new Int32Array(64),
    moreHashes: new Int32Array(64),
    cell(index) {
      if (judged) return judged[index] ?? "";
      const start = starts[index] ?? 0;
      const written = text.slice(start, start + (record.lengths[index] ?? 0));
      return (record.masks[index] ?? 0) & ESCAPED ? written.replaceAll('""', '"') : written;
    },
    code(index) {
      if ((record.lengths[index] ?? 0) === 0) return 0;
      return judged ? (judged[index] ?? "").charCodeAt(0) : text.charCodeAt(starts[index] ?? 0);
    },
    asNumber(index) {
      const length = record.lengths[index] ?? 0;
      if (judged || length > exactDigits) return Number(record.cell(index));
      const value = plainNumber(text, starts[index] ?? 0, length);
      return Number.isNaN(value) ? Number(record.cell(index)) : value;
    },
  };
  const grow = () => {
    const longer = (old: Int32Array) => {
      const array = new Int32Array(old.length * 2);
      array.set(old);
      return array;
    };
    starts = longer(starts);
    record.masks = longer(record.masks);
    record.lengths = longer(record.lengths);
    record.hashes = longer(record.hashes);
    record.moreHashes = longer(record.moreHashes);
  };

  /** Looks at one cell given as text, as the scanner's loop does. */
  const measure = (cell: string) => {
    let mask = 0;
    let hash = 0x811c9dc5;
    let more = 0;
    for (let at = 0; at < cell.length; at++) {
      const code = cell.charCodeAt(at);
      mask |= kinds[code] ?? 0;
      hash = Math.imul(hash ^ code, 0x01000193);
      more = (Math.imul(more, 31) + code) | 0;
    }
    if (record.count === starts.length) grow();
    record.masks[record.count] = mask & ~(STOP | ESCAPED);
    record.lengths[record.count] = cell.length;
    record.hashes[record.count] = hash;
    record.moreHashes[record.count] = more;
    record.count++;
  };

  /** csv-parse reads the record at `begin`: its end, or -1 where the text ends before it does. */
  const ask = (begin: number, final: boolean): number => {
    // Most such records are one line; a quote that goes on takes four times more text each time.
    for (let size = 1; ; size *= 4) {
      const lineAt = text.indexOf(newline, Math.min(begin + size - 1, text.length));
      if (lineAt === -1 && !final && text.length - begin < longestCell) return -1;
      const stop = lineAt === -1 ? text.length : lineAt + 1;
      const part = text.slice(begin, stop);
      size = part.length;
      const read = parseRecord(part, { delimiter, newline });
      if (read) {
        judged = read.cells;
        record.count = 0;
        for (const cell of read.cells) measure(cell);
        return begin + read.length;
      }
      if ((stop >= text.length && final) || size > longestCell) return -2;
      if (stop >= text.length) return -1;
    }
  };

  let line = 1;
  let number = 1;
  let stopped = false;
  let strayed = false;
  let swallowed = false;
  const linesIn = (from: number, to: number): number => {
    let lines = 0;
    for (let at = text.indexOf(newline, from); at !== -1 && at < to; ) {
      lines++;
      at = text.indexOf(newline, at + 1);
    }
    return lines;
  };

  /** Reads whole records; gives the offset of the first unfinished one. */
  const scan = (final: boolean): number => {
    const { length } = text;
    let at = 0;
    while (at < length) {
      const begin = at;
      let lines = 1;
      let ended = false;
      let odd = false;
      record.count = 0;
      judged = undefined;
      for (;;) {
        let mask = 0;
        let hash = 0x811c9dc5;
        let more = 0;
        let start = at;
        let end: number;
        if (text.charCodeAt(at) === quote) {
          start = ++at;
          for (;;) {
            if (at >= length) {
              if (final || at - start > longestCell) odd = true;
              else return begin;
              break;
            }
            const code = text.charCodeAt(at);
            if (code === quote) {
              if (text.charCodeAt(at + 1) !== quote) break;
              mask |= ESCAPED;
              at++;
            } else if (code === lineEnd) lines++;
            mask |= kinds[code] ?? 0;
            hash = Math.imul(hash ^ code, 0x01000193);
            more = (Math.imul(more, 31) + code) | 0;
            at++;
          }
          if (odd) break;
          end = at++;
        } else {
          for (; at < length; at++) {
            const code = text.charCodeAt(at);
            const kind = kinds[code] ?? 0;
            // A carriage return ends a record only right before a line feed.
            if (kind & STOP && (code !== 13 || lineEnd === 13 || text.charCodeAt(at + 1) === 10))
              break;
            mask |= kind;
            hash = Math.imul(hash ^ code, 0x01000193);
            more = (Math.imul(more, 31) + code) | 0;
          }
          end = at;
        }
        const next = text.charCodeAt(at);
        const isEnd =
          next === lineEnd || (next === 13 && text.charCodeAt(at + 1) === 10 && lineEnd === 10);
        if (at < length && next !== comma && !isEnd) {
          odd = true;
          break;
        }
        // What stands behind the cell may be in the next part of the text.
        if (at >= length && !final) return begin;
        if (record.count === starts.length) grow();
        starts[record.count] = start;
        record.masks[record.count] = mask & ~STOP;
        record.lengths[record.count] = end - start;
        record.hashes[record.count] = hash;
        record.moreHashes[record.count] = more;
        record.count++;
        if (at >= length) {
          ended = true;
          break;
        }
        if (isEnd) {
          at += next === lineEnd ? 1 : 2;
          ended = true;
          break;
        }
        at++;
      }
      if (odd || !ended) {
        const after = ask(begin, final);
        if (after === -1) return begin;
        if (after === -2) {
          onProblem({ kind: "open-quote", line });
          stopped = true;
          return length;
        }
        if (!strayed) onProblem({ kind: "stray-quote", line });
        strayed = true;
        at = after;
        lines = linesIn(begin, after);
        if (lines > 1 && !swallowed) onProblem({ kind: "swallowed-lines", line });
        swallowed ||= lines > 1;
      }
      record.line = line;
      record.number = number;
      onRecord(record);
      line += lines;
      number++;
    }
    return length;
  };

  /** A record longer than the text so far is tried again when the text has doubled, not at every part. */
  let tryAt = 0;
  return {
    write(part) {
      if (stopped) return;
      text = text === "" ? part : text + part;
      if (text.length < tryAt) return;
      const done = scan(false);
      text = text.slice(done);
      tryAt = done === 0 ? text.length * 2 : 0;
    },
    end() {
      if (!stopped && text !== "") scan(true);
      text = "";
    },
    line: () => line + linesIn(0, text.length),
  };
}
