import { answerWith } from "../../find/browser/thread.ts";
import { fetchRecords } from "../source/fetch-records.ts";
import { openDatabase } from "./database.ts";
import { askedRecords, type SqlTable } from "./table.ts";

const database = openDatabase();

const methods = {
  /** Fetches a table and puts it in; tells how many rows it has, and which of its columns of numbers stay text. */
  async load(asked: SqlTable): Promise<{ rows: number; texts: string[] }> {
    const db = await database;
    const { table, rows, texts } = askedRecords(asked, await fetchRecords(asked));
    db.load(table, rows);
    return { rows: rows.length, texts };
  },
  async query(sql: string, most: number, seconds: number) {
    return (await database).query(sql, most, seconds);
  },
};
export type SqlMethods = typeof methods;

answerWith(methods);
