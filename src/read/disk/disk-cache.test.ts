import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { treeOf } from "../../model/tree.ts";
import { canCache } from "./disk-cache.ts";
import { openReadings } from "./readings.ts";

const folder = mkdtempSync(join(tmpdir(), "disk-cache-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ["can be written, values are kept", (_: string) => {}, true],
  [
    "cannot be made, the work is done without it",
    (cache: string) => {
      mkdirSync(join(cache, ".."), { recursive: true });
      writeFileSync(cache, "somebody's file");
    },
    false,
  ],
])("where the folder of kept values %s", (name, prepare, isKept) => {
  const project = join(folder, name);
  mkdirSync(join(project, "node_modules"), { recursive: true });
  cpSync(join(import.meta.dirname, "../../table"), join(project, "src/table"), { recursive: true });
  writeFileSync(join(project, "package-lock.json"), "{}");
  prepare(join(project, "node_modules/.cache/open-data-portal"));
  const file = treeOf({ "a.csv": "id\n1\n" }).get("a.csv");
  if (!file) throw new Error("The tree has one file.");
  expect(canCache(project)).toBe(isKept);
  expect(openReadings(project)(file, { form: "published" }).report.rows).toBe(1);
});
