import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type ReadOptions, readTable } from "../../table/read-table.ts";
import { openReportCache } from "./report-cache.ts";

const project = mkdtempSync(join(tmpdir(), "report-cache-"));
mkdirSync(join(project, "node_modules"));
mkdirSync(join(project, "src"));
cpSync(join(import.meta.dirname, "../../table"), join(project, "src/table"), { recursive: true });
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

test("what any source can change is read again, and the right answer comes back with the right source", () => {
  mkdirSync(join(project, "src/schemas"), { recursive: true });
  writeFileSync(join(project, "src/schemas/any.ts"), "// right\n");
  ask(bytes, options);
  writeFileSync(join(project, "src/schemas/any.ts"), "// broken\n");
  expect(ask(bytes, options).wasRead).toBe(true);
  writeFileSync(join(project, "src/schemas/any.ts"), "// right\n");
  expect(ask(bytes, options).wasRead).toBe(false);
  writeFileSync(join(project, "src/schemas/any.test.ts"), "// a test changes nothing\n");
  expect(ask(bytes, options).wasRead).toBe(false);
});

test.each([
  ["cut", (text: string) => text.slice(0, -20)],
  ["poisoned", (text: string) => text.replace('"rows":2', '"rows":9')],
  ["another's", () => '{"rows":9}'],
  ["empty", () => ""],
])("a kept report that is %s is made again", (_, damage) => {
  const right = ask(bytes, options).report;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    writeFileSync(path, damage(readFileSync(path, "utf8")));
  }
  const again = ask(bytes, options);
  expect([again.wasRead, again.report.rows]).toEqual([true, right.rows]);
});
