import { csvLine } from "../model/csv.ts";
import { columnLetter } from "../model/table.ts";
import { isNumeric, isOfType } from "../table/column/cell.ts";
import { asXstring } from "../table/workbook/xstring.ts";
import { arePlainNumbers } from "./plain-number.ts";
import type { ExploreColumn } from "./view.ts";

export type ExportFormat = "csv" | "xlsx" | "json";

/** Rows a workbook can hold under its header. */
export const mostSheetRows = 1_048_575;

/** Letters a cell of a workbook can hold. */
const longestSheetCell = 32_767;

/** The first day that Excel counts right. */
const firstDay = "1900-03-01";

/** Rows of a view → a file: CSV as the portal's own (RFC 4180), JSON a list of records with the columns' types. */
export async function exportRows(
  format: ExportFormat,
  columns: readonly ExploreColumn[],
  rows: readonly (readonly string[])[],
): Promise<BlobPart> {
  if (format === "csv")
    return csvLine(columns.map(({ name }) => name)) + rows.map(csvLine).join("");
  if (format === "json") {
    const kept = keptColumns(columns, rows);
    return `[\n${rows
      .map((cells) =>
        JSON.stringify(
          Object.fromEntries(kept.map((column, at) => [column.name, typedCell(column, cells[at])])),
        ),
      )
      .join(",\n")}\n]\n`;
  }
  const kept = sheetColumns(columns, rows);
  const { writeXlsx } = await import("hucre");
  const bytes = await writeXlsx({
    // A moment of its own, so that two builds of the same commit give the same file.
    properties: { created: new Date(0), modified: new Date(0) },
    sheets: [
      {
        name: "Дані",
        rows: [
          columns.map(({ title }) => asXstring(title)),
          ...rows.map((cells) =>
            kept.map((column, at) => {
              const value = typedCell(column, cells[at]);
              if (column.type === "date" && value !== null) return new Date(`${value}T00:00:00Z`);
              // A cell holds so many letters.
              return asXstring(
                typeof value === "string" && value.length > longestSheetCell
                  ? `${value.slice(0, longestSheetCell - 1)}…`
                  : value,
              );
            }),
          ),
        ],
        columns: kept.map(({ type, title }) => ({
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

/**
 * Columns as they are given to programs: one of numbers is text whole where any of its cells would lose a digit, since a
 * column of two types is neither sorted nor summed.
 * @param rows all of the table, missing cells empty
 */
export const keptColumns = <Column extends Pick<ExploreColumn, "type">>(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): Column[] =>
  columns.map((column, at) =>
    isNumeric(column.type) && !arePlainNumbers(rows.map((cells) => cells[at] ?? ""))
      ? { ...column, type: "string" }
      : column,
  );

/** The same in a workbook: Excel counts days from 1900, and its first two months wrongly. */
const sheetColumns: typeof keptColumns = (columns, rows) =>
  keptColumns(columns, rows).map((column, at) =>
    column.type === "date" &&
    rows.some(({ [at]: cell = "" }) => cell !== "" && !(isOfType.date(cell) && cell >= firstDay))
      ? { ...column, type: "string" }
      : column,
  );

/** A cell of a kept column as programs take it: numbers and truth as such, text as written, nothing as null. */
export function typedCell(
  { type }: Pick<ExploreColumn, "type">,
  cell = "",
): string | number | boolean | null {
  if (cell === "") return null;
  if (isNumeric(type)) return Number(cell);
  if (type === "boolean") return /^(true|1)$/i.test(cell);
  return cell;
}
