import type { Speech } from "../i18n/speech.ts";
import { isMeasure } from "./chart.ts";
import { isPlainNumber } from "./plain-number.ts";
import type { ExploreColumn } from "./view.ts";

/**
 * A cell as a person reads it: a measure with its thousands apart, a date as people write it. Codes, numbers of things
 * and places on the map stay as they are; so does everything in the files that leave the portal.
 */
export function shownCell(
  column: ExploreColumn,
  cell: string,
  rows: number,
  { language, exact }: Pick<Speech, "language" | "exact">,
): string {
  if (cell === "") return "";
  if (isMeasure(column, rows)) return isPlainNumber(cell) ? exact(Number(cell)) : cell;
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(cell) ?? [];
  return column.type === "date" && day !== undefined && language === "uk"
    ? `${day}.${month}.${year}`
    : cell;
}
