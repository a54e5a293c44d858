import { csvLine } from "../../model/csv.ts";
import type { PersonalFound } from "../../model/table.ts";
import { readTable } from "../../table/read-table.ts";
import type { Dialect } from "./dialects/dialect.ts";
import type { AskedTable } from "./table-statements.ts";

/** Rows in which people are looked for: a column that names them shows it there. */
const sampled = 1000;

/** The first rows of a table, whole: c1, c2 … */
export const sampleStatement = (
  { columns }: Pick<AskedTable, "columns">,
  rows: ReturnType<Dialect["rowsOf"]>,
): string =>
  `SELECT ${columns.map((_, at) => `c${at + 1}`).join(", ")} FROM ${rows.from} ORDER BY record LIMIT ${sampled}`;

/**
 * First rows of a table → what the engine finds personal in each column, by its position. By it the values that findings
 * show are veiled, as they are where the engine reads the whole table.
 */
export function peopleIn(
  { columns, schema }: AskedTable,
  rows: readonly (readonly string[])[],
): PersonalFound[][] {
  const text = [columns, ...rows].map(csvLine).join("");
  const report = readTable(new TextEncoder().encode(text), {
    form: "published",
    fields: schema.fields,
    missingValues: schema.missingValues,
  });
  return columns.map((_, at) => report.columns[at]?.personal ?? []);
}
