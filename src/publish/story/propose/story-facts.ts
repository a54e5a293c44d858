import { isTime } from "../../../explore/chart.ts";
import type { TableChange } from "../../../model/reports/review.ts";
import type { DatasetSource, TableFile } from "../../../model/repository.ts";
import type { DescribedTable } from "../../../review/described-table.ts";
import { matchTables } from "../../../review/table/match.ts";
import { compareTables } from "../../../review/tables.ts";
import { chartQuerySchema } from "../../../schemas/content/query.ts";
import { answerChart } from "../../../table/charts/query.ts";
import { type AskableTable, askableSet, type ChartOffer } from "../inserts/askable-set.ts";

/** The greatest of a chart: one name, or two that are equal. */
export type Leader = { names: string[]; value: number };

/** What numbers say of a set and of its last change: all that a proposed text may claim. */
export type StoryFacts = {
  id: string;
  title: string;
  table: { resource: string; title: string; rows: number; isOnly: boolean };
  /** First and last value of the first column of time. */
  period?: { column: string; from: string; to: string };
  /** Rows against those of the version before; absent where nothing is known of one. */
  change?: { before: number; added: number; removed: number; changed: number };
  /** The chart that tells most, and what is greatest on it. */
  chart?: ChartOffer & { counts: boolean; isTime: boolean; column: string; leader?: Leader };
  /** Of the rows that came, the value most of them have in the chart's column. */
  addedLeader?: Leader & { column: string };
};

/** More equal values than these are no news. */
const mostEqual = 2;

/** Labels with their numbers → the greatest, where it is greater than others. */
export function leaderOf(points: readonly (readonly [string, number])[]): Leader | undefined {
  if (points.length < 2) return undefined;
  const value = Math.max(...points.map(([, number]) => number));
  const names = points.flatMap(([name, number]) => (number === value ? [name] : []));
  return value > 0 && names.length <= mostEqual && names.length < points.length
    ? { names, value }
    : undefined;
}

const described = (
  { value }: DatasetSource,
  { table, schema, resource, file }: TableFile,
): DescribedTable | undefined =>
  table && schema
    ? { table, schema, file, resource: value.resources[resource]?.name ?? "", personal: new Set() }
    : undefined;

const tablesIn = (source: DatasetSource): Map<string, DescribedTable> =>
  new Map(
    source.tables.flatMap((file) => {
      const table = described(source, file);
      return table ? [[table.resource, table] as const] : [];
    }),
  );

const rowsTouched = ({ added, removed, changed }: TableChange): number =>
  added.count + removed.count + changed.count;

/** The table that changed most, and how; of a set nothing is known of before, its first. */
function mainTable(before: DatasetSource | undefined, after: DatasetSource) {
  const old = before ? tablesIn(before) : new Map<string, DescribedTable>();
  const all = [...tablesIn(after).values()].map((now) => {
    const was = old.get(now.resource);
    return { now, was, change: was && compareTables(was, now) };
  });
  const [most] = all
    .filter(({ change }) => change && rowsTouched(change) > 0)
    .sort(
      (a, b) => (b.change ? rowsTouched(b.change) : 0) - (a.change ? rowsTouched(a.change) : 0),
    );
  return most ?? all[0];
}

/** The first and the last value of the first column of time, as its report has them. */
function periodOf(source: DatasetSource, table: AskableTable): StoryFacts["period"] {
  const file = source.tables.find(
    ({ resource }) => source.value.resources[resource]?.name === table.resource,
  );
  for (const { name, title, type } of table.columns) {
    const profile = file?.report.columns.find(({ field }) => field === name)?.profile;
    if (isTime(type) && profile?.minimum !== undefined && profile.maximum !== undefined)
      return { column: title, from: profile.minimum, to: profile.maximum };
  }
  return undefined;
}

/** The chart of an offer, and what is greatest on it. */
function toldChart(
  source: DatasetSource,
  { columns }: AskableTable,
  offer: ChartOffer,
): NonNullable<StoryFacts["chart"]> {
  const { limit: _, ...attributes } = offer.insert.attributes;
  const { labels, series } = answerChart([source], chartQuerySchema.parse(attributes));
  const values = series[0]?.values ?? [];
  const leader = leaderOf(
    labels.flatMap((label, index) => {
      const value = values[index];
      return typeof value === "number" ? [[label, value] as const] : [];
    }),
  );
  const columnOf = (wanted: string | undefined) => columns.find(({ name }) => name === wanted);
  const along = columnOf(attributes.x);
  const counts = attributes.y === undefined;
  return {
    ...offer,
    counts,
    isTime: along !== undefined && isTime(along.type),
    column: (counts ? along : columnOf(attributes.y))?.title ?? "",
    ...(leader ? { leader } : {}),
  };
}

/** Of charts that suit a table the first on which something is greatest; days one by one tell least. */
function chartOf(source: DatasetSource, table: AskableTable): StoryFacts["chart"] {
  const isDaily = ({ insert }: ChartOffer) =>
    table.columns.some(
      ({ name, type }) => name === insert.attributes.x && (type === "date" || type === "datetime"),
    );
  const all = [
    ...table.offers.filter((offer) => !isDaily(offer)),
    ...table.offers.filter(isDaily),
  ].map((offer) => toldChart(source, table, offer));
  return all.find(({ leader }) => leader) ?? all[0];
}

/** Of the rows that came, the value most of them have in a column. */
function addedLeaderOf(was: DescribedTable, now: DescribedTable, column: string) {
  const at = now.table.header.indexOf(column);
  const counts = new Map<string, number>();
  for (const { l, r } of matchTables(was, now).rows) {
    const value = l < 0 ? (now.table.rows[r]?.cells[at] ?? "") : "";
    if (value !== "" && !now.schema.missingValues.includes(value))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return leaderOf([...counts]);
}

/**
 * A set, and what it was before where that is known → what its numbers say. Nothing where it has no table to ask.
 */
export function storyFacts(
  after: DatasetSource,
  before: DatasetSource | undefined,
): StoryFacts | undefined {
  const main = mainTable(before, after);
  const tables = askableSet(after).tables;
  const table = tables.find(({ resource }) => resource === main?.now.resource);
  if (!main || !table) return undefined;
  const { now, was, change } = main;
  const chart = chartOf(after, table);
  const period = periodOf(after, table);
  const along = table.columns.find(({ name }) => name === chart?.insert.attributes.x);
  const added =
    was && change && change.added.count > 0 && along && !isTime(along.type)
      ? addedLeaderOf(was, now, along.name)
      : undefined;
  const { resource, title, rows } = table;
  return {
    id: after.id,
    title: after.value.title,
    table: { resource, title, rows, isOnly: tables.length === 1 },
    ...(period ? { period } : {}),
    ...(change && rowsTouched(change) > 0
      ? {
          change: {
            before: change.before,
            added: change.added.count,
            removed: change.removed.count,
            changed: change.changed.count,
          },
        }
      : {}),
    ...(chart ? { chart } : {}),
    ...(added && along ? { addedLeader: { ...added, column: along.title } } : {}),
  };
}
