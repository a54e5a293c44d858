import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { treeOf } from "../model/tree.ts";
import { readRepository } from "../read/repository.ts";
import { examplePortal } from "../rules/example-portal.ts";
import { pinnedAt, sumOf } from "../test/fixtures/files-elsewhere.ts";
import { catalogueOf } from "../test/fixtures/generated-portal.ts";
import { renderArchive } from "./archive.ts";

const made = { commit: "c0ffee", deflate: (content: Uint8Array) => deflateRawSync(content) };

/** More rows than a piece of the packer holds. */
const rows = Array.from({ length: 5000 }, (_, id) => `${id},Зупинка ${id},${id % 5}\n`);
const files = {
  ...examplePortal,
  "data/datasets/stops/stops.csv": `id,name,platforms\n${rows.join("")}`,
};
const bytes = Buffer.concat([
  ...renderArchive(catalogueOf(files), readRepository(treeOf(files)), made),
]);

test("a large table comes out as it went in, and another program finds the archive whole", ({
  skip,
}) => {
  const table = unzipSync(bytes)["datasets/stops/stops.csv"] ?? new Uint8Array();
  expect(strFromU8(table)).toBe(files["data/datasets/stops/stops.csv"]);
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

test("a file elsewhere is in the manifest and not in the archive, nor among its sums", () => {
  const passport = "data/datasets/stops/datapackage.yaml";
  const url = "https://files.example.gov.ua/stops.csv";
  const content = new TextEncoder().encode("id,name,platforms\n1,Вокзал,2\n");
  const { "data/datasets/stops/stops.csv": _, ...rest } = examplePortal;
  const away = { ...rest, [passport]: pinnedAt(rest[passport] ?? "", "stops.csv", url, content) };
  const packed = unzipSync(
    Buffer.concat([...renderArchive(catalogueOf(away), readRepository(treeOf(away)), made)]),
  );
  const text = (name: string) => strFromU8(packed[name] ?? new Uint8Array());
  const outside = { url, bytes: content.length, sha256: sumOf(content), dataset: "stops" };
  expect(JSON.parse(text("manifest.json")).outside).toEqual([outside]);
  expect(Object.keys(packed).filter((name) => name.endsWith("stops.csv"))).toEqual([]);
  expect(text("SHA256SUMS")).not.toContain(outside.sha256);
  expect(text("README.txt")).toContain("manifest.json (outside)");
  // A portal without such files says nothing of them.
  const own = unzipSync(bytes);
  expect(JSON.parse(strFromU8(own["manifest.json"] ?? new Uint8Array())).outside).toBeUndefined();
  expect(strFromU8(own["README.txt"] ?? new Uint8Array())).not.toContain("outside");
});
