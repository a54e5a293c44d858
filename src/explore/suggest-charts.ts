import { isAddable, isMeasure, isTime } from "./chart.ts";
import { type ChartRequest, type ExploreColumn, filterKind } from "./view.ts";

const isGroup = (column: ExploreColumn, rows: number): boolean =>
  filterKind(column) === "choice" &&
  column.distinct > 1 &&
  column.distinct < rows - column.missing - 1;

/** Charts that suit a table, the most telling first: over time, by kinds, how numbers are spread, two kinds together. */
export function suggestCharts(columns: readonly ExploreColumn[], rows: number): ChartRequest[] {
  const measures = columns.filter((column) => isMeasure(column, rows));
  const measure = measures[0];
  const groups = columns
    .filter((column) => isGroup(column, rows))
    .sort((a, b) => Number(a.distinct > 12) - Number(b.distinct > 12) || a.missing - b.missing);
  const times = columns.filter(({ type, distinct }) => isTime(type) && distinct > 2);
  const names = columns.filter(
    ({ type, distinct, missing }) =>
      type === "string" && distinct >= rows - missing - 1 && rows - missing > 1 && rows <= 60,
  );
  const figure = measure
    ? { y: measure.name, of: isAddable(measure) ? ("sum" as const) : ("mean" as const) }
    : { of: "count" as const };
  const requests: ChartRequest[] = [];
  for (const { name } of times.slice(0, 1))
    requests.push({ kind: "line", x: name, ...figure, apart: false });
  for (const { name } of groups.slice(0, 2))
    requests.push({ kind: "bar", x: name, of: "count", apart: false });
  if (measure) {
    const [named] = names;
    if (named) requests.push({ kind: "bar", x: named.name, ...figure, apart: false });
    requests.push({ kind: "histogram", x: measure.name, of: "count", apart: false });
  }
  const [first, second] = groups.filter(({ distinct }) => distinct <= 12);
  if (first && second)
    requests.push({ kind: "bar", x: first.name, by: second.name, of: "count", apart: false });
  return requests;
}
