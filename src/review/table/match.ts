// What compares tables, without what reads files for its command.
import daff from "daff/lib/core.js";
import type { Table } from "../../model/table.ts";
import { namesOf } from "../../schemas/data/table-schema.ts";
import type { DescribedTable } from "../described-table.ts";
import { isInBoth, type Match } from "./matches.ts";
import { matchNames, matchWholeRows } from "./whole-rows.ts";

/** Two versions of a table, their rows and columns matched. */
export type MatchedTables = {
  before: DescribedTable;
  after: DescribedTable;
  /** Columns that tell rows apart in both versions; none where rows were matched by their cells. */
  key: readonly string[];
  /** Rows without a key were too many to be compared cell by cell: one that changed went, and another came. */
  whole: boolean;
  rows: readonly Match[];
  columns: readonly Match[];
  /** The columns that both versions have. */
  both: readonly Match[];
};

/** Share of rows whose cells are the same in a column that went and one that came, so that it is one with a new name. */
const alike = 0.9;
/** Rows looked at to tell a renamed column. */
const sample = 1000;

/** Rows of a table without a key that are compared cell by cell: of a million changed ones that takes half a minute and 3 GB. */
const mostByCells = 100_000;

/** Names of the columns that tell rows apart, where both tables have them. */
function keyOf(before: DescribedTable, after: DescribedTable): string[] {
  const key = namesOf(after.schema.primaryKey);
  const held = (names: readonly string[]) => key.every((name) => names.includes(name));
  return held(before.table.header) && held(after.table.header) ? key : [];
}

/** Rows and columns as daff matches them, whatever their order; a view's first row is its header. */
function alignmentOf(before: Table, after: Table, key: readonly string[]) {
  const flags = new daff.CompareFlags();
  flags.ordered = false;
  for (const name of key) flags.addPrimaryKey(name);
  const view = ({ header, rows }: Table) =>
    new daff.TableView([header, ...rows.map(({ cells }) => cells)]);
  return daff.compareTables(view(before), view(after), flags).align();
}

/** A row of daff's views → a row of the tables, which count without their header. */
const withoutHeader = ({ l, r }: Match): Match => ({
  l: Math.max(l - 1, -1),
  r: Math.max(r - 1, -1),
});

/** Daff also pairs a column that went with one that came by their places: the cells must say that it is one. */
function partedByName(pair: Match, before: Table, after: Table): Match[] {
  const { l, r } = pair;
  const isNamedOtherwise = isInBoth(pair) && before.header[l] !== after.header[r];
  return isNamedOtherwise
    ? [
        { l, r: -1 },
        { l: -1, r },
      ]
    : [{ l, r }];
}

/** A column that went and a column that came with the same cells are one column: daff sees it only where little else changed. */
function withRenames(
  columns: readonly Match[],
  rows: readonly { was: readonly string[]; is: readonly string[] }[],
): Match[] {
  const gone = columns.filter(({ r }) => r < 0);
  const renamed = new Map<number, number>();
  // Two empty cells are alike in any two columns.
  const sameIn = (l: number, r: number): boolean => {
    const said = rows.filter(({ was, is }) => (was[l] ?? "") !== "" || (is[r] ?? "") !== "");
    return (
      said.length > 0 &&
      said.filter(({ was, is }) => was[l] === is[r]).length >= alike * said.length
    );
  };
  for (const { r } of columns.filter(({ l }) => l < 0)) {
    const from = gone.find(({ l }) => !renamed.has(l) && sameIn(l, r));
    if (from) renamed.set(from.l, r);
  }
  const taken = new Set(renamed.values());
  return columns.flatMap(({ l, r }): Match[] =>
    l < 0 && taken.has(r) ? [] : [{ l, r: r < 0 ? (renamed.get(l) ?? -1) : r }],
  );
}

/** Rows and columns of two tables, matched. */
type Aligned = { rows: readonly Match[]; columns: readonly Match[] };

/** As daff matches them. */
function aligned(before: Table, after: Table, key: readonly string[]): Aligned {
  const alignment = alignmentOf(before, after, key);
  const rows = alignment
    .toOrder()
    .getList()
    .filter(({ l, r }) => l !== 0 && r !== 0)
    .map(withoutHeader);
  const columns = (
    alignment.meta?.toOrder().getList() ?? after.header.map((_, index) => ({ l: index, r: index }))
  ).flatMap((pair) => partedByName(pair, before, after));
  return { rows, columns };
}

/** By names and by whole rows. */
function alignedWhole(before: Table, after: Table): Aligned {
  const columns = matchNames(before, after);
  return { rows: matchWholeRows(before, after, columns), columns };
}

/** Which row and column of one version is which of the other: rows by their primary key, or by their cells where there is none. */
export function matchTables(before: DescribedTable, after: DescribedTable): MatchedTables {
  const key = keyOf(before, after);
  const [old, now] = [before.table, after.table];
  const whole = key.length === 0 && Math.max(old.rows.length, now.rows.length) > mostByCells;
  const { rows, columns: matched } = whole ? alignedWhole(old, now) : aligned(old, now, key);
  const columns = withRenames(
    matched,
    rows
      .filter(isInBoth)
      .slice(0, sample)
      .map(({ l, r }) => ({ was: old.rows[l]?.cells ?? [], is: now.rows[r]?.cells ?? [] })),
  );
  return { before, after, key, whole, rows, columns, both: columns.filter(isInBoth) };
}
