import { addDays } from "./quality/freshness.ts";

const isWorking = (day: string, holidays: readonly string[]): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.includes(day);
};

/**
 * Working days after `from` up to and with `to`, both yyyy-mm-dd; 0 on the same day. Saturdays, Sundays and the days
 * in `holidays` do not count (Civil Code of Ukraine, articles 253–254: a term runs from the next day).
 */
export function workingDaysBetween(
  from: string,
  to: string,
  holidays: readonly string[] = [],
): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorking(day, holidays)) count++;
  return count;
}

/** The `count`-th working day after a day: the last day of a term of so many working days. */
export function addWorkingDays(
  from: string,
  count: number,
  holidays: readonly string[] = [],
): string {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorking(day, holidays)) left--;
  }
  return day;
}
