import type { Chart } from "../../model/catalogue.ts";

/** Points nobody draws: so many days between two of them are a slip of the table. */
const mostPoints = 3000;

/** Months of no year in particular, as `monthOfYear` writes them. */
const months = Array.from({ length: 12 }, (_, at) => `--${String(at + 1).padStart(2, "0")}`);

/** A day, a month or a year of the same length as the label, one later. */
function next(label: string): string {
  const day = new Date(`${label}${"-01-01".slice(Math.max(0, label.length - 4))}T00:00:00Z`);
  if (label.length === 4) day.setUTCFullYear(day.getUTCFullYear() + 1);
  else if (label.length === 7) day.setUTCMonth(day.getUTCMonth() + 1);
  else day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, label.length);
}

/**
 * Years, months or days in order → the same with those between that the table has not, so that a year without data is as
 * wide on a chart as any other. Labels of another or of unlike form come back as they are.
 */
export function filledTime(sorted: readonly string[]): string[] {
  const [first, last] = [sorted[0] ?? "", sorted.at(-1) ?? ""];
  if (first.startsWith("--")) return months.filter((month) => month >= first && month <= last);
  const isTime = sorted.every(
    (label) => /^\d{4}(-\d\d){0,2}$/.test(label) && label.length === first.length,
  );
  if (!isTime || sorted.length < 2 || Number.isNaN(Date.parse(first))) return [...sorted];
  const whole: string[] = [];
  // After 9999 a year has a sign and five digits: no label is written so.
  for (let label = first; label <= last && !label.startsWith("+"); label = next(label)) {
    whole.push(label);
    if (whole.length > mostPoints) return [...sorted];
  }
  return whole;
}

/** Days or months of a column → its first and last year, where it has no first or no last month of them. */
export function partialYears(cells: readonly string[]): NonNullable<Chart["partial"]> {
  const days = cells.filter((cell) => /^\d{4}-\d\d/.test(cell));
  const [first = "", last = ""] = days.reduce<string[]>(
    ([least = "", most = ""], day) => [
      least === "" || day < least ? day : least,
      day > most ? day : most,
    ],
    [],
  );
  const is = (day: string, whole: string) => day !== "" && day.slice(5, 7) !== whole;
  return [
    ...(is(first, "01") ? [{ label: first.slice(0, 4), day: first, is: "first" as const }] : []),
    ...(is(last, "12") ? [{ label: last.slice(0, 4), day: last, is: "last" as const }] : []),
  ];
}

/** A day or month as the month of any year, «2024-05-31» → «--05» (ISO 8601: no year), so that years lie over each other. */
export const monthOfYear = (cell: string): string =>
  /^\d{4}-\d\d/.test(cell) ? `--${cell.slice(5, 7)}` : "";
