import type { Field } from "../../../schemas/data/table-schema.ts";
import { roleOf } from "./role.ts";

/** What is known of a column before its cells are read: `distinct` values, `missing` cells. */
type ToldColumn = {
  name: string;
  title: string;
  type: Field["type"];
  distinct: number;
  missing: number;
};

const named =
  /^(short|full|official)?_?(name|title)$|^(назва|найменування|повна назва|коротка назва)/i;
const coded =
  /^(id|uuid|code|identifier)$|(Id|Identifier|Code|_id|_code)$|katottg|^codifier$|ідентифікатор|(^|\s)код(\s|$)/i;
const codeRoles = new Set(["edrpou", "katottg", "koatuu", "iban", "tax-number", "postcode"]);

const saysOf = (pattern: RegExp, { name, title }: ToldColumn): boolean =>
  pattern.test(name) || pattern.test(title);

/** Does a column name things for programs: a code, a number in a register? */
export const isCode = (column: ToldColumn): boolean =>
  saysOf(coded, column) || codeRoles.has(roleOf(column.name, column.title) ?? "");

/** Does every row say the same in a column, or nothing? */
export const isConstant = ({ distinct, missing }: ToldColumn): boolean =>
  distinct === 0 || (distinct === 1 && missing === 0);

export const isPlaceOnMap = ({ name, title }: ToldColumn): boolean =>
  ["latitude", "longitude"].includes(roleOf(name, title) ?? "");

/**
 * The column a row is called by: its name, else its address, else the text that tells rows apart best, else the first
 * one that is not the same everywhere.
 */
export function titleColumn<C extends ToldColumn>(columns: readonly C[]): C | undefined {
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

/** What a row is called by its cell of that column: a number alone says nothing, so its column's title stands before it. */
export const calledBy = (title: string, cell: string): string =>
  cell === "" || /\p{L}/u.test(cell) ? cell : `${title} ${cell}`;
