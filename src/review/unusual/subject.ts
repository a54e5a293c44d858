import type { UnusualKind } from "../../model/reports/review.ts";

/** A cell of the newer table that came or changed; `row` counts the newer table's rows from 0. */
export type Fresh = { row: number; before: string | undefined; after: string };

/** One column in two versions of a table, as detectors see it: what it held, what came. Missing values are empty. */
export type ColumnPair = {
  /** Its place in the newer table. */
  index: number;
  /** Its place in the older one. */
  oldIndex: number;
  kind: "number" | "date" | "text";
  /** A code, a coordinate or a key: its size means nothing. */
  code: boolean;
  /** Every cell of the older table, in its order. */
  old: readonly string[];
  /** Cells of rows that stayed and changed. */
  changed: readonly Fresh[];
  /** Cells of rows that came. */
  added: readonly Fresh[];
};

/** Two versions of a table, rows and columns matched. */
export type TablePair = {
  before: readonly (readonly string[])[];
  after: readonly (readonly string[])[];
  /** Rows of the newer table, by their place in it, that came. */
  added: readonly number[];
  /** Places in the newer table of columns that tell rows apart. */
  key: readonly number[];
  columns: readonly ColumnPair[];
};

/** Something a column or a table never did before; the higher the weight, the rarer. */
export type Unusual = {
  kind: UnusualKind;
  /** Place of the column in the newer table; absent where it is the whole table's. */
  column?: number;
  weight: number;
  /** What is usual and what is not, in figures, or cells; cells may be personal and are veiled later. */
  was: string;
  is: string;
  /** Cells or rows concerned, and the first of them. */
  count: number;
  spots: readonly Fresh[];
};

/** Spots that a report names; the rest are counted. */
export const mostSpots = 5;

/** Values below which a column has no habit to speak of. */
export const leastHabit = 8;

const numbersKnown = new WeakMap<readonly string[], readonly number[]>();

/** The numbers of a column's cells; several detectors ask, they are read once. */
export function numbersOf(cells: readonly string[]): readonly number[] {
  const known = numbersKnown.get(cells);
  if (known) return known;
  const numbers: number[] = [];
  for (const cell of cells) {
    const value = cell === "" ? Number.NaN : Number(cell);
    if (Number.isFinite(value)) numbers.push(value);
  }
  numbersKnown.set(cells, numbers);
  return numbers;
}

/** The value below which a share of sorted values lies. */
export const quantile = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

export const sortedNumbers = (values: readonly number[]): Float64Array =>
  Float64Array.from(values).sort();

/** The widest step between neighbours of sorted values. */
export function widestGap(sorted: Float64Array): number {
  let widest = 0;
  for (let at = 1; at < sorted.length; at++)
    widest = Math.max(widest, (sorted[at] ?? 0) - (sorted[at - 1] ?? 0));
  return widest;
}
