import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { treeOf } from "../../model/tree.ts";
import { forgetKept } from "./disk-cache.ts";
import { openReadings } from "./readings.ts";

const project = mkdtempSync(join(tmpdir(), "forget-"));
mkdirSync(join(project, "node_modules"));
cpSync(join(import.meta.dirname, "../../table"), join(project, "src/table"), { recursive: true });
writeFileSync(join(project, "package-lock.json"), "{}");
afterAll(() => rmSync(project, { recursive: true }));

// It holds for the rest of a process: so it has a file of its own.
test("with --no-cache nothing is kept", () => {
  const file = treeOf({ "a.csv": "id\n1\n" }).get("a.csv");
  if (!file) throw new Error("The tree has one file.");
  const folder = join(project, "node_modules/.cache");
  forgetKept();
  expect(openReadings(project)(file, { form: "published" }).report.rows).toBe(1);
  expect(existsSync(folder)).toBe(false);
});
