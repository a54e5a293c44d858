import type { Catalogue } from "../../../model/catalogue.ts";
import type { Indicator, Window } from "../../../model/plan.ts";

export type Figures = { indicators: Indicator[]; windows?: Window[] };
export type Measure = (catalogue: Catalogue, years: readonly number[]) => Figures;

const percent = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : Math.round((1000 * part) / whole) / 10;

export const yes = (label: string, value: boolean, formula: string): Indicator => ({
  label,
  value: value ? 1 : 0,
  unit: "yes",
  goal: 1,
  formula,
});
export const count = (
  label: string,
  value: number,
  goal: number | undefined,
  formula: string,
): Indicator => ({
  label,
  value,
  unit: "count",
  ...(goal === undefined ? {} : { goal }),
  formula,
});
/** A number to know, not to reach; undefined where no file says it. */
export const known = (label: string, value: number | undefined, formula: string): Indicator => ({
  label,
  value,
  unit: "count",
  formula,
});

export const share = (
  label: string,
  [part, whole]: [part: number, whole: number],
  goal: number | undefined,
  formula: string,
): Indicator => ({
  label,
  value: percent(part, whole),
  unit: "percent",
  ...(goal === undefined ? {} : { goal }),
  formula,
});

/** The day a year before, for «in the last twelve months». */
export const yearBefore = (today: string): string =>
  `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
export const recent = <T extends { date: string }>(entries: readonly T[], today: string): T[] =>
  entries.filter(({ date }) => date > yearBefore(today) && date <= today);

/** Years of the plan that have begun, each with what proves it. */
export const yearly = (
  years: readonly number[],
  today: string,
  proofs: (year: number) => string[],
  due: (year: number) => string = (year) => `${year}-12-31`,
): Window[] =>
  years.map((year) => {
    const evidence = proofs(year);
    return { label: String(year), met: evidence.length > 0, past: due(year) < today, evidence };
  });

const quarters = ["I", "II", "III", "IV"];
export const quarterLabel = (year: string | number, quarter: number): string =>
  `${quarters[quarter - 1]} квартал ${year}`;
export const quarterOf = (date: string): string =>
  quarterLabel(date.slice(0, 4), Math.ceil(Number(date.slice(5, 7)) / 3));
