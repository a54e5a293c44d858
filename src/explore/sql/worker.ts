import sqlite3InitModule, { type SqlValue } from "@sqlite.org/sqlite-wasm";
import { isPlainNumber } from "../plain-number.ts";
import { fetchRecords } from "../source/fetch-records.ts";
import { isLike } from "./like.ts";
import { authorize, bound, boundValues, largestAnswer, shownValue, sizeOf } from "./limits.ts";
import { compareTexts } from "./order.ts";
import type { SqlTable } from "./table.ts";

/** What the page asks: fetch a table, or answer a query with at most so many rows in so many seconds. */
export type SqlAsk = { id: number } & (
  | { load: SqlTable }
  | { sql: string; most: number; seconds: number }
);
export type SqlAnswer = { columns: string[]; rows: SqlValue[][]; more: boolean };
export type SqlTold = { id: number } & (
  | { loaded: number }
  | SqlAnswer
  | { error: string; interrupted?: true }
);

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
/** Rows put into a table by one call: a call a row is three times slower. */
const together = 1000;
/** SQLITE_INTERRUPT (sqlite.org/rescode.html). */
const interruptedCode = 9;
const database = openDatabase();

/** SQLite in memory: its own lower, upper and LIKE know English letters only, and its order is that of codes. */
async function openDatabase() {
  const sqlite3 = await sqlite3InitModule();
  const { capi, wasm, oo1 } = sqlite3;
  sqlite3.config.warn = () => {};
  const db = new oo1.DB(":memory:", "c");
  const deterministic = true;
  const changed = (change: (text: string) => string) => (_: number, value: SqlValue) =>
    value === null ? null : change(String(value));
  db.createFunction({
    name: "lower",
    arity: 1,
    deterministic,
    xFunc: changed((text) => text.toLowerCase()),
  });
  db.createFunction({
    name: "upper",
    arity: 1,
    deterministic,
    xFunc: changed((text) => text.toUpperCase()),
  });
  // X LIKE Y calls like(Y, X); X LIKE Y ESCAPE Z calls like(Y, X, Z).
  const like = (_: number, pattern: SqlValue, text: SqlValue, mark?: SqlValue) =>
    pattern === null || text === null || mark === null
      ? null
      : Number(
          isLike(String(pattern), String(text), mark === undefined ? undefined : String(mark)),
        );
  db.createFunction({ name: "like", arity: 2, deterministic, xFunc: like });
  db.createFunction({ name: "like", arity: 3, deterministic, xFunc: like });
  const collated = capi.sqlite3_create_collation_v2(
    db,
    "uk",
    capi.SQLITE_UTF8,
    0,
    (_, aLength, a, bLength, b) =>
      compareTexts(wasm.heap8u(), [Number(a), aLength], [Number(b), bLength]),
    0,
  );
  if (collated !== capi.SQLITE_OK) throw new Error(capi.sqlite3_errmsg(db));
  bound(capi, db);
  let asks = false;
  authorize(capi, db, () => asks);
  let deadline = Number.POSITIVE_INFINITY;
  capi.sqlite3_progress_handler(db, 20_000, () => (performance.now() > deadline ? 1 : 0), 0);

  return {
    load({ name, columns }: SqlTable, records: readonly (readonly (SqlValue | undefined)[])[]) {
      const types = columns.map(
        (column) => `${quoted(column.name)} ${column.numeric ? "NUMERIC" : "TEXT COLLATE uk"}`,
      );
      db.exec(
        `DROP TABLE IF EXISTS ${quoted(name)}; CREATE TABLE ${quoted(name)} (${types.join(", ")})`,
      );
      const values = columns.map((_, at) => `value->>${at}`).join(", ");
      const insert = db.prepare(`INSERT INTO ${quoted(name)} SELECT ${values} FROM json_each(?)`);
      try {
        db.transaction(() => {
          for (let from = 0; from < records.length; from += together)
            insert.bind(JSON.stringify(records.slice(from, from + together))).stepReset();
        });
      } finally {
        insert.finalize();
      }
    },
    query(
      sql: string,
      most: number,
      seconds: number,
    ): SqlAnswer | { error: string; interrupted?: true } {
      const columns: string[] = [];
      const rows: SqlValue[][] = [];
      let more = false;
      let size = 0;
      boundValues(capi, db, "query");
      deadline = performance.now() + seconds * 1000;
      asks = true;
      try {
        db.exec(sql, {
          rowMode: "array",
          columnNames: columns,
          callback: (found) => {
            const values = found.map(shownValue);
            for (const value of values) size += sizeOf(value);
            more = rows.length === most || size > largestAnswer;
            if (!more) rows.push(values);
            // False ends the query: there are rows enough.
            return more ? false : undefined;
          },
        });
        return { columns, rows, more };
      } catch (error) {
        const { message, resultCode } = error as Error & { resultCode?: number };
        return {
          error: message.replace(/^SQLITE_\w+: sqlite3 result code \d+: /, ""),
          ...(resultCode === interruptedCode ? { interrupted: true as const } : {}),
        };
      } finally {
        deadline = Number.POSITIVE_INFINITY;
        boundValues(capi, db, "load");
        asks = false;
      }
    },
  };
}

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

addEventListener("message", async ({ data }: MessageEvent<SqlAsk>) => {
  const tell = (told: SqlTold) => postMessage(told);
  const { id } = data;
  try {
    const db = await database;
    if ("load" in data) {
      const records = await fetchRows(data.load);
      db.load(data.load, records);
      tell({ id, loaded: records.length });
    } else tell({ id, ...db.query(data.sql, data.most, data.seconds) });
  } catch (error) {
    tell({ id, error: String(error) });
  }
});
