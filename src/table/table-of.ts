import type { Row, Table, TableReport } from "../model/table.ts";

/**
 * Cells of all tables whose rows are held at once; the last is held whatever its size. A process that goes through ten
 * thousand tables in one breath would otherwise hold all of them: a WeakRef lets nothing go before the breath ends.
 */
const room = 200_000;
const held = new Map<Table, { cells: number; rows: Row[] }>();

/** A table whose rows are read when they are asked for, and forgotten when those of others were. */
export function tableOf(
  report: TableReport,
  read: () => Row[],
  keep: NonNullable<Table["keep"]>,
): Table {
  const table: Table = {
    header: report.columns.map(({ name }) => name),
    get rows() {
      const rows = held.get(table)?.rows ?? read();
      hold(table, { cells: report.rows * report.columns.length, rows });
      return rows;
    },
    keep,
  };
  return table;
}

/** Puts a table's rows last, and lets the first go for which there is no room. */
function hold(table: Table, rows: { cells: number; rows: Row[] }): void {
  held.delete(table);
  held.set(table, rows);
  let cells = [...held.values()].reduce((sum, one) => sum + one.cells, 0);
  for (const [first, one] of held) {
    if (first === table || cells <= room) break;
    held.delete(first);
    cells -= one.cells;
  }
}
