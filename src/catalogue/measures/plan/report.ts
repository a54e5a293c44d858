import { type Catalogue, published } from "../../../model/catalogue.ts";
import type { TaskState } from "../../../model/plan.ts";
import type { Snapshot } from "../../../model/reports/snapshot.ts";
import type { PlanDescriptor } from "../../../schemas/data/plan.ts";
import { measurePlan } from "./plan.ts";

type ReportTask = {
  task: PlanDescriptor["tasks"][number];
  state: TaskState;
  figures: {
    label: string;
    unit: "percent" | "count" | "yes";
    value: number | null;
    goal?: number;
  }[];
  /** Terms of the year: met, missed, or still ahead. */
  windows: { label: string; state: "met" | "missed" | "ahead" }[];
};

export type YearReport = {
  year: number;
  /** The day its figures are of: the year's last, or today. */
  date: string;
  now: Snapshot;
  /** The first point of the year to compare with; absent where the year has one point only. */
  before?: Snapshot;
  timeline: Snapshot[];
  tasks: ReportTask[];
  /** Sets first published in the year, by date. */
  opened: { id: string; date: string }[];
  withdrawn: { id: string; date: string }[];
  /** News and publications elsewhere. */
  posts: { title: string; date: string; path: string }[];
};

/** Years there can be a report of: those of the plan that have begun and of which the history has a point. */
export const reportYears = ({ plan }: Catalogue, timeline: readonly Snapshot[]): number[] =>
  plan
    ? [...new Set(timeline.map(({ date }) => Number(date.slice(0, 4))))]
        .filter((year) => year >= plan.years[0])
        .sort((a, b) => b - a)
    : [];

/** Everything the council is told of a year, from the same numbers as every other page. */
export function buildReport(
  catalogue: Catalogue,
  timeline: readonly Snapshot[],
  year: number,
): YearReport {
  const { plan, registers, news, tombstones } = catalogue;
  const inYear = (date: string) => date.startsWith(`${year}-`);
  const own = timeline.filter(({ date }) => inYear(date));
  const now = own.at(-1);
  if (!plan || !now) throw new Error(`The history has no point in ${year}.`);
  const before = timeline.filter(({ date }) => date < `${year}-01-01`).at(-1) ?? own[0];
  const results = measurePlan(catalogue);
  const tasks = plan.tasks.map((task): ReportTask => {
    const result = results.find(({ number }) => number === task.number);
    const then = now.tasks.find(({ number }) => number === task.number);
    return {
      task,
      state: then?.state ?? "unproven",
      figures: (result?.indicators ?? []).map(({ label, unit, goal }, index) => ({
        label,
        unit,
        value: then?.values[index] ?? null,
        ...(goal === undefined ? {} : { goal }),
      })),
      windows: (result?.windows ?? [])
        .filter(({ label }) => label.includes(String(year)))
        .map(({ label, met, past }) => ({
          label,
          state: met ? "met" : past ? "missed" : "ahead",
        })),
    };
  });
  return {
    year,
    date: now.date,
    now,
    ...(before && before !== now ? { before } : {}),
    timeline: own,
    tasks,
    opened: published(catalogue)
      .flatMap(({ id, issued }) => (issued ? [{ id, date: issued.slice(0, 10) }] : []))
      .filter(({ date }) => inYear(date))
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1)),
    withdrawn: tombstones.filter(({ date }) => inYear(date)).map(({ id, date }) => ({ id, date })),
    posts: [
      ...news.map(({ title, date, slug }) => ({ title: title.uk, date, path: `/news/${slug}/` })),
      ...registers.publications.map(({ title, date, path }) => ({ title, date, path })),
    ]
      .filter(({ date }) => inYear(date))
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
}
