import { csvLine } from "../model/csv.ts";
import { columnLetter } from "../model/table.ts";
import { isNumeric } from "../table/column/cell.ts";
import { isPlainNumber } from "./plain-number.ts";
import type { ExploreColumn } from "./view.ts";

export type ExportFormat = "csv" | "xlsx" | "json";

/** Rows a workbook can hold under its header. */
export const mostSheetRows = 1_048_575;

/** Letters a cell of a workbook can hold. */
const longestSheetCell = 32_767;

/** Rows of a view → a file: CSV as the portal's own (RFC 4180), JSON a list of records with the columns' types. */
export async function exportRows(
  format: ExportFormat,
  columns: readonly ExploreColumn[],
  rows: readonly (readonly string[])[],
): Promise<BlobPart> {
  if (format === "csv")
    return csvLine(columns.map(({ name }) => name)) + rows.map(csvLine).join("");
  if (format === "json")
    return `[\n${rows
      .map((cells) =>
        JSON.stringify(
          Object.fromEntries(
            columns.map((column, at) => [column.name, typedCell(column, cells[at])]),
          ),
        ),
      )
      .join(",\n")}\n]\n`;
  const { writeXlsx } = await import("hucre");
  const bytes = await writeXlsx({
    // A moment of its own, so that two builds of the same commit give the same file.
    properties: { created: new Date(0), modified: new Date(0) },
    sheets: [
      {
        name: "Дані",
        rows: [
          columns.map(({ title }) => title),
          ...rows.map((cells) =>
            columns.map((column, at) => {
              const value = typedCell(column, cells[at]);
              // Excel counts days from 1900, and its first two months wrongly; a cell holds so many letters.
              if (column.type === "date" && typeof value === "string" && value >= "1900-03-01")
                return new Date(`${value}T00:00:00Z`);
              return typeof value === "string" && value.length > longestSheetCell
                ? `${value.slice(0, longestSheetCell - 1)}…`
                : value;
            }),
          ),
        ],
        columns: columns.map(({ type, title }) => ({
          width: Math.min(40, Math.max(12, title.length)),
          // Text keeps the zeros that codes begin with.
          ...(type === "date" ? { numFmt: "yyyy-mm-dd" } : isNumeric(type) ? {} : { numFmt: "@" }),
        })),
        freezePane: { rows: 1 },
        ...(columns.length > 0
          ? { autoFilter: { range: rangeOf(columns.length, rows.length + 1) } }
          : {}),
      },
    ],
  });
  return new Uint8Array(bytes);
}

const rangeOf = (columns: number, rows: number): string => `A1:${columnLetter(columns - 1)}${rows}`;

/** A cell as programs take it: numbers and truth as such, text as written, nothing as null. */
export function typedCell(
  { type }: Pick<ExploreColumn, "type">,
  cell = "",
): string | number | boolean | null {
  if (cell === "") return null;
  if (isNumeric(type)) return isPlainNumber(cell) ? Number(cell) : cell;
  if (type === "boolean") return /^(true|1)$/i.test(cell);
  return cell;
}
