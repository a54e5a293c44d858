import type { Chart, Localised } from "../../model/catalogue.ts";
import type { Table } from "../../model/table.ts";
import type { ChartDescriptor } from "../../schemas/data/dataset.ts";
import type { TableSchema } from "../../schemas/data/table-schema.ts";

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
  const points = pointsOf(chart, table, schema);
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
    series: titlesOf(chart, schema).map((title, index) => ({
      title,
      values: points.map(([, values]) => {
        const value = values[index] ?? null;
        return value === null ? null : round(value);
      }),
    })),
  };
}

type Point = [label: string, values: (number | null)[]];

/** Rows by the chart's first column, in its order and to its limit; a row without a label is on no chart. */
function pointsOf(chart: ChartDescriptor, table: Table, schema: TableSchema): Point[] {
  const x = table.header.indexOf(chart.x);
  const valuesOf = reader(chart, table, schema);
  const adds = chart.count === true || chart.aggregate === "sum";
  const groups = new Map<string, (number | null)[]>();
  for (const { cells } of table.rows) {
    const label = cells[x] ?? "";
    if (schema.missingValues.includes(label)) continue;
    const values = valuesOf(cells);
    const known = groups.get(label);
    groups.set(
      label,
      known && adds ? known.map((value, index) => added(value, values[index] ?? null)) : values,
    );
  }
  const points = [...groups];
  if (chart.sort === "value")
    points.sort(([a, [m]], [b, [n]]) => (n ?? 0) - (m ?? 0) || (a < b ? -1 : 1));
  return points.slice(0, chart.limit);
}

/** What a row gives to each of the chart's series: itself, or its numbers. */
function reader(
  { count, y = [], divideBy }: ChartDescriptor,
  { header }: Table,
  { missingValues }: TableSchema,
): (cells: readonly string[]) => (number | null)[] {
  if (count) return () => [1];
  const columns = y.map((name) => header.indexOf(name));
  return (cells) =>
    columns.map((column) => {
      const text = cells[column] ?? "";
      return missingValues.includes(text) ? null : Number(text) / divideBy;
    });
}

function titlesOf({ count, y = [], unit }: ChartDescriptor, { fields }: TableSchema): Localised[] {
  if (count) return [{ uk: "Кількість", en: "Count" }];
  // The chart names its own unit, which may be millions of the column's: «Доходи, грн» → «Доходи».
  const bare = (title: string) => (unit ? title.replace(/,[^,]*$/, "") : title);
  return y.map((name) => {
    const field = fields.find((candidate) => candidate.name === name);
    return {
      uk: bare(field?.title ?? name),
      ...(field?.en?.title ? { en: bare(field.en.title) } : {}),
    };
  });
}
