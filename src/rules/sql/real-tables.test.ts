import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { askTables, openDuckDb } from "../../../scripts/ask-duckdb.ts";
import type { DatasetSource } from "../../model/repository.ts";
import { readRepository } from "../../read/repository.ts";
import { readTree } from "../../read/tree.ts";
import { fieldsOf } from "../../table/layout/column-names.ts";
import { readTable } from "../../table/read-table.ts";
import {
  askedTables,
  datasetOf,
  differencesOf,
  openWorkshop,
  ownFindings,
} from "../../test/fixtures/asked-of-sql.ts";
import { realFiles } from "../../test/fixtures/real-files.ts";
import { findingsOf } from "./findings.ts";

const project = join(import.meta.dirname, "../../..");
const { datasets } = readRepository(readTree(project));
const described = datasets.filter(({ tables }) => tables.some(({ schema }) => schema));
const workshop = await openWorkshop(openDuckDb);
afterAll(() => workshop.close());

async function compare(dataset: DatasetSource, pathOf: (file: string) => string) {
  const tables = askedTables(dataset, pathOf);
  const { findings, reports } = findingsOf(dataset, tables, await askTables(workshop.db, tables));
  expect(findings).toEqual(ownFindings(dataset));
  expect(differencesOf(dataset, reports)).toEqual([]);
}

describe("DuckDB finds in the tables of this portal what the engine finds", () => {
  test.each(described.map((dataset) => [dataset.id, dataset] as const))(
    "%s",
    async (_, dataset) => {
      await compare(dataset, (file) => join(project, file));
    },
  );
});

/** A passport for a table that has none: types as most cells have them, values asked for where nearly all are there. */
function describedBy(bytes: Uint8Array, name: string): object {
  const { columns } = readTable(bytes, { form: "any" });
  const names = fieldsOf(columns.map((column) => column.name));
  const fields = columns.map(({ type, name: title, profile }, at) => {
    const { count, missing, distinct, minimum, maximum } = profile;
    return {
      name: (names[at] ?? "").replace(/[^A-Za-z0-9]/g, "").replace(/^(?![A-Za-z])/, "c"),
      type,
      title: title.replace(/\s+/g, " ").trim() || `Колонка ${at + 1}`,
      constraints: {
        ...(missing < count / 10 ? { required: true } : {}),
        ...(distinct > count * 0.9 ? { unique: true } : {}),
        ...(minimum !== undefined && type !== "year" ? { minimum, maximum } : {}),
        ...(type === "string" ? { maxLength: 60, pattern: "[А-ЯІЇЄҐA-Z0-9«].*" } : {}),
      },
    };
  });
  return {
    title: name,
    publisher: "council",
    resources: [{ name: "table", title: name, path: "table.csv", schema: { fields } }],
  };
}

/** Each column is a statement of its own. */
const widest = 60;
const realTables = realFiles.filter(({ name }) => name.endsWith(".csv"));

describe.skipIf(realTables.length === 0)(
  "… and in real tables of Ukrainian cities, given a structure",
  () => {
    test.each(realTables)("$name", async ({ path, name }) => {
      const bytes = readFileSync(path);
      const dataset = datasetOf(describedBy(bytes, basename(name)), { "table.csv": bytes });
      const [table] = dataset.tables;
      const report = table?.report;
      const isWhole = report && report.problems.length === 0 && report.header.join() === "names";
      if (
        !isWhole ||
        report.ragged.count > 0 ||
        report.blank.count > 0 ||
        report.columns.length > widest
      ) {
        console.info(
          `${name}: not as the portal publishes tables, or too wide for a test; SQL is not asked.`,
        );
        return;
      }
      workshop.write("table.csv", new TextDecoder().decode(bytes));
      await compare(dataset, () => join(workshop.folder, "table.csv"));
    });
  },
);
