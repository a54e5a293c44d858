import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { treeOf } from "../model/tree.ts";
import { readRepository } from "../read/repository.ts";
import { examplePortal } from "../rules/example-portal.ts";
import { catalogueOf } from "../test/fixtures/generated-portal.ts";
import { renderArchive } from "./archive.ts";

/** More rows than a piece of the packer holds. */
const rows = Array.from({ length: 5000 }, (_, id) => `${id},Зупинка ${id},${id % 5}\n`);
const files = {
  ...examplePortal,
  "data/datasets/stops/stops.csv": `id,name,platforms\n${rows.join("")}`,
};
const bytes = Buffer.concat([
  ...renderArchive(catalogueOf(files), readRepository(treeOf(files)), "c0ffee"),
]);

test("the archive holds each file of data byte for byte, its passport, and the sums of all", () => {
  const entries = unzipSync(bytes);
  expect(Object.keys(entries)).toEqual([
    "README.txt",
    "registry.csv",
    "datasets/stops/datapackage.json",
    "datasets/stops/stops.csv",
    "manifest.json",
    "SHA256SUMS",
  ]);
  expect(strFromU8(entries["datasets/stops/stops.csv"] ?? new Uint8Array())).toBe(
    files["data/datasets/stops/stops.csv"],
  );
  const sums = strFromU8(entries.SHA256SUMS ?? new Uint8Array());
  for (const line of sums.trimEnd().split("\n")) {
    const [sum = "", path = ""] = line.split("  ");
    expect(
      createHash("sha256")
        .update(entries[path] ?? "")
        .digest("hex"),
    ).toBe(sum);
  }
  expect(JSON.parse(strFromU8(entries["manifest.json"] ?? new Uint8Array()))).toMatchObject({
    commit: "c0ffee",
    datasets: 1,
  });
});

test("another program finds the archive whole", ({ skip }) => {
  const folder = mkdtempSync(join(tmpdir(), "archive-"));
  const path = join(folder, "archive.zip");
  writeFileSync(path, bytes);
  const { status, stdout } = spawnSync("python3", ["-m", "zipfile", "-t", path], {
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true });
  if (status === null) return skip("python3 is not here");
  expect([status, stdout.trim()]).toEqual([0, "Done testing"]);
});
