import { answerWith } from "../../find/browser/thread.ts";
import { isPlainNumber } from "../plain-number.ts";
import { fetchRecords } from "../source/fetch-records.ts";
import { openDatabase } from "./database.ts";
import type { SqlTable } from "./table.ts";

const database = openDatabase();

/** A table's file → its rows as the database takes them: numbers as numbers, nothing as null. */
async function fetchRows(table: SqlTable): Promise<(string | number | null)[][]> {
  const without = new Set(table.missing);
  const records = await fetchRecords(table);
  return records.map((cells) =>
    table.columns.map(({ numeric }, at) => {
      const cell = cells[at] ?? "";
      if (without.has(cell) || cell === "") return null;
      return numeric && isPlainNumber(cell) ? Number(cell) : cell;
    }),
  );
}

const methods = {
  /** Fetches a table and puts it in; tells how many rows it has. */
  async load(table: SqlTable): Promise<number> {
    const db = await database;
    const records = await fetchRows(table);
    db.load(table, records);
    return records.length;
  },
  async query(sql: string, most: number, seconds: number) {
    return (await database).query(sql, most, seconds);
  },
};
export type SqlMethods = typeof methods;

answerWith(methods);
