import sqlite3InitModule, {
  type Database,
  type Sqlite3Static,
  type SqlValue,
} from "@sqlite.org/sqlite-wasm";
import { isLike } from "./like.ts";
import { authorize, bound, boundValues, largestAnswer, shownValue, sizeOf } from "./limits.ts";
import { compareNumbers, compareTexts } from "./order.ts";
import type { SqlTable } from "./table.ts";

export type SqlAnswer = { columns: string[]; rows: SqlValue[][]; more: boolean };
/** What SQLite says of a query it does not answer; or that it took too long. */
export type SqlComplaint = { error: string; interrupted?: true };

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
/** Rows put into a table by one call: a call a row is three times slower. */
const together = 1000;
/** SQLITE_INTERRUPT (sqlite.org/rescode.html). */
const interruptedCode = 9;

/** SQLite in memory: its own lower, upper and LIKE know English letters only, and its order is that of codes. */
export async function openDatabase() {
  const sqlite3 = await sqlite3InitModule();
  const { capi, oo1 } = sqlite3;
  sqlite3.config.warn = () => {};
  const db = new oo1.DB(":memory:", "c");
  addFunctions(db);
  addOrders(sqlite3, db);
  bound(capi, db);
  let asks = false;
  authorize(capi, db, () => asks);
  let deadline = Number.POSITIVE_INFINITY;
  capi.sqlite3_progress_handler(db, 20_000, () => (performance.now() > deadline ? 1 : 0), 0);

  return {
    load: (table: SqlTable, records: Records) => loadTable(db, table, records),
    /** Answers a query with at most so many rows in so many seconds. */
    query(sql: string, most: number, seconds: number): SqlAnswer | SqlComplaint {
      boundValues(capi, db, "query");
      deadline = performance.now() + seconds * 1000;
      asks = true;
      try {
        return readAnswer(db, sql, most);
      } catch (error) {
        return complaintOf(error as Error & { resultCode?: number });
      } finally {
        deadline = Number.POSITIVE_INFINITY;
        boundValues(capi, db, "load");
        asks = false;
      }
    },
  };
}

/** Functions of texts that know all letters. */
function addFunctions(db: Database): void {
  const deterministic = true;
  const changed = (change: (text: string) => string) => (_: number, value: SqlValue) =>
    value === null ? null : change(String(value));
  const lower = changed((text) => text.toLowerCase());
  const upper = changed((text) => text.toUpperCase());
  db.createFunction({ name: "lower", arity: 1, deterministic, xFunc: lower });
  db.createFunction({ name: "upper", arity: 1, deterministic, xFunc: upper });
  // X LIKE Y calls like(Y, X); X LIKE Y ESCAPE Z calls like(Y, X, Z).
  const like = (_: number, pattern: SqlValue, text: SqlValue, mark?: SqlValue) =>
    pattern === null || text === null || mark === null
      ? null
      : Number(
          isLike(String(pattern), String(text), mark === undefined ? undefined : String(mark)),
        );
  db.createFunction({ name: "like", arity: 2, deterministic, xFunc: like });
  db.createFunction({ name: "like", arity: 3, deterministic, xFunc: like });
}

/** The order of the Ukrainian alphabet, as a collation named «uk», and that of numbers kept as text, named «number». */
function addOrders({ capi, wasm }: Sqlite3Static, db: Database): void {
  const utf8 = new TextDecoder();
  const orders: Record<string, typeof compareTexts> = {
    uk: compareTexts,
    number: (memory, ...places) => {
      const [a = "", b = ""] = places.map(([at, length]) =>
        utf8.decode(memory.subarray(at, at + length)),
      );
      return compareNumbers(a, b);
    },
  };
  for (const [name, compare] of Object.entries(orders)) {
    const collated = capi.sqlite3_create_collation_v2(
      db,
      name,
      capi.SQLITE_UTF8,
      0,
      (_, aLength, a, bLength, b) =>
        compare(wasm.heap8u(), [Number(a), aLength], [Number(b), bLength]),
      0,
    );
    if (collated !== capi.SQLITE_OK) throw new Error(capi.sqlite3_errmsg(db));
  }
}

type Records = readonly (readonly (SqlValue | undefined)[])[];

/** Puts a table in, in place of one of its name. */
function loadTable(db: Database, { name, columns }: SqlTable, records: Records): void {
  const types = columns.map(
    ({ name: column, numeric, long }) =>
      `${quoted(column)} ${numeric ? "NUMERIC" : `TEXT COLLATE ${long ? "number" : "uk"}`}`,
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
}

/** The first rows of a query's answer; `more`: it has others, or they are too large. */
function readAnswer(db: Database, sql: string, most: number): SqlAnswer {
  const columns: string[] = [];
  const rows: SqlValue[][] = [];
  let more = false;
  let size = 0;
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
}

const complaintOf = ({ message, resultCode }: Error & { resultCode?: number }): SqlComplaint => ({
  error: message.replace(/^SQLITE_\w+: sqlite3 result code \d+: /, ""),
  ...(resultCode === interruptedCode ? { interrupted: true as const } : {}),
});
