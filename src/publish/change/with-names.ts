import { csvLine } from "../../model/csv.ts";
import { readRows, readTable } from "../../table/read-table.ts";
import { type Bytes, bytesOf } from "./new-dataset.ts";

/** A table whose columns get the names their passport gives them; the same bytes where they have them. */
export function withNames(table: Bytes, names: readonly string[]): Bytes {
  const report = readTable(table, { form: "published" });
  const written = report.columns.map(({ name }) => name);
  if (written.length === names.length && written.every((name, index) => name === names[index]))
    return table;
  const rows = readRows(table, report).map(({ cells }) => csvLine(cells));
  return bytesOf(csvLine(names) + rows.join(""));
}
