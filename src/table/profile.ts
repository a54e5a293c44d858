import type { ColumnProfile, Table } from "../model/table.ts";
import type { TableSchema } from "../schemas/table-schema.ts";
import { compareCells, isNumeric, isOfType } from "./cell.ts";

/** Figures for each column of the schema, in its order. */
export function profileTable(table: Table, schema: TableSchema): ColumnProfile[] {
  const missing = new Set(schema.missingValues);
  return schema.fields.map(({ name, type }) => {
    const column = table.header.indexOf(name);
    const counts = new Map<string, number>();
    let minimum: string | undefined;
    let maximum: string | undefined;
    let sum = 0;
    let present = 0;
    for (const { cells } of table.rows) {
      const text = cells[column];
      if (text === undefined || missing.has(text)) continue;
      present++;
      counts.set(text, (counts.get(text) ?? 0) + 1);
      if (type === "string" || type === "boolean" || !isOfType[type](text)) continue;
      if (minimum === undefined || compareCells(type, text, minimum) < 0) minimum = text;
      if (maximum === undefined || compareCells(type, text, maximum) > 0) maximum = text;
      if (isNumeric(type)) sum += Number(text);
    }
    const top = [...counts]
      .filter(([, count]) => count > 1)
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, 5)
      .map(([value, count]) => ({ value, count }));
    return {
      count: table.rows.length,
      missing: table.rows.length - present,
      distinct: counts.size,
      ...(minimum !== undefined && maximum !== undefined ? { minimum, maximum } : {}),
      ...(isNumeric(type) && present > 0 ? { mean: sum / present } : {}),
      top,
    };
  });
}
