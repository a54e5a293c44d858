/**
 * Rows of a file in one piece of memory that goes from thread to thread as it is: CSV as `csvLine` writes it, in UTF-8,
 * with the place where each block of rows begins. A row becomes texts only when somebody looks at it.
 */
export type PackedTable = {
  bytes: Uint8Array<ArrayBuffer>;
  /** Where each block begins, and where the last one ends. */
  starts: Uint32Array<ArrayBuffer>;
  rows: number;
  /** Cells of the longest row. */
  width: number;
};

/** Rows by their numbers in the file, from 0. */
export type RowSource = {
  count: number;
  width: number;
  /** Texts of a row's cells, as many as the row has. */
  row(index: number): readonly string[];
};

/** Rows of a block: read together, a millisecond's work where they have forty cells. */
export const blockRows = 256;
/** Blocks whose texts are kept: a few screens of rows, and those that edits were copied from. */
const keptBlocks = 24;

const comma = 44;
const lineEnd = 10;

/** Where a cell in quotes that begins at `at` ends: behind its closing quote. */
function endOfQuoted(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return end + 1;
}

function endOfPlain(text: string, at: number): number {
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === comma || code === lineEnd) break;
  }
  return end;
}

/** Rows as `csvLine` wrote them, and nothing else: whatever a person wrote is read by the scanner of src/table. */
function readLines(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const isQuoted = text.charCodeAt(at) === 34;
    const end = isQuoted ? endOfQuoted(text, at) : endOfPlain(text, at);
    row.push(isQuoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end));
    at = end;
    if (text.charCodeAt(at) === lineEnd) {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

/** A packed table, read block by block. */
export function openPacked({ bytes, starts, rows, width }: PackedTable): RowSource {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const blocks = new Map<number, string[][]>();
  function blockOf(index: number): string[][] {
    const known = blocks.get(index);
    if (known) return known;
    const read = readLines(decoder.decode(bytes.subarray(starts[index], starts[index + 1])));
    const oldest = blocks.keys().next().value;
    if (blocks.size >= keptBlocks && oldest !== undefined) blocks.delete(oldest);
    blocks.set(index, read);
    return read;
  }
  return {
    count: rows,
    width,
    row: (index) => blockOf(Math.floor(index / blockRows))[index % blockRows] ?? [],
  };
}
