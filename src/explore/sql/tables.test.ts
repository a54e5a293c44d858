import sqlite from "@sqlite.org/sqlite-wasm";
import { expect, test } from "vitest";
import { speak } from "../../i18n/translate.ts";
import type { ExploredTable } from "../view.ts";
import { catalogueView, sqlTablesOf } from "./tables.ts";

const explored = { title: "Таблиця", rows: 1, columns: [] } as unknown as ExploredTable;
const namesOf = (dataset: string, ...tables: string[]): string[] =>
  sqlTablesOf(
    dataset,
    tables.map((name) => ({ name, explored })),
    speak("uk"),
  ).tables.map(({ name }) => name);

/** Ids that a name could be taken by, or that a program of SQL keeps for itself. */
const ids = [
  ...["catalogue", "catalogue-x", "catalog", "trees-removed", "select", "registry"],
  ...["2026-budget", "t2026-budget", "tt2026-budget", "tables", "t"],
  ...["sqlite", "sqlite-master", "tsqlite-master", "sqlite-x", "duckdb-tables"],
];

test("no two sets have a table of one name, none that of the catalogue's view, and SQLite takes them all", async () => {
  const names = ids.flatMap((id) => [...namesOf(id, id), ...namesOf(id, "a", "b")]);
  expect(new Set(names).size).toBe(names.length);
  expect(names).not.toContain(catalogueView);
  const { oo1 } = await sqlite();
  const db = new oo1.DB(":memory:");
  for (const name of names) db.exec(`CREATE TABLE "${name}" (a)`);
  db.close();
});

test.each([
  ["trees-removed", "trees_removed"],
  ["2026-budget", "t2026_budget"],
  ["t2026-budget", "tt2026_budget"],
  ["catalogue", "catalogue_"],
  ["sqlite-master", "tsqlite_master"],
])("%s is asked as %s", (id, name) => {
  expect(namesOf(id, "a")).toEqual([name]);
});
