import daff from "daff";
import type { CellChange, RowChange, Rows, TableChange } from "../model/reports/review.ts";
import type { Table } from "../model/table.ts";
import { type Field, namesOf } from "../schemas/data/table-schema.ts";
import { roleOf } from "../table/column/role/role.ts";
import { conceal, veil } from "../table/people/veil.ts";
import type { DescribedTable } from "./described-table.ts";
import { cutAround } from "./fields.ts";
import { profileOf } from "./profile.ts";
import { findUnusual } from "./unusual/index.ts";
import { pairTables } from "./unusual/pair.ts";

/** Rows of each kind that a report names; the rest are counted. */
const shown = { removed: 10, changed: 20, added: 5, unusual: 12 };
/** Letters of a cell of a whole row; of a changed cell more, around what changed. */
const longest = 60;
/** Columns that tell a row of a table without a key. */
const telling = 3;

/** Names of the columns that tell rows apart, where both tables have them. */
function keyOf(before: DescribedTable, after: DescribedTable): string[] {
  const key = namesOf(after.schema.primaryKey);
  const held = (names: readonly string[]) => key.every((name) => names.includes(name));
  return held(before.table.header) && held(after.table.header) ? key : [];
}

const short = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest - 1)}…` : text;

/** Numbers that mean nothing when they are added up. */
const uncounted = new Set(["latitude", "longitude", "edrpou", "postcode", "koatuu", "tax-number"]);

const isNumeric = ({ type }: Field): boolean => type === "integer" || type === "number";

/** The sum of a column; undefined where a cell of it is no number. */
function totalOf({ table, schema }: DescribedTable, column: string): number | undefined {
  const index = table.header.indexOf(column);
  const sum = table.rows.reduce((total, { cells }) => {
    const cell = cells[index] ?? "";
    return total + (schema.missingValues.includes(cell) ? 0 : Number(cell));
  }, 0);
  const rounded = Math.round(sum * 100) / 100;
  return Number.isFinite(rounded) ? rounded : undefined;
}

/**
 * Two versions of a table → what changed: rows by their primary key, or matched by their cells where there is none.
 * Rows and columns are matched by daff; what may be personal is veiled, because a report is public.
 */
export function compareTables(before: DescribedTable, after: DescribedTable): TableChange {
  const key = keyOf(before, after);
  const flags = new daff.CompareFlags();
  flags.ordered = false;
  for (const name of key) flags.addPrimaryKey(name);
  const view = ({ header, rows }: Table) =>
    new daff.TableView([header, ...rows.map(({ cells }) => cells)]);
  const alignment = daff.compareTables(view(before.table), view(after.table), flags).align();
  const [old, now] = [before.table.header, after.table.header];
  // The first row of each view is its header.
  const order = alignment
    .toOrder()
    .getList()
    .filter(({ l, r }) => l !== 0 && r !== 0);
  const named = ({ l, r }: Pair) => l >= 0 && r >= 0 && old[l] !== now[r];
  const pairs = withRenames(
    // daff also pairs a column that went with one that came by their places: the cells must say that it is one.
    (
      alignment.meta?.toOrder().getList() ?? now.map((_, index) => ({ l: index, r: index }))
    ).flatMap((pair): Pair[] =>
      named(pair)
        ? [
            { l: pair.l, r: -1 },
            { l: -1, r: pair.r },
          ]
        : [{ l: pair.l, r: pair.r }],
    ),
    order
      .filter(({ l, r }) => l > 0 && r > 0)
      .slice(0, sample)
      .map(({ l, r }) => ({
        was: before.table.rows[l - 1]?.cells ?? [],
        is: after.table.rows[r - 1]?.cells ?? [],
      })),
  );
  const both = pairs.filter(({ l, r }) => l >= 0 && r >= 0);
  const nameAt = (header: readonly string[], index: number) => header[index] ?? "";
  const fieldIn = ({ schema }: DescribedTable, name: string) =>
    schema.fields.find((field) => field.name === name);
  const veiled = (side: DescribedTable, column: string, value: string) => {
    const field = fieldIn(side, column);
    const role = roleOf(column, field?.title);
    // A number or a code of a column in which nothing personal was found is shown: «11*****000» tells a reviewer nothing.
    const open =
      !side.personal.has(column) &&
      (/^-?\d+(\.\d+)?$/.test(value) || (field !== undefined && field.type === "date"));
    if (open && role !== "tax-number" && role !== "birth") return value;
    return conceal(value, side.personal.has(column) ? "person" : role);
  };
  const labelOf = (side: DescribedTable, { line, cells }: Table["rows"][number]): string =>
    key.length === 0
      ? `рядок ${line}: ${side.table.header
          .slice(0, telling)
          .map((name, at) => short(veiled(side, name, cells[at] ?? "")))
          .join(" · ")}`
      : key
          .map((name) => veiled(side, name, cells[side.table.header.indexOf(name)] ?? ""))
          .join(" · ");
  const rowOf = (side: DescribedTable, index: number): RowChange => {
    const row = side.table.rows[index] ?? { line: 0, cells: [] };
    return {
      key: labelOf(side, row),
      line: row.line,
      cells: side.table.header.map((name, at): CellChange => {
        const column = veil(name);
        const value = short(veiled(side, name, row.cells[at] ?? ""));
        return side === before
          ? { column, before: value, after: "" }
          : { column, before: "", after: value };
      }),
    };
  };
  const [removed, changed, added] = [0, 0, 0].map((): Rows => ({ count: 0, shown: [] }));
  if (!removed || !changed || !added) throw new Error("Three kinds of rows.");
  const count = (rows: Rows, most: number, make: () => RowChange) => {
    if (rows.count < most) rows.shown.push(make());
    rows.count++;
  };
  for (const { l, r } of order) {
    if (r < 0) count(removed, shown.removed, () => rowOf(before, l - 1));
    else if (l < 0) count(added, shown.added, () => rowOf(after, r - 1));
    else {
      const [was, is] = [
        before.table.rows[l - 1]?.cells ?? [],
        after.table.rows[r - 1]?.cells ?? [],
      ];
      const different = both.filter((column) => (was[column.l] ?? "") !== (is[column.r] ?? ""));
      if (different.length > 0)
        count(changed, shown.changed, () => ({
          key: labelOf(after, after.table.rows[r - 1] ?? { line: 0, cells: [] }),
          line: after.table.rows[r - 1]?.line ?? 0,
          cells: different.map((column) => ({
            column: veil(nameAt(now, column.r)),
            ...cutAround(
              veiled(before, nameAt(old, column.l), was[column.l] ?? ""),
              veiled(after, nameAt(now, column.r), is[column.r] ?? ""),
            ),
          })),
        }));
    }
  }
  const unusual =
    before.table.rows.length === 0
      ? []
      : findUnusual(
          pairTables(
            before,
            after,
            order.map(({ l, r }) => ({ l: l - 1, r: r - 1 })).map(outside),
            both,
          ),
        );
  const kept = old.filter((_, index) => both.some(({ l }) => l === index));
  const stays = both.map(({ l }) => l);
  return {
    resource: after.resource,
    file: after.file,
    matched: key.length > 0 ? "key" : after.schema.primaryKey === undefined ? "none" : "cells",
    ...sameness(before.table, after.table, [removed, changed, added], pairs),
    before: before.table.rows.length,
    after: after.table.rows.length,
    removed,
    changed,
    added,
    columns: {
      removed: pairs.filter(({ r }) => r < 0).map(({ l }) => veil(nameAt(old, l))),
      added: pairs.filter(({ l }) => l < 0).map(({ r }) => veil(nameAt(now, r))),
      renamed: both
        .map(({ l, r }) => ({ from: veil(nameAt(old, l)), to: veil(nameAt(now, r)) }))
        .filter(({ from, to }) => from !== to),
      retyped: both.flatMap(({ l, r }) => {
        const [from, to] = [fieldIn(before, nameAt(old, l)), fieldIn(after, nameAt(now, r))];
        return from && to && from.type !== to.type
          ? [{ column: to.name, from: from.type, to: to.type }]
          : [];
      }),
      reordered: !isPrefix(kept.length, both, stays),
    },
    fresh: pairs
      // A table that came is compared with itself, emptied: all its columns came.
      .filter(({ l, r }) => l < 0 || (r >= 0 && old === now))
      .map(({ r }) => profileOf(after, r, (value) => veiled(after, nameAt(now, r), value))),
    unusual: unusual.slice(0, shown.unusual).map((one) => {
      const name = one.column === undefined ? "" : nameAt(now, one.column);
      const cell = (value: string) =>
        short(one.column === undefined ? value : veiled(after, name, value));
      return {
        kind: one.kind,
        column: veil(name),
        was: cell(one.was),
        is: cell(one.is),
        count: one.count,
        spots: one.spots.map(({ row, before: was, after: is }) => {
          const at = after.table.rows[row] ?? { line: 0, cells: [] };
          return {
            key: short(labelOf(after, at)),
            line: at.line,
            before: cell(was ?? ""),
            after: cell(is),
          };
        }),
      };
    }),
    totals: both.flatMap(({ l, r }) => {
      const field = fieldIn(after, nameAt(now, r));
      if (!field || !isNumeric(field) || key.includes(field.name)) return [];
      // A sum of one veiled cell is that cell.
      if (after.personal.has(field.name)) return [];
      if (field.constraints.unique || uncounted.has(roleOf(field.name, field.title) ?? ""))
        return [];
      const [was, is] = [totalOf(before, nameAt(old, l)), totalOf(after, field.name)];
      return was === undefined || is === undefined || was === is
        ? []
        : [{ column: field.name, before: was, after: is }];
    }),
  };
}

/** What a file's change is where no row and no column of it changed. */
function sameness(
  before: Table,
  after: Table,
  rows: readonly Rows[],
  pairs: readonly Pair[],
): Pick<TableChange, "same"> {
  if (rows.some(({ count }) => count > 0) || pairs.some(({ l, r }) => l !== r)) return {};
  if (before.header.some((name, index) => name !== after.header[index])) return {};
  const inOrder = before.rows.every(({ cells }, index) =>
    cells.every((cell, at) => cell === after.rows[index]?.cells[at]),
  );
  return { same: inOrder ? "writing" : "order" };
}

/** Share of rows whose cells are the same in a column that went and one that came, so that it is one with a new name. */
const alike = 0.9;
/** Rows looked at to tell a renamed column. */
const sample = 1000;

type Pair = { l: number; r: number };

/** A row that only one table has is −1 in the other. */
const outside = ({ l, r }: Pair): Pair => ({ l: Math.max(l, -1), r: Math.max(r, -1) });

/** A column that went and a column that came with the same cells are one column: daff sees it only where little else changed. */
function withRenames(
  pairs: readonly Pair[],
  rows: readonly { was: readonly string[]; is: readonly string[] }[],
): Pair[] {
  const gone = pairs.filter(({ r }) => r < 0);
  const renamed = new Map<number, number>();
  // Two empty cells are alike in any two columns.
  const sameIn = (l: number, r: number): boolean => {
    const said = rows.filter(({ was, is }) => (was[l] ?? "") !== "" || (is[r] ?? "") !== "");
    return (
      said.length > 0 &&
      said.filter(({ was, is }) => was[l] === is[r]).length >= alike * said.length
    );
  };
  for (const { r } of pairs.filter(({ l }) => l < 0)) {
    const from = gone.find(({ l }) => !renamed.has(l) && sameIn(l, r));
    if (from) renamed.set(from.l, r);
  }
  const taken = new Set(renamed.values());
  return pairs.flatMap(({ l, r }): Pair[] =>
    l < 0 && taken.has(r) ? [] : [{ l, r: r < 0 ? (renamed.get(l) ?? -1) : r }],
  );
}

/** Do the columns that stayed stand first and in their order, so that who reads by position reads the same? */
function isPrefix(
  kept: number,
  both: readonly { l: number; r: number }[],
  stays: readonly number[],
) {
  const places = [...both].sort((a, b) => a.l - b.l).map(({ r }) => r);
  return stays.length === kept && places.every((place, index) => place === index);
}
