import type { Chart, Localised } from "../model/catalogue.ts";
import type { Table } from "../model/table.ts";
import type { ChartDescriptor } from "../schemas/data/dataset.ts";
import type { TableSchema } from "../schemas/data/table-schema.ts";

const round = (value: number): number => Math.round(value * 100) / 100;

/** Two numbers together; one that is not there adds nothing. */
const added = (a: number | null, b: number | null): number | null =>
  a === null && b === null ? null : (a ?? 0) + (b ?? 0);

/** A chart's description and its table → labels and numbers, ready to draw and to read. */
export function buildChart(
  dataset: string,
  chart: ChartDescriptor,
  table: Table,
  schema: TableSchema,
): Chart {
  const missing = new Set(schema.missingValues);
  const columnOf = (name: string) => table.header.indexOf(name);
  const x = columnOf(chart.x);
  const y = chart.y ?? [];
  const groups = new Map<string, (number | null)[]>();
  for (const { cells } of table.rows) {
    const label = cells[x] ?? "";
    if (missing.has(label)) continue;
    const values = chart.count
      ? [1]
      : y.map((name) => {
          const text = cells[columnOf(name)] ?? "";
          return missing.has(text) ? null : Number(text) / chart.divideBy;
        });
    const known = groups.get(label);
    const adds = chart.count === true || chart.aggregate === "sum";
    groups.set(
      label,
      known && adds ? known.map((value, index) => added(value, values[index] ?? null)) : values,
    );
  }
  let points = [...groups];
  if (chart.sort === "value")
    points.sort(([a, [m]], [b, [n]]) => (n ?? 0) - (m ?? 0) || (a < b ? -1 : 1));
  if (chart.limit !== undefined) points = points.slice(0, chart.limit);
  // The chart names its own unit, which may be millions of the column's: «Доходи, грн» → «Доходи».
  const bare = (title: string) => (chart.unit ? title.replace(/,[^,]*$/, "") : title);
  const titles: Localised[] = chart.count
    ? [{ uk: "Кількість", en: "Count" }]
    : y.map((name) => {
        const field = schema.fields.find((candidate) => candidate.name === name);
        return {
          uk: bare(field?.title ?? name),
          ...(field?.en?.title ? { en: bare(field.en.title) } : {}),
        };
      });
  return {
    dataset,
    name: chart.name,
    title: { uk: chart.title, ...(chart.en ? { en: chart.en.title } : {}) },
    kind: chart.kind,
    ...(chart.unit
      ? { unit: { uk: chart.unit, ...(chart.en?.unit ? { en: chart.en.unit } : {}) } }
      : {}),
    x: schema.fields.find(({ name }) => name === chart.x)?.title ?? chart.x,
    labels: points.map(([label]) => label),
    series: titles.map((title, index) => ({
      title,
      values: points.map(([, values]) => {
        const value = values[index] ?? null;
        return value === null ? null : round(value);
      }),
    })),
  };
}
