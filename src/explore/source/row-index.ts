/** Rows of the CSV file that are fetched together. */
export const rowsOfBlock = 64;
/** The twin's column with a row's number in the file, from 0. */
export const rowColumn = "_row";

/** Where the twin says, in JSON, with how many decimals each column of broken numbers is written. */
export const decimalsKey = "decimals";

/**
 * Sizes of a large table's files, in bytes, and where in the CSV file each block of rows begins; last, its end.
 * `integrity`: what the CSV file is, as Subresource Integrity says it.
 */
export type RowIndex = {
  parquet: number;
  footer: number;
  csv: number;
  integrity: string;
  starts: ArrayLike<number>;
};

const algorithm = "sha256-";
/** Bytes of a SHA-256. */
const sumBytes = 32;

/** The index as a file: the sum of the CSV file, then numbers of four bytes, little-endian. */
export function writeRowIndex({ parquet, footer, csv, integrity, starts }: RowIndex): Uint8Array {
  const sum = atob(integrity.slice(algorithm.length));
  const file = new ArrayBuffer(sumBytes + 4 * (3 + starts.length));
  new Uint8Array(file).set(Uint8Array.from(sum, (sign) => sign.charCodeAt(0)));
  const numbers = new Uint32Array(file, sumBytes);
  numbers.set([parquet, footer, csv]);
  numbers.set(Array.from(starts), 3);
  return new Uint8Array(file);
}

export function readRowIndex(bytes: ArrayBuffer): RowIndex {
  const sum = String.fromCharCode(...new Uint8Array(bytes, 0, sumBytes));
  const numbers = new Uint32Array(bytes, sumBytes);
  const [parquet = 0, footer = 0, csv = 0] = numbers;
  return { parquet, footer, csv, integrity: algorithm + btoa(sum), starts: numbers.subarray(3) };
}
