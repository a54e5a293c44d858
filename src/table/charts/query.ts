import { type Chart, localised } from "../../model/catalogue.ts";
import type { DatasetSource } from "../../model/repository.ts";
import type { Table } from "../../model/table.ts";
import type { ChartQuery, FigureQuery } from "../../schemas/content/query.ts";
import { pinnedFile } from "../../schemas/data/pinned.ts";
import type { TableSchema } from "../../schemas/data/table-schema.ts";
import { extremes } from "../extremes.ts";
import { placeMoments } from "../moment.ts";
import { buildChart, numberIn } from "./chart.ts";
import type { AskedChart } from "./row-labels.ts";
import { filledTime } from "./time-labels.ts";

type Query = Pick<ChartQuery, "dataset" | "resource" | "where">;

/** Does a table lie outside the repository? It may not be at hand when the portal is built, and is asked nothing. */
const isPinned = ({ value }: DatasetSource, index: number): boolean => {
  const resource = value.resources[index];
  return resource !== undefined && pinnedFile(resource) !== undefined;
};

/** The table a question is about: the named resource of the dataset, or its first table; its rows filtered. */
function tableFor(
  datasets: readonly DatasetSource[],
  { dataset, resource, where = [] }: Query,
): { table: Table; schema: TableSchema; resource: string } {
  const source = datasets.find(({ id }) => id === dataset);
  const names = source?.value.resources.map(({ name }) => name) ?? [];
  const found = source?.tables.find(({ resource: index }) =>
    resource === undefined ? !isPinned(source, index) : names[index] === resource,
  );
  if (!found?.table || !found.schema) throw new Error(`No table to ask in "${dataset}".`);
  const { header, rows } = found.table;
  const kept = rows.filter(({ cells }) =>
    where.every(({ column, value }) => cells[header.indexOf(column)] === value),
  );
  return {
    table: { header, rows: kept },
    schema: found.schema,
    resource: names[found.resource] ?? "",
  };
}

/** A question of a dashboard → its chart; values of rows with the same x add up. */
export function answerChart(datasets: readonly DatasetSource[], query: ChartQuery): Chart {
  const { dataset, and, names: ___, where: _, y, resource: __, ...written } = query;
  const { en, enNames: ____, enFinding, enUnit, ...asked } = written;
  const { table, schema, resource } = tableFor(datasets, query);
  const chart = {
    ...asked,
    en: defined({ title: en, finding: enFinding, unit: enUnit }),
    name: "query",
    resource,
    ...(y ? { y } : { count: true as const }),
    aggregate: "sum" as const,
  };
  const own = buildChart(dataset, defined(chart) as AskedChart, table, schema);
  return and ? withOthers(datasets, own, and, query) : own;
}

/** The same without keys that hold nothing. */
const defined = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));

/** A chart of one table with those of others beside it, a series each, named after the sets; labels are all that any has. */
function withOthers(
  datasets: readonly DatasetSource[],
  own: Chart,
  others: NonNullable<ChartQuery["and"]>,
  {
    resource: _,
    where: __,
    and: ___,
    as,
    limit: ____,
    names = [],
    enNames = [],
    ...query
  }: ChartQuery,
): Chart {
  const charts = [
    own,
    ...others.map(({ dataset, x, y }) =>
      answerChart(datasets, { ...query, dataset, x, y: y === undefined ? undefined : [y] }),
    ),
  ];
  const all = [...new Set(charts.flatMap(({ labels }) => labels))];
  const labels = own.scale === "time" ? filledTime(all.sort(placeMoments)) : all;
  const titleOf = (id: string) => datasets.find((source) => source.id === id)?.value;
  const { cut: _____, partial: ______, left: _______, ...rest } = own;
  const partial = charts.flatMap((chart) => chart.partial ?? []);
  return {
    ...rest,
    labels,
    series: charts.map(({ dataset, labels: known, series }, index) => ({
      title:
        names[index] === undefined
          ? localised(titleOf(dataset)?.title ?? dataset, titleOf(dataset)?.en?.title)
          : localised(names[index], enNames[index]),
      values: indexed(
        labels.map((label) => series[0]?.values[known.indexOf(label)] ?? null),
        as,
      ),
    })),
    adds: as === undefined && own.adds,
    others: others.map(({ dataset }) => dataset),
    ...leftOf(charts),
    ...(partial.length > 0 ? { partial } : {}),
  };
}

/** Rows that none of the charts shows, and what each one's first series lacks by them. */
function leftOf(charts: readonly Chart[]): Pick<Chart, "left"> {
  const rows = charts.reduce((sum, { left }) => sum + (left?.rows ?? 0), 0);
  const sums = charts.map(({ left }) => left?.sums[0] ?? null);
  return rows === 0 ? {} : { left: { rows, sums } };
}

/** Values in per cent of the first of them, where an index is asked. */
function indexed(values: (number | null)[], as: ChartQuery["as"]): (number | null)[] {
  if (as !== "index") return values;
  const first = values.find((value) => value !== null && value !== 0) ?? 0;
  return values.map((value) =>
    value === null || first === 0 ? null : Math.round((value / first) * 10_000) / 100,
  );
}

/** A question of a dashboard → its number; cells without a value do not count, and of none there is no number. */
export function answerFigure(
  datasets: readonly DatasetSource[],
  query: FigureQuery,
): number | undefined {
  const { table, schema } = tableFor(datasets, query);
  if (query.of === "rows") return table.rows.length;
  const column = table.header.indexOf(query.column ?? "");
  const values = table.rows
    .flatMap(({ cells }) => numberIn(cells[column] ?? "", schema.missingValues) ?? [])
    .map((value) => value / query.divideBy);
  if (values.length === 0) return undefined;
  const { least, most } = extremes(values);
  const sum = values.reduce((total, value) => total + value, 0);
  return {
    sum,
    mean: sum / values.length,
    minimum: least,
    maximum: most,
  }[query.of];
}
