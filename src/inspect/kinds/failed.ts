import type { Inspection } from "../../model/reports/inspection.ts";
import type { ByteSource } from "../../table/scan/encoding.ts";
import type { Sheet } from "../../table/workbook/read-sheet.ts";

/** A workbook or JSON file is read whole: larger ones are tables for CSV. */
const largestWhole = 256 * 1024 * 1024;

/** A file of which no table came out: why, and what to do. */
export const failed = (
  file: string,
  message: string,
  hint: string,
  sheets: readonly Sheet[] = [],
  place: { line: number; column: number } | undefined = undefined,
): Inspection => ({
  file,
  format: undefined,
  sheets: sheets.map(({ name, rows, hidden }) => ({ name, rows, hidden })),
  sheet: undefined,
  structure: undefined,
  report: undefined,
  findings: [
    { rule: "table-readable", severity: "error", place: { file, ...place }, message, hint },
  ],
  beside: [],
});

export const isTooBig = ({ byteLength }: ByteSource): boolean => byteLength > largestWhole;

export const wholeOf = async (source: ByteSource): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await source.read(0, source.byteLength));

export const tooBig = (file: string, bytes: number): Inspection =>
  failed(
    file,
    `Файл завеликий, щоб відкрити його цілим: ${Math.round(bytes / 1048576)} МБ.`,
    "Збережіть таблицю як CSV UTF-8: такі файли портал читає частинами, будь-якого розміру.",
  );
