import { isCode, isConstant, isPlaceOnMap, titleColumn } from "../../table/column/role/called.ts";
import type { ExploreColumn } from "../view.ts";

/** A column of wider cells than this many letters stands after the narrow ones: it pushes them off the screen. */
const narrow = 24;

/** How late a column comes; of equal ones the file's own order holds. */
function rankOf(column: ExploreColumn, wide: boolean, title: ExploreColumn | undefined): number {
  if (column === title) return 0;
  if (isConstant(column)) return 6;
  if (isCode(column)) return 5;
  if (isPlaceOnMap(column)) return 4;
  if (wide) return 3;
  return column.type === "date" || column.type === "datetime" ? 2 : 1;
}

/**
 * Names of columns, what matters first: what a row is called by, then numbers and short words, dates, then long texts
 * and columns that are mostly empty, then places on the map, codes, and last what is the same in every row.
 * @param first first rows of the table, cells in the order of columns: columns are measured by them
 */
export function columnOrder(
  columns: readonly ExploreColumn[],
  first: readonly (readonly string[])[],
): string[] {
  const title = titleColumn(columns);
  /** Letters of a cell that is not empty, at the middle; a column of empty cells is as wide as it is useless. */
  const width = (at: number): number => {
    const lengths = first.flatMap((row) => row[at]?.length || []).sort((a, b) => a - b);
    return lengths.length * 2 < first.length
      ? Number.POSITIVE_INFINITY
      : (lengths[lengths.length >> 1] ?? 0);
  };
  return columns
    .map((column, at) => ({ column, at, rank: rankOf(column, width(at) > narrow, title) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ column }) => column.name);
}

/**
 * Columns as a view shows them: those its reader put first, then the rest in the table's own order, without hidden ones.
 * @param order names in the order to show; columns it does not name keep their places after
 */
export function shownColumns(
  columns: readonly ExploreColumn[],
  order: readonly string[] | undefined,
  { first, hidden }: { first: readonly string[]; hidden: readonly string[] },
): ExploreColumn[] {
  const names = new Set([...first, ...(order ?? []), ...columns.map(({ name }) => name)]);
  const known = new Map(columns.map((column) => [column.name, column]));
  return [...names].flatMap((name) => (hidden.includes(name) ? [] : (known.get(name) ?? [])));
}
