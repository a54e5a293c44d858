import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readTree } from "./tree.ts";

const root = mkdtempSync(join(tmpdir(), "portal-tree-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const path = "data/datasets/trees/map.geojson";
const full = join(root, path);
mkdirSync(join(root, "data/datasets/trees"), { recursive: true });

test.each<[string, (time: Date) => void]>([
  ["has another length", () => writeFileSync(full, "longer")],
  ["has other bytes of the same length", () => writeFileSync(full, "three")],
  [
    "was put in the place of the other, of the same length and time",
    (time) => {
      writeFileSync(`${full}.new`, "three");
      utimesSync(`${full}.new`, time, time);
      renameSync(`${full}.new`, full);
    },
  ],
])("a file that %s since it was listed is not taken for the one that was judged", (_, change) => {
  writeFileSync(full, "first");
  const time = new Date("2026-11-01T10:00:00Z");
  utimesSync(full, time, time);
  const file = readTree(root).get(path);
  expect(Buffer.from(file?.bytes() ?? []).toString()).toBe("first");
  change(time);
  expect(() => file?.bytes()).toThrow(`Файл ${full} змінився, поки портал читали: почніть ще раз.`);
  expect(readTree(root).get(path)?.bytes()).toEqual(readFileSync(full));
  expect(statSync(full).isFile()).toBe(true);
});
