import { csvLine } from "../../model/csv.ts";
import { readRows, readTable } from "../../table/read-table.ts";
import { type Bytes, bytesOf } from "./new-dataset.ts";

/**
 * A table whose columns get the names their passport gives them, and stand in its order: those of `order` first, as they
 * stand there, the others after them. The same bytes where they do.
 */
export function withNames(
  table: Bytes,
  names: readonly string[],
  order: readonly string[] = names,
): Bytes {
  const report = readTable(table, { form: "published" });
  const written = report.columns.map(({ name }) => name);
  const known = new Map(order.map((name, place) => [name, place]));
  const places = names
    .map((_, column) => column)
    .sort((one, other) => placeOf(names[one]) - placeOf(names[other]));
  function placeOf(name = ""): number {
    return known.get(name) ?? order.length;
  }
  if (
    written.length === names.length &&
    written.every((name, column) => name === names[column] && places[column] === column)
  )
    return table;
  const inOrder = (cells: readonly string[]) => csvLine(places.map((place) => cells[place] ?? ""));
  const rows = readRows(table, report).map(({ cells }) => inOrder(cells));
  return bytesOf(inOrder(names) + rows.join(""));
}
