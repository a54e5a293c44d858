import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type ReadOptions, readTable } from "../table/read-table.ts";
import { openReportCache } from "./report-cache.ts";

const project = mkdtempSync(join(tmpdir(), "report-cache-"));
mkdirSync(join(project, "node_modules"));
mkdirSync(join(project, "src"));
cpSync(join(import.meta.dirname, "../table"), join(project, "src/table"), { recursive: true });
writeFileSync(join(project, "package-lock.json"), "{}");
afterAll(() => rmSync(project, { recursive: true }));

const folder = join(project, "node_modules/.cache/open-data-portal/tables");
const bytes = new TextEncoder().encode("id,amount\n1,12.5\n2,дві\n");
const options: ReadOptions = {
  form: "published",
  fields: [
    { name: "id", type: "string", title: "Номер", constraints: {} },
    { name: "amount", type: "number", title: "Сума", constraints: {} },
  ],
};

/** Asks a freshly opened cache; tells whether the table had to be read. */
function ask(given: Uint8Array, asked: ReadOptions) {
  let wasRead = false;
  const report = openReportCache(project)(given, asked, () => {
    wasRead = true;
    return readTable(given, asked);
  });
  return { wasRead, report };
}

test("a table that did not change is not read again, and its report is the same", () => {
  const first = ask(bytes, options);
  const again = ask(bytes, options);
  expect([first.wasRead, again.wasRead]).toEqual([true, false]);
  expect(again.report).toEqual(JSON.parse(JSON.stringify(readTable(bytes, options))));
});

test.each<[string, () => { wasRead: boolean }]>([
  ["other bytes", () => ask(new TextEncoder().encode("id,amount\n1,13\n"), options)],
  ["another structure", () => ask(bytes, { ...options, fields: options.fields?.slice(1) ?? [] })],
  ["other missing values", () => ask(bytes, { ...options, missingValues: ["", "дві"] })],
  ["another territory", () => ask(bytes, { ...options, territory: { places: new Set(["UA"]) } })],
])("%s: the table is read", (_, change) => {
  expect(change().wasRead).toBe(true);
});

test("a changed engine reads everything anew", () => {
  ask(bytes, options);
  writeFileSync(join(project, "src/table/cell.ts"), "// changed\n");
  expect(ask(bytes, options).wasRead).toBe(true);
});

test("an entry cut while it was written is read anew", () => {
  ask(bytes, options);
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), "{");
  expect(ask(bytes, options).wasRead).toBe(true);
});
