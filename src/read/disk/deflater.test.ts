import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { openDeflater } from "./deflater.ts";

const project = mkdtempSync(join(tmpdir(), "deflated-"));
mkdirSync(join(project, "node_modules"));
afterAll(() => rmSync(project, { recursive: true }));
const kept = () =>
  readdirSync(join(project, "node_modules/.cache/open-data-portal/deflated"), {
    recursive: true,
    withFileTypes: true,
  }).filter((entry) => entry.isFile() && entry.name !== ".swept");

const table = new TextEncoder().encode("1,Вокзал,2\n".repeat(3000));

test("a large file is deflated once, and is what deflating gives", () => {
  const deflate = openDeflater(project, true);
  const first = deflate(table, "a".repeat(64));
  expect(Buffer.compare(first, deflateRawSync(table, { level: 6 }))).toBe(0);
  expect(kept()).toHaveLength(1);
  // By its key alone: nothing was deflated the second time.
  const other = new TextEncoder().encode("інше\n".repeat(9000));
  expect(Buffer.compare(deflate(other, "a".repeat(64)), first)).toBe(0);
});

test("what was kept and is not whole is made again", () => {
  for (const entry of kept()) writeFileSync(join(entry.parentPath, entry.name), "зіпсовано");
  const deflated = openDeflater(project, true)(table, "a".repeat(64));
  expect(Buffer.compare(inflateRawSync(deflated), table)).toBe(0);
});

test("small files, and all where nothing is kept, are deflated anew", () => {
  const before = kept().length;
  const small = table.subarray(0, 500);
  expect(inflateRawSync(openDeflater(project, true)(small, "b".repeat(64)))).toHaveLength(500);
  openDeflater(project, false)(table, "c".repeat(64));
  expect(kept()).toHaveLength(before);
});
