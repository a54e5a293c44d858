import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { askTables, openDuckDb } from "../../../scripts/ask-duckdb.ts";
import {
  askedTables,
  datasetOf,
  differencesOf,
  openWorkshop,
  ownFindings,
} from "../../test/fixtures/asked-of-sql.ts";
import { randomRegister } from "../../test/fixtures/random-register.ts";
import { runsOf } from "../../test/fixtures/runs.ts";
import { findingsOf } from "./findings.ts";

const workshop = await openWorkshop(openDuckDb);
afterAll(() => workshop.close());

/** Half a minute of work, which a machine busy with the other tests stretches. */
const long = 300_000;

test("DuckDB finds in files that break their structure what the engine finds, word for word", {
  timeout: long,
}, async () => {
  // A statement over nine rows is planned longer than it runs.
  for (const sql of ["SET threads = 1", "PRAGMA disable_optimizer"]) await workshop.db.ask(sql);
  let told = 0;
  await fc.assert(
    fc.asyncProperty(randomRegister, async ({ descriptor, files }) => {
      const dataset = datasetOf(descriptor, files);
      for (const [name, text] of Object.entries(files)) workshop.write(name, text);
      const tables = askedTables(dataset, (file) => `${workshop.folder}/${file.split("/").at(-1)}`);
      const { findings, reports } = findingsOf(
        dataset,
        tables,
        await askTables(workshop.db, tables),
      );
      const own = ownFindings(dataset);
      told += own.length;
      expect(findings).toEqual(own);
      expect(differencesOf(dataset, reports)).toEqual([]);
    }),
    { numRuns: runsOf(100), seed: 835 },
  );
  await workshop.db.ask("PRAGMA enable_optimizer");
  expect(told).toBeGreaterThan(runsOf(300));
});
