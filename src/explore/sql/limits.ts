import type { CAPI, Database, SqlValue } from "@sqlite.org/sqlite-wasm";

/** What a query may ask of a reader's machine (sqlite.org/limits.html); beyond it SQLite says no, and the page goes on. */
const limits = {
  SQLITE_LIMIT_SQL_LENGTH: 100_000,
  SQLITE_LIMIT_COLUMN: 1000,
  SQLITE_LIMIT_EXPR_DEPTH: 200,
  SQLITE_LIMIT_COMPOUND_SELECT: 100,
  SQLITE_LIMIT_VDBE_OP: 100_000,
  SQLITE_LIMIT_FUNCTION_ARG: 100,
  SQLITE_LIMIT_ATTACHED: 0,
  SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1000,
  SQLITE_LIMIT_TRIGGER_DEPTH: 1,
  SQLITE_LIMIT_WORKER_THREADS: 0,
} as const;
/** Bytes of one value or row: of a table that is put in, and of anything a query makes. */
const longest = { load: 64_000_000, query: 1_000_000 };
/** Bytes the engine may hold, tables and all: a query that needs more ends with «out of memory», not with the tab. */
const largestHeap = 512 * 1024 * 1024;
/** Bytes of an answer: more would not be read, and a copy of each goes to the page. */
export const largestAnswer = 10_000_000;

/** Sets the limits that hold for good. A query cannot raise them: PRAGMA only lowers the last one. */
export function bound(capi: CAPI, db: Database): void {
  for (const [name, value] of Object.entries(limits))
    capi.sqlite3_limit(db, capi[name as keyof typeof limits], value);
  boundValues(capi, db, "load");
  db.exec(`PRAGMA hard_heap_limit = ${largestHeap}`);
}

/** Rows of a table may be longer than what a query makes of them. */
export const boundValues = (capi: CAPI, db: Database, of: keyof typeof longest): void => {
  capi.sqlite3_limit(db, capi.SQLITE_LIMIT_LENGTH, longest[of]);
};

/** Pragmas that tell what is in the tables and change nothing. */
const tellingPragmas = new Set(["table_info", "table_xinfo", "table_list"]);

/**
 * A query may ask and nothing else (sqlite.org/c3ref/set_authorizer.html): a table that it changed would answer wrongly
 * ever after, and a PRAGMA would lift the limits. `asks` says whether a query is being prepared, or a table put in.
 */
export function authorize(capi: CAPI, db: Database, asks: () => boolean): void {
  const { SQLITE_SELECT, SQLITE_READ, SQLITE_FUNCTION, SQLITE_RECURSIVE } = capi;
  const questions = new Set<number>([
    SQLITE_SELECT,
    SQLITE_READ,
    SQLITE_FUNCTION,
    SQLITE_RECURSIVE,
  ]);
  capi.sqlite3_set_authorizer(
    db,
    (_, action, name) =>
      !asks() ||
      questions.has(action) ||
      (action === capi.SQLITE_PRAGMA && tellingPragmas.has(String(name)))
        ? capi.SQLITE_OK
        : capi.SQLITE_DENY,
    0,
  );
}

/** Memory that a value takes, roughly: two bytes a letter. */
export const sizeOf = (value: SqlValue): number =>
  typeof value === "string" ? value.length * 2 : 8;

/** Bytes are shown as SQLite writes them, the first of them: a table of a million zeros holds up the page. */
export function shownValue(value: SqlValue): SqlValue {
  if (!(value instanceof Uint8Array || value instanceof Int8Array || value instanceof ArrayBuffer))
    return value;
  const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value;
  const hex = [...bytes.subarray(0, 16)].map((byte) => (byte & 255).toString(16).padStart(2, "0"));
  return `x'${hex.join("")}${bytes.length > 16 ? "…" : ""}'`;
}
