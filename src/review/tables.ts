import type { TableChange, UnusualChange } from "../model/reports/review.ts";
import { veil } from "../table/people/veil.ts";
import type { DescribedTable } from "./described-table.ts";
import { columnChanges, freshColumns, totalChanges } from "./table/columns.ts";
import { type MatchedTables, matchTables } from "./table/match.ts";
import { rowChanges } from "./table/rows.ts";
import { nameAt, rowLabel, short, veiledCell } from "./table/shown.ts";
import { findUnusual } from "./unusual/index.ts";
import { pairTables } from "./unusual/pair.ts";
import type { Unusual } from "./unusual/subject.ts";

/** Unusual things that a report names. */
const mostUnusual = 12;

/**
 * Two versions of a table → what changed: rows by their primary key, or matched by their cells where there is none.
 * Rows and columns are matched by daff; what may be personal is veiled, because a report is public.
 */
export function compareTables(before: DescribedTable, after: DescribedTable): TableChange {
  const matched = matchTables(withRows(before), withRows(after));
  const rows = rowChanges(matched);
  return {
    resource: after.resource,
    file: after.file,
    matched: matchedBy(matched),
    ...sameness(matched, rows),
    before: matched.before.table.rows.length,
    after: matched.after.table.rows.length,
    ...rows,
    columns: columnChanges(matched),
    fresh: freshColumns(matched),
    unusual: unusualChanges(matched),
    totals: totalChanges(matched),
  };
}

function matchedBy({ key, whole, after }: MatchedTables): TableChange["matched"] {
  if (key.length > 0) return "key";
  if (whole) return "whole";
  return after.schema.primaryKey === undefined ? "none" : "cells";
}

/** A table with its rows at hand: large ones are read when they are asked for, each time after another's were. */
const withRows = (side: DescribedTable): DescribedTable => ({ ...side, table: { ...side.table } });

/** What a file's change is where no row and no column of it changed. */
function sameness(
  { before: { table: before }, after: { table: after }, columns }: MatchedTables,
  { removed, changed, added }: Pick<TableChange, "removed" | "changed" | "added">,
): Pick<TableChange, "same"> {
  if ([removed, changed, added].some(({ count }) => count > 0)) return {};
  if (columns.some(({ l, r }) => l !== r)) return {};
  if (before.header.some((name, index) => name !== after.header[index])) return {};
  const inOrder = before.rows.every(({ cells }, index) =>
    cells.every((cell, at) => cell === after.rows[index]?.cells[at]),
  );
  return { same: inOrder ? "writing" : "order" };
}

/** What the table's own past does not explain; a table that held nothing has no past. */
function unusualChanges(matched: MatchedTables): UnusualChange[] {
  const { before, after, rows, both } = matched;
  if (before.table.rows.length === 0) return [];
  return findUnusual(pairTables(before, after, rows, both))
    .slice(0, mostUnusual)
    .map((one) => unusualChange(matched, one));
}

/** Something unusual as a report tells it: its cells veiled and cut, its rows named. */
function unusualChange(
  { after, key }: MatchedTables,
  { kind, column, was, is, count, spots }: Unusual,
): UnusualChange {
  const name = column === undefined ? "" : nameAt(after, column);
  const cell = (value: string) =>
    short(column === undefined ? value : veiledCell(after, name, value));
  return {
    kind,
    column: veil(name),
    was: cell(was),
    is: cell(is),
    count,
    spots: spots.map((spot) => {
      const row = after.table.rows[spot.row] ?? { line: 0, cells: [] };
      return {
        key: short(rowLabel(after, row, key)),
        line: row.line,
        before: cell(spot.before ?? ""),
        after: cell(spot.after),
      };
    }),
  };
}
