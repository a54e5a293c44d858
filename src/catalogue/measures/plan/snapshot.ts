import { type Catalogue, published } from "../../../model/catalogue.ts";
import type { Point, Snapshot } from "../../../model/reports/snapshot.ts";
import { measureConformity } from "../quality/conformity.ts";
import { addDays } from "../quality/freshness.ts";
import { measureMqa } from "../quality/mqa.ts";
import { measureRating } from "../quality/rating.ts";
import { measurePlan } from "./plan.ts";

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

const isYearsEnd = (day: string): boolean => day.endsWith("-12-31");

/**
 * Days a history from `first` to `today` is looked at: each day of a short one, Sundays of a longer one, then the last
 * days of months of three years; `first`, `today` and the last days of years always, for the yearly reports.
 */
export function snapshotDays(first: string, today: string): string[] {
  if (first >= today) return [today];
  const between: string[] = [];
  for (let day = addDays(first, 1); day < today; day = addDays(day, 1)) between.push(day);
  const chosen =
    between.length < days
      ? between
      : between.length < weeks
        ? between.filter((day) => isSunday(day) || isYearsEnd(day))
        : between.filter(isYearsEnd).concat(between.filter(lastOfMonth).slice(-months));
  return [...new Set([first, ...chosen.sort(), today])];
}

/** One figure of a task over time. */
export const taskTrend = (timeline: readonly Snapshot[], number: string, index: number): Point[] =>
  timeline.map(({ date, tasks }) => ({
    date,
    value: tasks.find((task) => task.number === number)?.values[index] ?? null,
  }));

/** A publisher's score over time. */
export const scoreTrend = (timeline: readonly Snapshot[], publisher: string): Point[] =>
  timeline.map(({ date, scores }) => ({
    date,
    value: scores.find((score) => score.publisher === publisher)?.score ?? null,
  }));

const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((1000 * part) / whole) / 10;

/** Shares of the whole catalogue over time, in per cent. */
export const qualityTrend = (
  timeline: readonly Snapshot[],
): { conforming: Point[]; timely: Point[] } => ({
  conforming: timeline.map(({ date, conforming, sets }) => ({
    date,
    value: percent(conforming, sets),
  })),
  timely: timeline.map(({ date, timely, sets }) => ({ date, value: percent(timely, sets) })),
});

export type Improvement = { id: string; since: string; from: number; to: number };

/** Sets whose description gained points within a year, the greatest gain first. */
export function improvements(timeline: readonly Snapshot[]): Improvement[] {
  const now = timeline.at(-1);
  if (!now) return [];
  const start = addDays(now.date, -365);
  const firsts = new Map<string, { since: string; from: number }>();
  for (const { date, datasets } of timeline)
    if (date >= start)
      for (const { id, points } of datasets)
        if (!firsts.has(id)) firsts.set(id, { since: date, from: points });
  return now.datasets
    .flatMap(({ id, points }): Improvement[] => {
      const first = firsts.get(id);
      return first && points > first.from ? [{ id, ...first, to: points }] : [];
    })
    .sort((a, b) => b.to - b.from - (a.to - a.from) || (a.id < b.id ? -1 : 1));
}
