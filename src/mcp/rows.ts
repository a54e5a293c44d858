import { z } from "zod";
import { Unread } from "./files.ts";
import type { SetTable } from "./tables.ts";

export const conditionSchema = z.object({
  column: z.string().describe("Назва колонки (name з describe_dataset)"),
  is: z.enum(["=", "!=", "<", ">", "<=", ">=", "contains"]),
  value: z
    .string()
    .describe("Значення; для contains — частина тексту, великі й малі літери однакові"),
});
export type RowsAsked = {
  columns?: string[] | undefined;
  where?: z.infer<typeof conditionSchema>[] | undefined;
  sort?: string | undefined;
  descending?: boolean | undefined;
  limit: number;
  offset: number;
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Rows somebody asks for, as the query that gives them. Throws Unread of a column the table does not have. */
export function rowsQuery({ sql: table }: SetTable, asked: RowsAsked): string {
  const columnOf = (name: string) => {
    const column = table.columns.find((one) => one.name === name);
    if (!column)
      throw new Unread(
        `У таблиці ${table.name} немає колонки «${name}». Є: ${table.columns.map((one) => one.name).join(", ")}.`,
      );
    return column;
  };
  const conditions = (asked.where ?? []).map(({ column: name, is, value }) => {
    const { logical } = columnOf(name);
    if (is === "contains")
      return `${quoted(name)} LIKE ${literal(`%${value.replace(/[\\%_]/g, "\\$&")}%`)} ESCAPE '\\'`;
    const sign = is === "!=" ? "<>" : is;
    const truth = logical && /^(true|false)$/i.test(value);
    // A text is compared with a column of numbers as a number, to its last digit.
    return `${quoted(name)} ${sign} ${truth ? Number(/^true$/i.test(value)) : literal(value)}`;
  });
  const columns = asked.columns?.map((name) => quoted(columnOf(name).name)) ?? ["*"];
  return [
    `SELECT ${columns.join(", ")} FROM ${quoted(table.name)}`,
    conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : "",
    asked.sort === undefined
      ? ""
      : `ORDER BY ${quoted(columnOf(asked.sort).name)}${asked.descending ? " DESC" : ""}`,
    // One more than is shown: whether there are others must be known.
    `LIMIT ${asked.limit + 1} OFFSET ${asked.offset}`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}
