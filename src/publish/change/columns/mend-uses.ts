import type { WrittenPassport } from "../../../schemas/data/dataset.ts";
import { type Insert, insertTag } from "../../story/inserts/insert-tag.ts";
import { readTag } from "../../story/markdown/tag.ts";
import type { Moved } from "./fates.ts";

type WrittenChart = NonNullable<WrittenPassport["charts"]>[number];

/** What of a text or a passport names columns: a chart by its title, or a number by the words beside it. */
export type ColumnUse = { kind: "chart" | "figure"; title: string; columns: readonly string[] };

/** A table of a set, and whether a text that names no table means this one. */
export type UsedTable = { dataset: string; resource: string; isFirst: boolean };

const columnsOfChart = ({ x, y = [] }: WrittenChart): string[] => [x, ...y];

/** Charts of a passport that are drawn from a table, each with its columns. */
export const usesInCharts = (
  charts: readonly WrittenChart[],
  { resource }: UsedTable,
): ColumnUse[] =>
  charts
    .filter((chart) => chart.resource === resource)
    .map((chart) => ({ kind: "chart", title: chart.title, columns: columnsOfChart(chart) }));

/** The charts after columns moved: a renamed one is named anew, what cannot be drawn without a gone one is left out. */
export const mendCharts = (
  charts: readonly WrittenChart[],
  { resource }: UsedTable,
  moved: Moved,
): WrittenChart[] =>
  charts.flatMap((chart) => {
    if (chart.resource !== resource || !columnsOfChart(chart).some((name) => moved.has(name)))
      return [chart];
    const [x] = namesAfter([chart.x], moved);
    const y = chart.y && namesAfter(chart.y, moved);
    if (x === undefined || y?.length === 0) return [];
    return [{ ...chart, x, ...(y ? { y } : {}) }];
  });

const namesAfter = (names: readonly string[], moved: Moved): string[] =>
  names.flatMap((name) => (moved.has(name) ? (moved.get(name) ?? []) : [name]));

/** An insert of a text and where its tag stands. */
type Placed = Insert & { from: number; end: number };

/** Charts and numbers of a text, in order. */
function insertsIn(text: string): Placed[] {
  return [...text.matchAll(/<(?:Chart|Figure)\b/g)].flatMap(({ index: from }) => {
    const tag = readTag(text, from);
    if (!tag) return [];
    const attributes = Object.fromEntries(
      tag.attributes.flatMap(({ name = "", value }) =>
        typeof value === "string" ? [[name, value]] : [],
      ),
    );
    return [{ name: tag.name, attributes, from, end: tag.end }];
  });
}

const isOf = ({ attributes }: Insert, { dataset, resource, isFirst }: UsedTable): boolean =>
  attributes.dataset === dataset &&
  (attributes.resource === undefined ? isFirst : attributes.resource === resource);

/** «y» of a chart names several columns; «where» names them before their values: «kind=дерево;street=Нова». */
const listed = (names: string | undefined): string[] =>
  (names ?? "").split(",").flatMap((name) => name.trim() || []);
const conditions = (where: string | undefined): [column: string, rest: string][] =>
  (where ?? "").split(";").flatMap((part) => {
    const at = part.indexOf("=");
    return at === -1 ? [] : [[part.slice(0, at).trim(), part.slice(at)]];
  });

const columnsOfInsert = ({ attributes: { x, y, column, where } }: Insert): string[] => [
  ...listed(x),
  ...listed(y),
  ...listed(column),
  ...conditions(where).map(([name]) => name),
];

/** Charts and numbers of a text that are made of a table, each with its columns; charts of the passport too, shown by name. */
export const usesInText = (
  text: string,
  table: UsedTable,
  charts: readonly WrittenChart[],
): ColumnUse[] =>
  insertsIn(text).flatMap((insert): ColumnUse[] => {
    const { dataset, name, title, label = "" } = insert.attributes;
    if (name !== undefined)
      return dataset === table.dataset
        ? usesInCharts(
            charts.filter((chart) => chart.name === name),
            table,
          )
        : [];
    if (!isOf(insert, table)) return [];
    const kind = insert.name === "Chart" ? "chart" : "figure";
    return [{ kind, title: title ?? label, columns: columnsOfInsert(insert) }];
  });

/** An insert whose columns are named anew, its attributes in the order they were written in. */
function renamed(insert: Insert, moved: Moved): Insert {
  const now = (key: string, value: string): string => {
    if (key === "where")
      return conditions(value)
        .map(([name, rest]) => `${moved.get(name) ?? name}${rest}`)
        .join(";");
    return ["x", "y", "column"].includes(key) ? namesAfter(listed(value), moved).join(",") : value;
  };
  const attributes = Object.entries(insert.attributes).map(([key, value]) => [
    key,
    now(key, value),
  ]);
  return { ...insert, attributes: Object.fromEntries(attributes) };
}

/** What a text is mended by. */
type Mending = {
  table: UsedTable;
  moved: Moved;
  /** Charts of the passport that are left out: what shows them by name goes too. */
  goneCharts: ReadonlySet<string>;
  /** A number as it stands now, which stays when its column goes: «1 234 дерева»; undefined where it has none. */
  frozen(figure: Insert): string | undefined;
};

/** The tag that stands in place of an insert; empty where nothing does, undefined where it stays as it is. */
function tagAfter(
  insert: Insert,
  { table, moved, goneCharts, frozen }: Mending,
): string | undefined {
  const { dataset, name, label = "" } = insert.attributes;
  if (name !== undefined) return dataset === table.dataset && goneCharts.has(name) ? "" : undefined;
  const named = isOf(insert, table) ? columnsOfInsert(insert).filter((one) => moved.has(one)) : [];
  if (named.length === 0) return undefined;
  const after = renamed(insert, moved);
  const isDrawn =
    conditions(insert.attributes.where).every(([one]) => !isGone(one, moved)) &&
    ["x", "y", "column"].every((key) => after.attributes[key] !== "");
  if (isDrawn) return insertTag(after);
  const value = insert.name === "Figure" ? frozen(insert) : undefined;
  return value === undefined ? "" : insertTag({ name: "Figure", attributes: { value, label } });
}

const isGone = (name: string, moved: Moved): boolean =>
  moved.has(name) && moved.get(name) === undefined;

/**
 * A text after columns moved: what asks a renamed one asks it by its new name; a chart that cannot be drawn any more is left
 * out, and a number that cannot be counted stays as it is now.
 */
export function mendText(text: string, mending: Mending): string {
  let mended = text;
  for (const insert of insertsIn(text).reverse()) {
    const tag = tagAfter(insert, mending);
    if (tag === undefined) continue;
    const [before, after] = [mended.slice(0, insert.from), mended.slice(insert.end)];
    // A block of its own goes with the blank line behind it.
    mended =
      tag === "" && /\n$/.test(before)
        ? before + after.replace(/^\s*\n+/, "")
        : before + tag + after;
  }
  return mended;
}
