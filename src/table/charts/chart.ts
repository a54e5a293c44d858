import { type Chart, type Localised, localised } from "../../model/catalogue.ts";
import type { Table } from "../../model/table.ts";
import type { ChartDescriptor } from "../../schemas/data/dataset.ts";
import type { Field, TableSchema } from "../../schemas/data/table-schema.ts";
import { isNumeric } from "../column/cell.ts";
import { placeMoments } from "../moment.ts";
import { type AskedChart, columnOf, gathersRows, labelsOf, toldApart } from "./row-labels.ts";
import { filledTime, partialYears } from "./time-labels.ts";

const round = (value: number): number => Math.round(value * 100) / 100;
const rounded = (values: readonly (number | null)[]): (number | null)[] =>
  values.map((value) => (value === null ? null : round(value)));

/** Two numbers together; one that is not there adds nothing. */
const added = (a: number | null, b: number | null): number | null =>
  a === null && b === null ? null : (a ?? 0) + (b ?? 0);

/** A chart's description and its table → labels and numbers, ready to draw and to read. */
export function buildChart(
  dataset: string,
  chart: AskedChart,
  table: Table,
  schema: TableSchema,
): Chart {
  const apart = toldApart(chart, table, schema);
  // Rows of one year, each for itself, are no points in time.
  const scale = apart ? "names" : scaleOf(chart, schema);
  const { parts, points: all, left } = pointsOf(chart, table, schema, apart);
  // A name without a number has no bar; a point in time without one is a gap that is seen.
  const points =
    scale === "names" ? all.filter(([, values]) => values.some((value) => value !== null)) : all;
  const shown = inOrder(points, chart, scale).slice(0, chart.limit);
  const sums = parts.map((_, index) =>
    points
      .map(([, values]) => values[index] ?? null)
      // Whose part a row is that names none, nobody knows.
      .reduce(added, chart.by === undefined ? (left.sums[index] ?? null) : null),
  );
  const words = apart ? new Map<string, string>() : wordsOf(chart, table);
  const partial = chart.per === "year" ? partialYears(columnOf(chart.x, table, schema)) : [];
  return {
    dataset,
    name: chart.name,
    title: localised(chart.title, chart.en?.title),
    ...(chart.finding ? { finding: localised(chart.finding, chart.en?.finding) } : {}),
    kind: chart.kind,
    ...(chart.as
      ? { unit: { uk: "%" } }
      : chart.unit
        ? { unit: localised(chart.unit, chart.en?.unit) }
        : {}),
    x: localised(fieldOf(schema, chart.x)?.title ?? chart.x, fieldOf(schema, chart.x)?.en?.title),
    scale,
    labels: shown.map(([label]) => words.get(label) ?? label),
    series: recounted(
      shown.map(([, values]) => values),
      parts.length,
      chart.as,
    ).map((values, index) => ({
      title: parts[index] ?? { uk: "" },
      values: rounded(values),
    })),
    adds: chart.as === undefined && (chart.count === true || chart.aggregate === "sum"),
    ...(shown.length < points.length && chart.limit !== undefined
      ? {
          cut: {
            labels: points.length,
            sums: rounded(sums),
            largest: chart.sort === "value",
          },
        }
      : {}),
    ...(points.length < all.length ? { blank: all.length - points.length } : {}),
    ...(left.rows > 0
      ? { left: { rows: left.rows, sums: chart.count ? [] : rounded(left.sums) } }
      : {}),
    ...(partial.length > 0 ? { partial } : {}),
    ...(chart.as ? { as: chart.as } : {}),
  };
}

const fieldOf = ({ fields }: TableSchema, name: string): Field | undefined =>
  fields.find((field) => field.name === name);

/** How labels of a column follow each other; a column of numbers that is called a year is one of years. */
function scaleOf({ x, per, sort }: AskedChart, schema: TableSchema): Chart["scale"] {
  const field = fieldOf(schema, x);
  if (!field || per === "street") return "names";
  if (per) return "time";
  // Sorted by their figures, points in time are names.
  if (sort === "value") return "names";
  const isYear = isNumeric(field.type) && /^(year|rik)$|^рік$/i.test(`${field.name}`);
  if (isYear || ["date", "datetime", "yearmonth", "year"].includes(field.type)) return "time";
  return isNumeric(field.type) ? "number" : "names";
}

type Point = [label: string, values: (number | null)[]];

/** Rows that are on no chart, and what each series lacks by them. */
type Left = NonNullable<Chart["left"]>;

/**
 * Rows by the chart's first column. A series for each measure, or for each value of `by`.
 * @param apart labels of the rows, where those of one label are told apart
 */
