import type { CellChange, RowChange, Rows, TableChange } from "../../model/reports/review.ts";
import type { Table } from "../../model/table.ts";
import { veil } from "../../table/people/veil.ts";
import type { DescribedTable } from "../described-table.ts";
import { cutAround } from "../fields.ts";
import type { MatchedTables } from "./match.ts";
import type { Match } from "./matches.ts";
import { cellAt, nameAt, rowLabel, short, veiledCell } from "./shown.ts";

/** Rows of each kind that a report names; the rest are counted. */
const most = { removed: 10, changed: 20, added: 5 };

const noRow: Table["rows"][number] = { line: 0, cells: [] };

/** A row that only one version has, with all its cells: `side` says on which of the two they stand. */
function wholeRow(
  { before, after, key }: MatchedTables,
  side: "before" | "after",
  index: number,
): RowChange {
  const table: DescribedTable = side === "before" ? before : after;
  const row = table.table.rows[index] ?? noRow;
  return {
    key: rowLabel(table, row, key),
    line: row.line,
    cells: table.table.header.map((name, at): CellChange => {
      const value = short(veiledCell(table, name, row.cells[at] ?? ""));
      return { column: veil(name), before: "", after: "", [side]: value };
    }),
  };
}

const differsIn = ({ before, after }: MatchedTables, row: Match, column: Match): boolean =>
  cellAt(before, row.l, column.l) !== cellAt(after, row.r, column.r);

/** A row of both versions, with the cells that differ. */
function changedRow(matched: MatchedTables, row: Match): RowChange {
  const { before, after, key, both } = matched;
  const now = after.table.rows[row.r] ?? noRow;
  return {
    key: rowLabel(after, now, key),
    line: now.line,
    cells: both
      .filter((column) => differsIn(matched, row, column))
      .map((column): CellChange => {
        const [old, name] = [nameAt(before, column.l), nameAt(after, column.r)];
        return {
          column: veil(name),
          ...cutAround(
            veiledCell(before, old, cellAt(before, row.l, column.l)),
            veiledCell(after, name, cellAt(after, row.r, column.r)),
          ),
        };
      }),
  };
}

const counted = (rows: readonly Match[], named: number, tell: (row: Match) => RowChange): Rows => ({
  count: rows.length,
  shown: rows.slice(0, named).map(tell),
});

/** Rows that went, changed and came: how many, and the first of each. */
export function rowChanges(
  matched: MatchedTables,
): Pick<TableChange, "removed" | "changed" | "added"> {
  const { rows, both } = matched;
  const removed = rows.filter(({ r }) => r < 0);
  const added = rows.filter(({ l, r }) => l < 0 && r >= 0);
  const changed = rows.filter(
    (row) => row.l >= 0 && row.r >= 0 && both.some((column) => differsIn(matched, row, column)),
  );
  return {
    removed: counted(removed, most.removed, ({ l }) => wholeRow(matched, "before", l)),
    changed: counted(changed, most.changed, (row) => changedRow(matched, row)),
    added: counted(added, most.added, ({ r }) => wholeRow(matched, "after", r)),
  };
}
