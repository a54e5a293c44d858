import type { Freshness } from "../../../model/catalogue.ts";
import { type Frequency, frequencies } from "../../../vocabularies/dcat/frequencies.ts";

const day = 86_400_000;

/** Calendar day `days` after a date (yyyy-mm-dd). */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);

/**
 * The badge «Не оновлений» of data.gov.ua: last change + lag of the frequency < today.
 * @param modified date or date-time of the last change
 * @param today yyyy-mm-dd
 */
export function freshnessOf(
  frequency: Frequency | undefined,
  modified: string | undefined,
  today: string,
): Freshness {
  if (frequency === undefined || modified === undefined) return { state: "unknown" };
  const { lag } = frequencies[frequency];
  if (lag === undefined) return { state: "closed" };
  const due = addDays(modified.slice(0, 10), lag);
  return { state: due < today ? "overdue" : "current", due };
}