function pointsOf(
  chart: AskedChart,
  table: Table,
  schema: TableSchema,
  apart: readonly string[] | undefined,
): { parts: Localised[]; points: Point[]; left: Left } {
  const labels = apart ?? labelsOf(chart, table, schema);
  const valuesOf = reader(chart, table, schema);
  const adds = gathersRows(chart);
  const partOf = partReader(chart, table, schema);
  const names = chart.by === undefined ? [] : partNames(table, partOf);
  const parts = names.length > 0 ? names.map((uk) => ({ uk })) : titlesOf(chart, schema);
  const groups = new Map<string, (number | null)[]>();
  const left: Left = { rows: 0, sums: [] };
  // Rows without a number, by their label: where no row of it has one, the label itself is told of.
  const empty: string[] = [];
  table.rows.forEach(({ cells }, row) => {
    const label = labels[row] ?? "";
    const own = valuesOf(cells);
    const at = names.indexOf(partOf(cells));
    const isApart = names.length > 0 && at === -1;
    const values =
      names.length > 0 ? names.map((_, index) => (index === at ? (own[0] ?? null) : null)) : own;
    if (label === "" || isApart) {
      left.rows += 1;
      left.sums = own.map((value, index) => added(left.sums[index] ?? null, value));
      return;
    }
    if (own.every((value) => value === null)) empty.push(label);
    const known = groups.get(label);
    groups.set(
      label,
      known && adds ? known.map((value, index) => added(value, values[index] ?? null)) : values,
    );
  });
  left.rows += empty.filter((label) => groups.get(label)?.some((value) => value !== null)).length;
  return { parts, points: [...groups], left };
}

/** Series by `by`: its cells, or the years of the very column that stands along the chart. */
function partReader({ x, by }: AskedChart, { header }: Table, { missingValues }: TableSchema) {
  const at = header.indexOf(by ?? "");
  return (cells: readonly string[]): string => {
    const cell = cells[at] ?? "";
    return missingValues.includes(cell) ? "" : by === x ? cell.slice(0, 4) : cell;
  };
}

/** More series than these nobody tells apart: the largest stay. */
const mostParts = 5;

function partNames({ rows }: Table, partOf: (cells: readonly string[]) => string): string[] {
  const counts = new Map<string, number>();
  for (const { cells } of rows) {
    const part = partOf(cells);
    if (part !== "") counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostParts)
    .map(([part]) => part)
    .sort();
}

/** Points as they stand on the chart: by their figures, by the column's own order, or in time with those between that have no rows. */
function inOrder(
  points: readonly Point[],
  { sort, count }: AskedChart,
  scale: Chart["scale"],
): Point[] {
  const total = ([, values]: Point): number => values.reduce(added, null) ?? 0;
  if (sort === "value")
    return [...points].sort((a, b) => total(b) - total(a) || (a[0] < b[0] ? -1 : 1));
  if (scale !== "time") return [...points];
  const known = new Map(points);
  const width = points[0]?.[1].length ?? 0;
  // On a day nobody counted anything there was none; a sum or a mean of no rows is not known.
  const nothing = Array<number | null>(width).fill(count === true ? 0 : null);
  return filledTime([...known.keys()].sort(placeMoments)).map((label) => [
    label,
    known.get(label) ?? nothing,
  ]);
}

/** What is said of a label in words, where a column of its own says it. */
function wordsOf({ x, labels }: AskedChart, { header, rows }: Table): Map<string, string> {
  if (labels === undefined) return new Map();
  const [from, to] = [header.indexOf(x), header.indexOf(labels)];
  return new Map(rows.map(({ cells }) => [cells[from] ?? "", cells[to] ?? ""]));
}

/** Values of points → of series, as they are, or in per cent: of each label's sum, or of the first value of a series. */
function recounted(
  points: readonly (readonly (number | null)[])[],
  parts: number,
  as: Chart["as"],
): (number | null)[][] {
  const series = Array.from({ length: parts }, (_, index) =>
    points.map((values) => values[index] ?? null),
  );
  if (as === undefined) return series;
  const sums = points.map((values) => values.reduce(added, null) ?? 0);
  return series.map((values) => {
    const first = values.find((value) => value !== null && value !== 0) ?? 0;
    return values.map((value, at) => {
      const whole = as === "share" ? (sums[at] ?? 0) : first;
      return value === null || whole === 0 ? null : (value / whole) * 100;
    });
  });
}

/** What a row gives to each of the chart's series: itself, or its numbers; a cell without a number gives none, not 0. */
function reader(
  { count, y = [], divideBy }: ChartDescriptor,
  { header }: Table,
  { missingValues }: TableSchema,
): (cells: readonly string[]) => (number | null)[] {
  if (count) return () => [1];
  const columns = y.map((name) => header.indexOf(name));
  return (cells) =>
    columns.map((column) => {
      const value = numberIn(cells[column] ?? "", missingValues);
      return value === undefined ? null : value / divideBy;
    });
}

/** The number a cell holds; nothing where it is empty, whatever the table writes for a missing value. */
export function numberIn(cell: string, missingValues: readonly string[]): number | undefined {
  const value = cell.trim() === "" || missingValues.includes(cell) ? Number.NaN : Number(cell);
  return Number.isFinite(value) ? value : undefined;
}

function titlesOf({ count, y = [], unit }: ChartDescriptor, { fields }: TableSchema): Localised[] {
  if (count) return [{ uk: "Кількість", en: "Count" }];
  // The chart names its own unit, which may be millions of the column's: «Доходи, грн» → «Доходи».
  const bare = (title: string) => (unit ? title.replace(/,[^,]*$/, "") : title);
  return y.map((name) => {
    const field = fields.find((candidate) => candidate.name === name);
    return localised(bare(field?.title ?? name), field?.en?.title && bare(field.en.title));
  });
}
