import { csvLine } from "../../model/csv.ts";
import { columnLetter, type FilledCells } from "../../model/table.ts";
import type { ByteSource } from "../scan/encoding.ts";
import type { Sheet } from "./read-sheet.ts";

/** Cells joined down a column, below so many rows of a header, and the value each of their rows is given. */
export const filledBelow = (
  { merged, cells }: Sheet,
  header: number,
): (FilledCells & { from: number; to: number })[] =>
  merged
    .filter(({ from }) => from > header)
    .map(({ column, from, to }) => ({
      range: `${columnLetter(column)}${from}:${columnLetter(column)}${to}`,
      column,
      value: cells[from - 1]?.[column] ?? "",
      from,
      to,
    }))
    .filter(({ value }) => value !== "");

/** Cells that are given a value: joined cells never lie on each other, so a sheet of more was made to fill the memory. */
const mostRepeated = 2_000_000;

/** A sheet as CSV, a record per row; values of joined cells are repeated in each row where these are given. */
export function sheetText(
  { rows, width, cells }: Sheet,
  filled: ReturnType<typeof filledBelow> = [],
): string {
  const repeated = new Map<number, Map<number, string>>();
  let left = mostRepeated;
  for (const { column, value, from, to } of filled)
    for (let row = from + 1; row <= to && left > 0; row++, left--)
      repeated.set(row, (repeated.get(row) ?? new Map()).set(column, value));
  const lines: string[] = [];
  for (let row = 1; row <= rows; row++) {
    const [written, above] = [cells[row - 1], repeated.get(row)];
    lines.push(
      csvLine(
        Array.from(
          { length: width },
          (_, column) => written?.[column] || (above?.get(column) ?? ""),
        ),
      ),
    );
  }
  return lines.join("");
}

/** Sheet text as a source of UTF-8 bytes. */
export const sheetSource = (text: string): ByteSource => {
  const bytes = new TextEncoder().encode(text);
  return { byteLength: bytes.length, read: (from, to) => bytes.subarray(from, to) };
};
