import { suggestCharts } from "../../../explore/suggest-charts.ts";
import type { ChartRequest, ExploreColumn } from "../../../explore/view.ts";
import type { DatasetSource, TableFile } from "../../../model/repository.ts";
import { pinnedFile } from "../../../schemas/data/pinned.ts";
import { isNumeric } from "../../../table/column/cell.ts";
import type { Insert } from "./insert-tag.ts";

/** A table that inserts may ask. */
export type AskableTable = {
  resource: string;
  title: string;
  rows: number;
  columns: ExploreColumn[];
  /** Charts that suit it, the most telling first. */
  offers: ChartOffer[];
};

/** A chart that may be put in a text as it is. */
export type ChartOffer = { title: string; insert: Insert };

/** A set as the buttons of the editor know it: charts of its passport, and its tables. */
export type AskableSet = {
  id: string;
  title: string;
  charts: ChartOffer[];
  tables: AskableTable[];
};

/** Bars that an offered chart has at most: those with the greatest values. */
const mostBars = 10;

const columnsOf = ({ report, schema }: TableFile): ExploreColumn[] =>
  report.columns.flatMap(({ field: name, profile }) => {
    const field = schema?.fields.find((one) => one.name === name);
    return field
      ? [
          {
            name: field.name,
            title: field.title ?? field.name,
            type: field.type,
            distinct: profile.distinct,
            missing: profile.missing,
          },
        ]
      : [];
  });

/** May a column be added up? */
export const isNumber = ({ type }: ExploreColumn): boolean => isNumeric(type);

/** What a chart of a table is called: what it counts or adds up, and along what. */
export const chartTitle = (x: ExploreColumn, y?: ExploreColumn): string =>
  y === undefined ? `Кількість записів: ${x.title}` : `${y.title}: ${x.title}`;

/** A suggested chart as a news item may have it: of the kinds that inserts know, one series, the greatest values. */
function offerOf(
  dataset: string,
  { resource, columns }: Pick<AskableTable, "resource" | "columns">,
  { kind, x, y, by }: ChartRequest,
): ChartOffer[] {
  const along = columns.find(({ name }) => name === x);
  if (kind === "histogram" || by !== undefined || !along) return [];
  const summed = columns.find(({ name }) => name === y);
  const title = chartTitle(along, summed);
  const attributes = {
    dataset,
    resource,
    title,
    kind,
    x,
    ...(summed ? { y: summed.name } : {}),
    ...(kind === "bar" ? { sort: "value", limit: String(mostBars) } : {}),
  };
  return [{ title, insert: { name: "Chart", attributes } }];
}

/** A table of a set as inserts may ask it; none where it has no structure, or lies elsewhere. */
function askableTable({ id, value }: DatasetSource, file: TableFile): AskableTable[] {
  const resource = value.resources[file.resource];
  if (!resource || pinnedFile(resource) || !file.table || !file.schema) return [];
  const { rows } = file.report;
  const columns = columnsOf(file);
  const table = { resource: resource.name, title: resource.title, rows, columns };
  const offers = suggestCharts(columns, rows).flatMap((request) => offerOf(id, table, request));
  return [{ ...table, offers }];
}

export function askableSet(source: DatasetSource): AskableSet {
  const { id, value, tables } = source;
  return {
    id,
    title: value.title,
    charts: value.charts.map(({ name, title }) => ({
      title,
      insert: { name: "Chart", attributes: { dataset: id, name } },
    })),
    tables: tables.flatMap((file) => askableTable(source, file)),
  };
}
