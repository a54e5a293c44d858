/** Rows of the CSV file that are fetched together. */
export const rowsOfBlock = 64;
/** The twin's column with a row's number in the file, from 0. */
export const rowColumn = "_row";

/** Where the twin says, in JSON, with how many decimals each column of broken numbers is written. */
export const decimalsKey = "decimals";

/**
 * Parts of a file: where each begins, last its end; and a sum of sixteen bits of each. The sum tells a file from that of
 * another build of the same size, one part in 65,536 wrongly; it is no seal, which whoever forged the file would break with
 * the page. SHA-256 of each part would make the index of a million rows half a megabyte, of which this is a thirtieth.
 */
export type Parts = { starts: ArrayLike<number>; sums: ArrayLike<number> };

/**
 * Sizes of a large table's files, in bytes; parts of the CSV file, so many rows each, and of its twin, column by column.
 * `integrity`: what the CSV file is, as Subresource Integrity says it.
 */
export type RowIndex = {
  parquet: number;
  footer: number;
  csv: number;
  integrity: string;
  blocks: Parts;
  chunks: Parts;
};

const algorithm = "sha256-";
/** Bytes of a SHA-256. */
const sumBytes = 32;
/** Numbers before the starts of the blocks: sizes. Numbers at the end: how many chunks there are, how many blocks. */
const [sizes, counts] = [3, 2];

/** A sum of sixteen bits (FNV-1a, folded). */
function sumOf(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return ((sum >>> 16) ^ sum) & 0xffff;
}

/** Parts of a file that begin at these bytes, the last ending where the last number says. */
export const partsOf = (file: Uint8Array, starts: readonly number[]): Parts => ({
  starts,
  sums: starts.slice(1).map((end, at) => sumOf(file.subarray(starts[at], end))),
});

/** Are the bytes, read from a place of a file on, those of every part that lies among them whole? */
export function isOfParts(bytes: ArrayBuffer, from: number, { starts, sums }: Parts): boolean {
  for (let at = 0; at < sums.length; at++) {
    const [begin = 0, end = 0] = [starts[at], starts[at + 1]];
    if (end > from + bytes.byteLength) return true;
    if (begin < from) continue;
    if (sumOf(new Uint8Array(bytes, begin - from, end - begin)) !== sums[at]) return false;
  }
  return true;
}

/** Four bytes for two sums. */
const wordsOf = (sums: number): number => Math.ceil(sums / 2);

/**
 * The index as a file: the sum of the CSV file, then numbers of four bytes, little-endian: sizes, starts of blocks, starts of
 * chunks, sums of both (two bytes each), how many chunks and blocks there are.
 */
export function writeRowIndex({
  parquet,
  footer,
  csv,
  integrity,
  blocks,
  chunks,
}: RowIndex): Uint8Array {
  const sum = atob(integrity.slice(algorithm.length));
  const sums = [...Array.from(blocks.sums), ...Array.from(chunks.sums)];
  const starts = [...Array.from(blocks.starts), ...Array.from(chunks.starts)];
  const words = sizes + starts.length + wordsOf(sums.length) + counts;
  const file = new ArrayBuffer(sumBytes + 4 * words);
  new Uint8Array(file).set(Uint8Array.from(sum, (sign) => sign.charCodeAt(0)));
  const numbers = new Uint32Array(file, sumBytes);
  numbers.set([parquet, footer, csv, ...starts]);
  numbers.set([chunks.sums.length, blocks.sums.length], words - counts);
  new Uint16Array(file, sumBytes + 4 * (sizes + starts.length)).set(sums);
  return new Uint8Array(file);
}

/** Undefined of a file that is not what this code writes. */
export function readRowIndex(bytes: ArrayBuffer): RowIndex | undefined {
  const sum = String.fromCharCode(...new Uint8Array(bytes, 0, sumBytes));
  const numbers = new Uint32Array(bytes, sumBytes);
  const [parquet = 0, footer = 0, csv = 0] = numbers;
  const [chunkCount = 0, blockCount = 0] = numbers.subarray(-counts);
  const [chunksAt, sumsAt] = [sizes + blockCount + 1, sizes + blockCount + 1 + chunkCount + 1];
  const count = blockCount + chunkCount;
  if (sumsAt + wordsOf(count) + counts !== numbers.length) return undefined;
  const sums = new Uint16Array(bytes, sumBytes + 4 * sumsAt, count);
  return {
    ...{ parquet, footer, csv },
    integrity: algorithm + btoa(sum),
    blocks: { starts: numbers.subarray(sizes, chunksAt), sums: sums.subarray(0, blockCount) },
    chunks: { starts: numbers.subarray(chunksAt, sumsAt), sums: sums.subarray(blockCount) },
  };
}
