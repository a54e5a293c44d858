import type { Table } from "../model/table.ts";
import { namesOf, type TableSchema } from "../schemas/data/table-schema.ts";

/** The values of some columns joined into one key per row; undefined where every one of them is missing. */
export function keysOf(
  table: Table,
  schema: TableSchema,
  names: string | string[] | undefined,
): (string | undefined)[] {
  const columns = namesOf(names).map((name) => table.header.indexOf(name));
  const missing = new Set(schema.missingValues);
  return table.rows.map(({ cells }) => {
    const values = columns.map((column) => cells[column] ?? "");
    return values.every((value) => missing.has(value)) ? undefined : values.join("\u001f");
  });
}
