/** Rows of the CSV file that are fetched together. */
export const rowsOfBlock = 64;
/** The twin's column with a row's number in the file, from 0. */
export const rowColumn = "_row";

/** Where the twin says, in JSON, with how many decimals each column of broken numbers is written. */
export const decimalsKey = "decimals";

/** Sizes of a large table's files, in bytes, and where in the CSV file each block of rows begins; last, its end. */
export type RowIndex = { parquet: number; footer: number; csv: number; starts: ArrayLike<number> };

/** The index as a file: numbers of four bytes, little-endian. */
export const writeRowIndex = ({ parquet, footer, csv, starts }: RowIndex): Uint8Array =>
  new Uint8Array(Uint32Array.from([parquet, footer, csv, ...Array.from(starts)]).buffer);

export function readRowIndex(bytes: ArrayBuffer): RowIndex {
  const [parquet = 0, footer = 0, csv = 0] = new Uint32Array(bytes, 0, 3);
  return { parquet, footer, csv, starts: new Uint32Array(bytes, 12) };
}
