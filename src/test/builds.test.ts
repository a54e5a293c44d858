import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { project, runScript } from "./fixtures/built-site.ts";
import { portalFolder } from "./fixtures/written-portal.ts";

const { folder, writePortal } = portalFolder();

const digest = (site: string): string =>
  readdirSync(site, { recursive: true, withFileTypes: true })
    // Says whether the folder had changes that are in no commit, which the clone never has.
    .filter((entry) => entry.isFile() && entry.name !== "build.json")
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map(
      (path) =>
        `${path.slice(site.length)} ${createHash("sha256").update(readFileSync(path)).digest("hex")}`,
    )
    .join("\n");

/** Links and sources of every page that lead to no file of the site. */
const brokenLinks = (site: string): string[] => [
  ...new Set(
    readdirSync(site, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".html"))
      .flatMap((file) =>
        [...readFileSync(join(site, file), "utf8").matchAll(/(?:href|src)="(\/[^"#?]*)/g)].map(
          ([, path = ""]) => decodeURIComponent(path),
        ),
      )
      .filter((path) => !existsSync(join(site, path.endsWith("/") ? `${path}index.html` : path))),
  ),
];

test("no page of this portal leads nowhere", () => {
  expect(brokenLinks(inject("site"))).toEqual([]);
});

test("no page shows a sentence whose blanks nobody filled in", () => {
  const site = inject("site");
  const unfilled = readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".html"))
    .flatMap((path) => {
      // Addresses of the interface are written with blanks on purpose, and so is code.
      const text = readFileSync(join(site, path), "utf8")
        .replace(/<(script|style|pre|code)\b[\s\S]*?<\/\1>/g, "")
        .replace(/<[^>]+>/g, " ");
      return (text.match(/\{\w+\}/g) ?? []).map((blank) => `${path}: ${blank}`);
    })
    .filter((found) => !/^(en\/)?api\//.test(found));
  expect(unfilled).toEqual([]);
});

test("another hromada's folder builds, and a failed build leaves the last good site", () => {
  const root = writePortal("other-hromada");
  const out = join(folder, "other-site");
  expect(
    runScript("build", ["--root", root, "--out", out, "--without-history"], {
      PORTAL_DATE: "2026-11-23",
    }).status,
  ).toBe(0);
  expect(existsSync(join(out, "dataset/stops/index.html"))).toBe(true);
  expect(brokenLinks(out)).toEqual([]);
  const before = digest(out);
  writeFileSync(join(root, "data/datasets/stops/stops.csv"), "id;name\n");
  expect(runScript("build", ["--root", root, "--out", out, "--without-history"]).status).toBe(1);
  expect(digest(out)).toBe(before);
});

test("two builds in different folders and time zones are byte-identical", () => {
  const clone = join(folder, "clone");
  expect(spawnSync("git", ["clone", "--quiet", project, clone]).status).toBe(0);
  // The working tree may be ahead of the last commit: both builds must read the same files.
  for (const part of ["data", "content"]) {
    rmSync(join(clone, part), { recursive: true });
    cpSync(join(project, part), join(clone, part), { recursive: true });
  }
  const out = join(folder, "second-site");
  const { status, stderr } = runScript("build", ["--root", clone, "--out", out], {
    PORTAL_DATE: "2026-11-23",
    TZ: "Pacific/Kiritimati",
    LC_ALL: "C",
  });
  expect(stderr).toContain("Готово");
  expect(status).toBe(0);
  expect(digest(out)).toBe(digest(inject("site")));
});
