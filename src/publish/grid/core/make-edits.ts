import { extremes } from "../../../table/extremes.ts";
import type { EditedTable } from "./apply-edits.ts";
import type { Edit, Span } from "./edits.ts";
import { blockOf, type Selection } from "./selection.ts";

/** The selected columns in the numbers of the file. */
export const columnsOf = ({ columns }: EditedTable, selection: Selection): number[] => {
  const { left, right } = blockOf(selection);
  return columns.slice(left, right + 1);
};

/** The selected rows in the numbers of the file. */
export function rowsOf({ rowAt }: EditedTable, selection: Selection): Span {
  const { top, bottom } = blockOf(selection);
  return { from: rowAt(top), to: rowAt(bottom) };
}

/** How much of a pasted block lies beyond the table, and stays out. */
export type Beyond = { rows: number; columns: number };

/** A pasted block from a corner on; one cell fills the whole of a larger selection. What reaches beyond the table is told. */
export function pasteEdit(
  table: EditedTable,
  selection: Selection,
  block: readonly (readonly string[])[],
): { edit: Edit & { kind: "paste" }; beyond: Beyond } {
  const { top, bottom, left, right } = blockOf(selection);
  const one = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined;
  const height = one === undefined ? block.length : bottom - top + 1;
  const width =
    one === undefined ? extremes(block.map(({ length }) => length)).most : right - left + 1;
  const columns = table.columns.slice(left, left + width);
  const rows = Array.from(
    { length: Math.max(0, Math.min(height, table.count - top)) },
    (_, index) => table.rowAt(top + index),
  );
  const cells = rows.map((_, index) =>
    one === undefined ? (block[index] ?? []).slice(0, columns.length) : columns.map(() => one),
  );
  return {
    edit: { kind: "paste", rows, columns, cells },
    beyond: { rows: height - rows.length, columns: width - columns.length },
  };
}

/** The first selected row repeated in those below; nothing where one row is selected. */
export function fillEdit(
  table: EditedTable,
  selection: Selection,
): (Edit & { kind: "fill" }) | undefined {
  const { top, bottom } = blockOf(selection);
  if (top === bottom) return undefined;
  return {
    kind: "fill",
    row: table.rowAt(top),
    to: table.rowAt(bottom),
    columns: columnsOf(table, selection),
  };
}
