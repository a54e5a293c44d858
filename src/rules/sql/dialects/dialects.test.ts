import { join } from "node:path";
import { SparkSQL, TrinoSQL } from "dt-sql-parser";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { readRepository } from "../../../read/repository.ts";
import { readTree } from "../../../read/tree.ts";
import { askedTables, datasetOf } from "../../../test/fixtures/asked-of-sql.ts";
import { randomRegister } from "../../../test/fixtures/random-register.ts";
import { runsOf } from "../../../test/fixtures/runs.ts";
import { statementsOf } from "../statements.ts";
import type { AskedTable } from "../table-statements.ts";
import type { Dialect } from "./dialect.ts";
import { spark } from "./spark.ts";
import { trino } from "./trino.ts";

/** Grammars of the dialects, drawn from those of Spark and Trino themselves (ANTLR). */
const grammars: Record<string, { dialect: Dialect; validate(sql: string): { message: string }[] }> =
  {
    spark: { dialect: spark, validate: (sql) => new SparkSQL().validate(`${sql};`) },
    trino: { dialect: trino, validate: (sql) => new TrinoSQL().validate(`${sql};`) },
  };

// The parser tells the terminal as well of what it refuses.
vi.spyOn(console, "error").mockImplementation(() => undefined);

const project = join(import.meta.dirname, "../../../..");
const { datasets } = readRepository(readTree(project));
const sets = datasets
  .map((dataset) => [dataset.id, askedTables(dataset, (file) => file)] as const)
  .filter(([, tables]) => tables.length > 0);

describe.each(Object.entries(grammars))("%s", (_, { dialect, validate }) => {
  const faultsIn = (tables: readonly AskedTable[]) => {
    const { prepare, checks } = statementsOf(dialect, tables);
    return [...prepare, ...checks].flatMap(({ about, sql }) =>
      validate(sql).map(({ message }) => `${about}: ${message}`),
    );
  };

  test.each(sets)("the grammar takes the checks of %s", (__, tables) => {
    expect(faultsIn(tables)).toEqual([]);
  });

  test("… and the checks of columns that have types of their own", () => {
    const [[, tables] = []] = sets;
    expect(faultsIn((tables ?? []).map((table) => ({ ...table, format: "parquet" })))).toEqual([]);
  });

  test("… and of structures and columns nobody would think of", { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(randomRegister, ({ descriptor, files }) => {
        const tables = askedTables(
          datasetOf(descriptor, files),
          (file) => `s3://b'\\u cket/${file}`,
        );
        expect(faultsIn(tables)).toEqual([]);
      }),
      { numRuns: runsOf(15), seed: 3 },
    );
  });

  test("… and refuses what is broken, so that its yes means something", () => {
    const [[, tables] = []] = sets;
    const { checks } = statementsOf(dialect, tables ?? []);
    const sql = checks.find(({ about }) => about.startsWith("column"))?.sql ?? "";
    for (const broken of [
      sql.replace("SELECT", "SELEC"),
      sql.replace("FROM", ""),
      sql.replace(")", ""),
      sql.replace("END AS shape", "AS shape"),
      `${sql} '`,
      sql.replace("'", ""),
    ])
      expect([broken === sql, validate(broken).length > 0]).toEqual([false, true]);
  });
});
