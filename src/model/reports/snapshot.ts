import type { TaskState } from "../plan.ts";

/** What the portal's figures were on a day, counted by today's formulas from the files of that day's commit. */
export type Snapshot = {
  /** yyyy-mm-dd */
  date: string;
  /** The last commit of that day; absent for files that are not committed yet. */
  commit?: string;
  sets: number;
  /** Sets that conform to recommendations and standards. */
  conforming: number;
  /** Sets not late by the national portal's rule. */
  timely: number;
  /** By dataset: points of the assessment of its description, and does it conform. */
  datasets: { id: string; points: number; conforms: boolean }[];
  scores: { publisher: string; score: number }[];
  /** By task of the plan; values stand in the order of its indicators, null where nothing was known. */
  tasks: { number: string; state: TaskState; values: (number | null)[] }[];
};

/** Of one figure: a day and its value. */
export type Point = { date: string; value: number | null };
