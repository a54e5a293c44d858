import { Fault } from "../src/model/reports/fault.ts";
import type { PersonalFound } from "../src/model/table.ts";
import type { Located } from "../src/rules/sql/dialects/dialect.ts";
import { duckdb, duckdbHeader } from "../src/rules/sql/dialects/duckdb.ts";
import { peopleIn } from "../src/rules/sql/people.ts";
import type { AnswerRow } from "../src/rules/sql/rows.ts";
import { statementsOf } from "../src/rules/sql/statements.ts";
import type { AskedTable } from "../src/rules/sql/table-statements.ts";
import { firstRecords } from "../src/table/scan/dialect.ts";
import { duckDbWords, emptyFileWords } from "./duckdb-words.ts";

/** DuckDB in this process. */
export type DuckDb = {
  /** A statement's rows, each by the names of its columns. Throws a Fault with what is wrong where it fails. */
  ask(sql: string): Promise<AnswerRow[]>;
  /** Names of a file's columns, as they are written in it. Throws a Fault where it holds none. */
  columnsOf(table: Pick<Located, "location" | "format">): Promise<string[]>;
  close(): void;
};

/** Tables of a set → what DuckDB answers, and the people in their first rows. */
export async function askTables(db: DuckDb, tables: readonly AskedTable[]) {
  const { prepare, checks, samples } = statementsOf(duckdb, tables);
  for (const { sql } of prepare) await db.ask(sql);
  const rows: AnswerRow[] = [];
  for (const { sql } of checks) for (const row of await db.ask(sql)) rows.push(row);
  const people = new Map<string, PersonalFound[][]>();
  for (const table of tables) {
    const first = await db.ask(samples.get(table.name) ?? "");
    const cells = first.map((row) => Object.values(row).map(String));
    people.set(table.name, peopleIn(table, cells));
  }
  return { rows, people };
}

/**
 * DuckDB is loaded when it is asked for: its library takes 68 MB.
 * @param file where it keeps what it makes; without one, in memory
 */
export async function openDuckDb(file?: string): Promise<DuckDb> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  const ask = async (sql: string): Promise<AnswerRow[]> => {
    try {
      return (await connection.runAndReadAll(sql)).getRowObjectsJS() as AnswerRow[];
    } catch (error) {
      throw new Fault(duckDbWords(error instanceof Error ? error.message : String(error)));
    }
  };
  return {
    ask,
    async columnsOf(table) {
      const values = (await ask(duckdbHeader(table))).map((row) =>
        String(Object.values(row)[0] ?? ""),
      );
      if (table.format === "parquet") return values;
      const separators = { delimiter: ",", newline: "\n" } as const;
      // A mark of the encoding is no part of a name.
      const text = values.join("\n").replace(/^\ufeff/, "");
      const [names = []] = firstRecords(text, separators, 1);
      if (names.join("") === "") throw new Fault(emptyFileWords(table.location));
      return names;
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
