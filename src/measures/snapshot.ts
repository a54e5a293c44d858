import { type Catalogue, published } from "../model/catalogue.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { measureConformity } from "./conformity.ts";
import { addDays } from "./freshness.ts";
import { measureMqa } from "./mqa.ts";
import { measurePlan } from "./plan.ts";
import { measureRating } from "./rating.ts";

/** Every figure of a catalogue that is followed over time. */
export function snapshotOf(catalogue: Catalogue, commit?: string): Snapshot {
  const datasets = published(catalogue).map((dataset) => ({
    id: dataset.id,
    points: measureMqa(dataset).score,
    conforms: measureConformity(dataset).conforms,
    timely: dataset.freshness.state === "current" || dataset.freshness.state === "closed",
  }));
  return {
    date: catalogue.today,
    ...(commit === undefined ? {} : { commit }),
    sets: datasets.length,
    conforming: datasets.filter(({ conforms }) => conforms).length,
    timely: datasets.filter(({ timely }) => timely).length,
    datasets: datasets.map(({ timely: _, ...rest }) => rest).sort((a, b) => (a.id < b.id ? -1 : 1)),
    scores: measureRating(catalogue).map(({ publisher, score }) => ({ publisher, score })),
    tasks: measurePlan(catalogue).map(({ number, state, indicators }) => ({
      number,
      state,
      values: indicators.map(({ value }) => value ?? null),
    })),
  };
}

/** Longest spans that are followed day by day and week by week; beyond them, month by month. */
const days = 14;
const weeks = 90;
/** Months looked back at most: the plan's three years. */
const months = 36;

const lastOfMonth = (day: string): boolean => addDays(day, 1).endsWith("-01");
const isSunday = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 0;

/**
 * Days a history from `first` to `today` is looked at: each day of a short one, Sundays of a longer one, then the last
 * days of months; `first` and `today` always. At most 38 days, however long the history.
 */
export function snapshotDays(first: string, today: string): string[] {
  if (first >= today) return [today];
  const between: string[] = [];
  for (let day = addDays(first, 1); day < today; day = addDays(day, 1)) between.push(day);
  const chosen =
    between.length < days
      ? between
      : between.length < weeks
        ? between.filter(isSunday)
        : between.filter(lastOfMonth).slice(-months);
  return [first, ...chosen, today];
}
