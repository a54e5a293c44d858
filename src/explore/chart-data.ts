export type ChartData = {
  labels: string[];
  /** `rest`: what did not fit is gathered in it. */
  series: { name: string; rest?: true; values: (number | null)[] }[];
  /** The last label gathers so many values that did not fit. */
  restLabels: number;
  /** Rows left out: without a value in a column the chart asks. */
  left: number;
  /** How finely dates are told, where they were brought together. */
  grain?: "month" | "year";
};

/** Twelve digits that mean something: what adding up leaves beyond them is no figure. */
export const round = (value: number): number => Number(value.toPrecision(12));
