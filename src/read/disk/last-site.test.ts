import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openLastSite, sha256 } from "./last-site.ts";

const folder = mkdtempSync(join(tmpdir(), "last-site-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("files behind a link do not stay: the link goes, as it is nothing a build made", () => {
  const site = join(folder, "site");
  const page = Buffer.from("Зупинки");
  const paths = ["/dataset/stops/index.html", "/en/dataset/stops/index.html"];
  for (const path of paths) {
    mkdirSync(join(site, path, ".."), { recursive: true });
    writeFileSync(join(site, path), page);
  }
  renameSync(join(site, "en"), join(folder, "elsewhere"));
  symlinkSync(join(folder, "elsewhere"), join(site, "en"));
  const last = openLastSite(folder, site, false);
  expect(paths.map((path) => last.keepsContent(path, page))).toEqual([true, false]);
  const listed = (path: string) => [{ path, bytes: page.length, sha256: sha256(page) }];
  expect(paths.map((path) => last.keeps(path, listed(path)))).toEqual([true, false]);
  expect([...last.staying]).toEqual(paths.slice(0, 1));
});
