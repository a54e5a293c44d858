import type { Chart } from "../../model/catalogue.ts";
import type { DatasetSource } from "../../model/repository.ts";
import type { Table } from "../../model/table.ts";
import type { ChartQuery, FigureQuery } from "../../schemas/content/query.ts";
import { pinnedFile } from "../../schemas/data/pinned.ts";
import type { TableSchema } from "../../schemas/data/table-schema.ts";
import { buildChart } from "./chart.ts";

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
  const { dataset, title, kind, x, y, sort, limit, divideBy, unit } = query;
  const { table, schema, resource } = tableFor(datasets, query);
  const chart = {
    name: "query",
    title,
    resource,
    kind,
    x,
    ...(y ? { y } : { count: true as const }),
    aggregate: "sum" as const,
    sort,
    ...(limit === undefined ? {} : { limit }),
    divideBy,
    ...(unit === undefined ? {} : { unit }),
  };
  return buildChart(dataset, chart, table, schema);
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
    .map(({ cells }) => cells[column] ?? "")
    .filter((cell) => !schema.missingValues.includes(cell))
    .map((cell) => Number(cell) / query.divideBy);
  if (values.length === 0) return undefined;
  const sum = values.reduce((total, value) => total + value, 0);
  return {
    sum,
    mean: sum / values.length,
    minimum: Math.min(...values),
    maximum: Math.max(...values),
  }[query.of];
}
