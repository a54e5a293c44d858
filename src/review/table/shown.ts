import type { Table } from "../../model/table.ts";
import type { Field } from "../../schemas/data/table-schema.ts";
import { roleOf } from "../../table/column/role/role.ts";
import { conceal, isOfPeople } from "../../table/people/veil.ts";
import type { DescribedTable } from "../described-table.ts";

/** Letters of a cell of a whole row; of a changed cell more, around what changed. */
const longest = 60;
/** Columns that tell a row of a table without a key. */
const telling = 3;

/** A text cut for one cell of a report. */
export const short = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest - 1)}…` : text;

/** The name of a column by its place. */
export const nameAt = ({ table }: DescribedTable, index: number): string =>
  table.header[index] ?? "";

/** A cell by the places of its row and column; empty where the row is shorter. */
export const cellAt = ({ table }: DescribedTable, row: number, column: number): string =>
  table.rows[row]?.cells[column] ?? "";

/** What a table's structure says of a column. */
export const fieldIn = ({ schema }: DescribedTable, name: string): Field | undefined =>
  schema.fields.find((field) => field.name === name);

/** A cell of a column as a public report may show it. */
export function veiledCell(side: DescribedTable, column: string, value: string): string {
  const field = fieldIn(side, column);
  const role = roleOf(column, field?.title);
  // A number or a code is shown where nothing personal was found nor is promised: «11*****000» tells a reviewer nothing.
  const open =
    !side.personal.has(column) &&
    (/^-?\d+(\.\d+)?$/.test(value) || (field !== undefined && field.type === "date"));
  if (open && !isOfPeople(role)) return value;
  return conceal(value, side.personal.has(column) ? "person" : role);
}

/** What a row is called: its key, or its line and first cells where there is none. */
export function rowLabel(
  side: DescribedTable,
  { line, cells }: Table["rows"][number],
  key: readonly string[],
): string {
  const { header } = side.table;
  if (key.length > 0)
    return key.map((name) => veiledCell(side, name, cells[header.indexOf(name)] ?? "")).join(" · ");
  const first = header
    .slice(0, telling)
    .map((name, at) => short(veiledCell(side, name, cells[at] ?? "")));
  return `рядок ${line}: ${first.join(" · ")}`;
}
