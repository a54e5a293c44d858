import type { StreetAsked, StreetColumns } from "../find/street/row-address.ts";
import type { Field } from "../schemas/data/table-schema.ts";
import { isNumeric } from "../table/column/cell.ts";

/** A column as its reader knows it. */
export type ExploreColumn = {
  name: string;
  title: string;
  /** Language of the title, where it is not the page's. */
  lang?: string;
  type: Field["type"];
  description?: string;
  distinct: number;
  missing: number;
};

/** What a page tells the explorer of a table: where its file lies, how it is written, what its columns are. */
export type ExploredTable = {
  title: string;
  /** Whose data of what time, in words: for pictures of charts that leave the page. */
  source?: string[];
  /** Address of the CSV file. */
  src: string;
  rows: number;
  headerRows: number;
  missing: string[];
  columns: ExploreColumn[];
  /** Names of columns, what matters first; without it they are shown as the file has them. */
  order?: string[];
  /** The column a row is called by. */
  called?: string;
  /** Columns that say where a row is, where the table has both. */
  place?: { lat: string; lon: string };
  /** Columns that say its address, where the table has such. */
  streets?: StreetColumns;
  /** What is shown first where that is not the table: a table of places is a map. */
  opens?: "map";
  /** Where a mistake in a row is told, and what is told with it. */
  report?: RowReport;
  /** Addresses of a large table's twin and of the index of its rows. */
  large?: { parquet: string; index: string };
  /** What the file is (Subresource Integrity), of those that lie here. */
  integrity?: string;
  /** Of a file on another server: what its content must be (Subresource Integrity), or, of a large one, how many bytes of its beginning are read. */
  elsewhere?: { integrity: string } | { start: number };
};

/** To whom a mistake in a row of a table is told. */
export type RowReport = {
  /** The set: its id, its title, the address of its page. */
  dataset: string;
  title: string;
  page: string;
  email: string;
  /** Which file, as it stands in a sentence: its name, its day, the beginning of its checksum. */
  version: string;
  /** The public form of the portal's repository, its set filled in, where there is one. */
  form?: string;
};

/** What is asked of one column; a filter of another kind than the column's is not applied. */
export type Filter =
  | { kind: "range"; from: string; to: string }
  | { kind: "choice"; values: string[] }
  | { kind: "text"; text: string };

/** What a reader asks to see: rows grouped by `x`, of each group a figure, and groups parted by a second column. */
export type ChartRequest = {
  kind: "bar" | "line" | "histogram";
  x: string;
  /** The column that is added up or averaged; rows are counted without it. */
  y?: string;
  /** A second column beside it, counted the same way; never with `by`. */
  y2?: string;
  of: "count" | "sum" | "mean";
  /** A column whose values are series of their own; the very column of time that stands along the chart lays its years over each other. */
  by?: string;
  /** Each group's parts in per cent of their sum, or each series in per cent of its first value. */
  as?: "share" | "index";
  /** A small chart for each value of `by`, not one stacked chart. */
  apart: boolean;
};

/** Everything a reader chose: a table is always shown through one, and an address holds one. */
export type View = {
  /** Text to find in any cell of a row. */
  q: string;
  /** Rows of a street or of a house, as «Моя вулиця» counts them. */
  street?: StreetAsked | undefined;
  sort?: { column: string; down: boolean };
  filters: Record<string, Filter>;
  hidden: string[];
  /** Columns the reader put before the others, in this order. */
  first: string[];
  /** From 1. */
  page: number;
  /** The row that stands open, by its number in the file. */
  row?: number;
  show: "table" | "chart" | "map" | "columns";
  chart?: ChartRequest;
};

/** More values than this are looked for by text, not chosen from a list. */
const mostChoices = 60;

/** Rows on a page of the table. */
export const pageRows = 50;

export const emptyView: View = {
  q: "",
  filters: {},
  hidden: [],
  first: [],
  page: 1,
  show: "table",
};

const isOrdered = (type: Field["type"]): boolean =>
  isNumeric(type) || ["date", "datetime", "time", "year", "yearmonth"].includes(type);

/** How a column is filtered: numbers and dates by range, a few values by choice, the rest by text. */
export const filterKind = ({
  type,
  distinct,
}: Pick<ExploreColumn, "type" | "distinct">): Filter["kind"] =>
  isOrdered(type) ? "range" : distinct <= mostChoices ? "choice" : "text";

const prefixes = { range: "in.", choice: "is.", text: "has." } as const;

/**
 * The part of an address after «?» → a view: `q=`, `street=` (repeated) with `house=`, `sort=-column`, `hide=a,b`, `first=a,b`, `page=2`, `row=7`, `show=chart`; filters
 * `in.column=from..to`, `is.column=value` (repeated), `has.column=text`; a chart `chart=bar&x=&y=&y2=&of=&by=&as=`.
 * Names of columns that are not in the table are passed over: an old link still opens.
 */
export function parseView(
  query: URLSearchParams,
  columns: readonly ExploreColumn[],
  mapped = true,
): View {
  const known = new Map(columns.map((column) => [column.name, column]));
  const filters = parseFilters(query, known);
  const sort = query.get("sort") ?? "";
  const sorted = sort.replace(/^-/, "");
  const show = query.get("show");
  const page = Number(query.get("page") ?? 1);
  const row = Number(query.get("row") ?? 0);
  const names = (key: string) =>
    (query.get(key) ?? "").split(",").filter((name) => known.has(name));
  const chart = parseChart(query, known);
  const streets = query.getAll("street").filter((name) => name !== "");
  return {
    q: query.get("q") ?? "",
    ...(streets.length > 0 ? { street: { names: streets, house: query.get("house") ?? "" } } : {}),
    ...(known.has(sorted) ? { sort: { column: sorted, down: sort.startsWith("-") } } : {}),
    filters,
    hidden: names("hide"),
    first: names("first"),
    page: Number.isInteger(page) && page > 0 ? page : 1,
    ...(Number.isInteger(row) && row > 0 ? { row } : {}),
    show: show === "chart" || show === "columns" || (show === "map" && mapped) ? show : "table",
    ...(chart ? { chart } : {}),
  };
}

