import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { TreeFile } from "../../model/tree.ts";
import { type ReadOptions, readTable } from "../../table/read-table.ts";
import { openReadings, readAnew } from "./readings.ts";

const project = mkdtempSync(join(tmpdir(), "report-cache-"));
mkdirSync(join(project, "node_modules"));
mkdirSync(join(project, "src"));
cpSync(join(import.meta.dirname, "../../table"), join(project, "src/table"), { recursive: true });
writeFileSync(join(project, "package-lock.json"), "{}");
afterAll(() => rmSync(project, { recursive: true }));

const folder = join(project, "node_modules/.cache/open-data-portal/tables");
const entries = () =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /[0-9a-f]{64}$/.test(name))
    .map((name) => join(folder, name));
const bytes = new TextEncoder().encode("id,amount\n1,12.5\n2,дві\n");
const options: ReadOptions = {
  form: "published",
  fields: [
    { name: "id", type: "string", title: "Номер", constraints: {} },
    { name: "amount", type: "number", title: "Сума", constraints: {} },
  ],
};

/** A file that counts how often its bytes are asked for. */
function fileOf(bytes: Uint8Array, blob?: string): TreeFile & { asked: number } {
  const file = {
    size: bytes.length,
    kind: "file" as const,
    asked: 0,
    ...(blob === undefined ? {} : { blob }),
    bytes() {
      file.asked++;
      return bytes;
    },
  };
  return file;
}

/** Asks a process that has just begun; tells whether the table had to be read beside being known by its hash. */
function ask(given: Uint8Array, asked: ReadOptions) {
  const file = fileOf(given);
  const { report, table } = openReadings(project)(file, asked);
  return { wasRead: file.asked > 1, report, table };
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
  for (const path of entries()) writeFileSync(path, "{");
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
  for (const path of entries()) writeFileSync(path, damage(readFileSync(path, "utf8")));
  const again = ask(bytes, options);
  expect([again.wasRead, again.report.rows]).toEqual([true, right.rows]);
});

test("a report moved under another table's name is made again", () => {
  const [one, two] = ["id,amount\n7,7\n", "id,amount\n8,8\n9,9\n"].map((text) =>
    new TextEncoder().encode(text),
  ) as [Uint8Array, Uint8Array];
  openReadings(project);
  const before = new Set(entries());
  ask(one, options);
  const [ours = ""] = entries().filter((path) => !before.has(path));
  ask(two, options);
  const [theirs = ""] = entries().filter((path) => !before.has(path) && path !== ours);
  cpSync(ours, theirs);
  expect(ask(two, options).report.rows).toBe(2);
});

test("rows are read when they are asked for, once while they are held, and are the file's", () => {
  const file = fileOf(bytes);
  const { table } = readAnew(file, options);
  const before = file.asked;
  expect(table?.rows.map(({ cells }) => cells.join())).toEqual(["1,12.5", "2,дві"]);
  expect(table?.rows).toBe(table?.rows);
  expect(file.asked - before).toBe(1);
});

test("what is counted of rows is kept by the name of the count, for the next process too", () => {
  let counts = 0;
  const count = (name: string) => ask(bytes, options).table?.keep?.([name], () => ++counts);
  expect([count("rows"), count("rows"), count("other")]).toEqual([1, 1, 2]);
});

test("a file that changes between its judging and its reading stops the reading", () => {
  const file = fileOf(bytes);
  const { table } = readAnew(file, options);
  file.bytes = () => new TextEncoder().encode("id,amount\n1,99\n");
  expect(() => table?.rows).toThrow("Файл із даними змінився, поки його читали");
});

test("content that git calls the same is read once, in whichever commit it lies", () => {
  const read = openReadings(project);
  const [then, now] = [fileOf(bytes, "b10b"), fileOf(bytes, "b10b")];
  expect(read(then, options).table).toBe(read(now, options).table);
  expect(now.asked).toBe(0);
});

test("rows are read of the file that was asked for last: an earlier one may have gone", () => {
  const read = openReadings(project);
  const [first, second] = [fileOf(bytes), fileOf(bytes)];
  read(first, options);
  const { table } = read(second, options);
  first.bytes = () => {
    throw new Error("gone");
  };
  expect(table?.rows.length).toBe(2);
});

test("content of a folder is not read again in a commit that git names by it", () => {
  const read = openReadings(project);
  const name = execFileSync("git", ["hash-object", "--stdin"], { input: bytes, encoding: "utf8" });
  const committed = fileOf(bytes, name.trim());
  expect(read(fileOf(bytes), options).table).toBe(read(committed, options).table);
  expect(committed.asked).toBe(0);
});

test("what nobody asked for in a month goes, at most once a day", () => {
  ask(bytes, options);
  const [old = ""] = entries();
  const longAgo = new Date(Date.now() - 31 * 86_400_000);
  utimesSync(old, longAgo, longAgo);
  // What an earlier edition of the portal kept lay in the folder itself.
  const former = join(folder, "former.json");
  writeFileSync(former, "{}");
  utimesSync(former, longAgo, longAgo);
  ask(bytes, options);
  expect(existsSync(old)).toBe(true);
  // Had it been asked for, it would be young again.
  utimesSync(old, longAgo, longAgo);
  utimesSync(join(folder, ".swept"), longAgo, longAgo);
  openReadings(project);
  expect([existsSync(old), existsSync(former)]).toEqual([false, false]);
});

test("a file of a commit that was read by an earlier process is asked of git by nobody", () => {
  const rows = new TextEncoder().encode(`id,amount\n1,${process.pid}\n`);
  const blob = `${process.pid}`.padStart(40, "a");
  const [first, later] = [fileOf(rows, blob), fileOf(rows, blob)];
  const read = openReadings(project)(first, options);
  // Of a commit its name in git says all, in another process too.
  expect(openReadings(project)(later, options)).toMatchObject({ sha256: read.sha256 });
  expect([first.asked > 0, later.asked]).toEqual([true, 0]);
});
