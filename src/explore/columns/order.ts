import { roleOf } from "../../table/column/role/role.ts";
import type { ExploreColumn } from "../view.ts";

/** A column of wider cells than this many letters stands after the narrow ones: it pushes them off the screen. */
const narrow = 24;

const named =
  /^(short|full|official)?_?(name|title)$|^(назва|найменування|повна назва|коротка назва)/i;
const coded =
  /^(id|uuid|code|identifier)$|(Id|Identifier|Code|_id|_code)$|katottg|^codifier$|ідентифікатор|(^|\s)код(\s|$)/i;
const codeRoles = new Set(["edrpou", "katottg", "koatuu", "iban", "tax-number", "postcode"]);

const saysOf = (pattern: RegExp, { name, title }: ExploreColumn): boolean =>
  pattern.test(name) || pattern.test(title);

/** Does a column name things for programs: a code, a number in a register? */
const isCode = (column: ExploreColumn): boolean =>
  saysOf(coded, column) || codeRoles.has(roleOf(column.name, column.title) ?? "");

/** Does every row say the same in a column, or nothing? */
const isConstant = ({ distinct, missing }: ExploreColumn): boolean =>
  distinct === 0 || (distinct === 1 && missing === 0);

const isPlaceOnMap = ({ name, title }: ExploreColumn): boolean =>
  ["latitude", "longitude"].includes(roleOf(name, title) ?? "");

/**
 * The column a row is called by: its name, else its address, else the text that tells rows apart best, else the first
 * one that is not the same everywhere.
 */
export function titleColumn(columns: readonly ExploreColumn[]): ExploreColumn | undefined {
  const telling = columns.filter((column) => !isConstant(column) && !isPlaceOnMap(column));
  const words = telling.filter((column) => column.type === "string" && !isCode(column));
  const best = [...words].sort((a, b) => b.distinct - a.distinct)[0];
  return (
    words.find((column) => saysOf(named, column)) ??
    words.find(({ name, title }) => roleOf(name, title) === "address") ??
    (best && best.distinct > 12 ? best : undefined) ??
    telling.find((column) => !isCode(column)) ??
    telling[0] ??
    columns[0]
  );
}

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
