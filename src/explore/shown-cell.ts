import type { Speech } from "../i18n/speech.ts";
import { isNumeric } from "../table/column/cell.ts";
import { isMeasure } from "./chart.ts";
import { isPlainNumber } from "./plain-number.ts";
import type { ExploreColumn } from "./view.ts";

/** A cell of more letters is folded until it is asked for whole. */
export const foldedFrom = 140;

/** Letters of a cell that a page shows: all of any workbook's cell (32,767). A million of them hold a browser for minutes. */
const mostShown = 33_000;

/**
 * A cell as a person reads it: a measure with its thousands apart, a date as people write it. Codes, numbers of things
 * and places on the map stay as they are; so does everything in the files that leave the portal. Of a text longer than any
 * workbook's cell the beginning is shown.
 */
export function shownCell(
  column: ExploreColumn,
  cell: string,
  rows: number,
  { language, exact }: Pick<Speech, "language" | "exact">,
): string {
  if (cell === "") return "";
  if (cell.length > mostShown) return `${cell.slice(0, mostShown)}…`;
  if (isMeasure(column, rows)) return isPlainNumber(cell) ? exact(Number(cell)) : cell;
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(cell) ?? [];
  return column.type === "date" && day !== undefined && language === "uk"
    ? `${day}.${month}.${year}`
    : cell;
}

/** The least or the greatest of a column: counted as a double, it is no longer every digit of a number beyond 15 of them, and says so. */
export function shownLimit(
  column: ExploreColumn,
  limit: string,
  rows: number,
  speech: Pick<Speech, "language" | "exact">,
): string {
  const shown = shownCell(column, limit, rows, speech);
  return isNumeric(column.type) && Math.abs(Number(limit)) >= 1e15 ? `≈ ${shown}` : shown;
}