function parseFilters(
  query: URLSearchParams,
  known: ReadonlyMap<string, ExploreColumn>,
): View["filters"] {
  const filters: View["filters"] = {};
  for (const [key, value] of query) {
    const at = key.indexOf(".");
    const column = known.get(key.slice(at + 1));
    if (at === -1 || !column) continue;
    const kind = filterKind(column);
    if (key.slice(0, at + 1) !== prefixes[kind]) continue;
    const filter = parseFilter(kind, value, filters[column.name]);
    if (filter) filters[column.name] = filter;
  }
  return filters;
}

/** One value of an address as a filter; values of a choice join those `before` it, an empty limit or text asks nothing. */
function parseFilter(
  kind: Filter["kind"],
  value: string,
  before: Filter | undefined,
): Filter | undefined {
  if (kind === "choice") {
    const values = before?.kind === "choice" ? before.values : [];
    return { kind, values: [...values, value] };
  }
  if (kind === "text") return value === "" ? undefined : { kind, text: value };
  const [from = "", to = ""] = value.split("..");
  return from === "" && to === "" ? undefined : { kind, from, to };
}

function parseChart(
  query: URLSearchParams,
  known: ReadonlyMap<string, ExploreColumn>,
): ChartRequest | undefined {
  const kind = query.get("chart");
  const x = query.get("x") ?? "";
  const y = query.get("y") ?? "";
  const by = query.get("by") ?? "";
  const of = query.get("of");
  const y2 = query.get("y2") ?? "";
  const as = query.get("as");
  const isSecond = y2 !== y && by === "" && isNumeric(known.get(y2)?.type ?? "string");
  if (!known.has(x) || (kind !== "bar" && kind !== "line" && kind !== "histogram"))
    return undefined;
  return {
    kind,
    x,
    ...(known.has(y) ? { y } : {}),
    ...(known.has(y) && isSecond ? { y2 } : {}),
    ...(known.has(by) ? { by } : {}),
    ...(as === "share" || as === "index" ? { as } : {}),
    of: (of === "mean" || of === "sum") && isNumeric(known.get(y)?.type ?? "string") ? of : "count",
    apart: query.get("apart") === "1",
  };
}

/**
 * What an address asks of a table and the table cannot do any more, each once: names of columns that are gone, titles of
 * those that are filtered another way by now. Hidden columns and their order change no rows and are passed over.
 */
export function unheededOf(
  query: URLSearchParams,
  { columns, streets }: Pick<ExploredTable, "columns" | "streets">,
): string[] {
  const known = new Map(columns.map((column) => [column.name, column]));
  const asked = ["sort", "x", "y", "y2", "by"].map((key) =>
    (query.get(key) ?? "").replace(/^-/, ""),
  );
  const gone = asked.filter((name) => name !== "" && !known.has(name));
  const unfiltered = [...query.keys()].flatMap((key) => {
    const [, prefix = "", name = ""] = /^(in\.|is\.|has\.)(.+)$/s.exec(key) ?? [];
    const column = known.get(name);
    if (name === "" || (column && prefixes[filterKind(column)] === prefix)) return [];
    return [column?.title ?? name];
  });
  return [...new Set([...gone, ...unfiltered, ...(streets ? [] : query.getAll("street"))])];
}

/** A view → the part of an address after «?»; what is not chosen is not written, so that the plain table's address is plain. */
export function writeView(view: View, opens?: ExploredTable["opens"]): URLSearchParams {
  const query = new URLSearchParams();
  if (view.q !== "") query.set("q", view.q);
  for (const name of view.street?.names ?? []) query.append("street", name);
  if (view.street && view.street.house !== "") query.set("house", view.street.house);
  for (const [name, filter] of Object.entries(view.filters)) writeFilter(query, name, filter);
  if (view.sort) query.set("sort", (view.sort.down ? "-" : "") + view.sort.column);
  if (view.hidden.length > 0) query.set("hide", view.hidden.join(","));
  if (view.first.length > 0) query.set("first", view.first.join(","));
  if (view.page > 1) query.set("page", String(view.page));
  if (view.row !== undefined) query.set("row", String(view.row));
  if (view.show !== "table" ? view.show !== opens || query.size > 0 : opens && query.size === 0)
    query.set("show", view.show);
  if (view.show === "chart" && view.chart) writeChart(query, view.chart);
  return query;
}

function writeFilter(query: URLSearchParams, name: string, filter: Filter): void {
  const key = prefixes[filter.kind] + name;
  if (filter.kind === "range") query.set(key, `${filter.from}..${filter.to}`);
  else if (filter.kind === "text") query.set(key, filter.text);
  else for (const value of filter.values) query.append(key, value);
}

function writeChart(
  query: URLSearchParams,
  { kind, x, y, y2, of, by, as, apart }: ChartRequest,
): void {
  query.set("chart", kind);
  query.set("x", x);
  if (y !== undefined) query.set("y", y);
  if (y2 !== undefined) query.set("y2", y2);
  if (of !== "count") query.set("of", of);
  if (as !== undefined) query.set("as", as);
  if (by !== undefined) query.set("by", by);
  if (apart) query.set("apart", "1");
}
