import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { checkAbsent, checkReplaceable } from "./replaceable.ts";

const folder = mkdtempSync(join(tmpdir(), "portal-out-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const root = join(folder, "portal");
const project = join(folder, "code");
for (const path of ["data/datasets", "content", ".git/objects", "docs"])
  mkdirSync(join(root, path), { recursive: true });
for (const path of ["src", "node_modules"]) mkdirSync(join(project, path), { recursive: true });
const siteAt = (path: string, note: unknown = { date: "2026-11-23" }): string => {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "build.json"), JSON.stringify(note));
  writeFileSync(join(path, "catalog.jsonld"), "[]");
  return path;
};
const file = join(folder, "file.txt");
writeFileSync(file, "mine");
writeFileSync(join(root, "docs/letter.txt"), "mine");
symlinkSync(root, join(folder, "link"));
symlinkSync(join(folder, "nowhere"), join(folder, "dangling"));
const check = (out: string) => checkReplaceable(out, { root, project });

test.each([
  ["the portal's folder", root],
  ["a folder above it", folder],
  ["the file system", "/"],
  ["its data", join(root, "data")],
  ["a folder in its data that is not there", join(root, "data/datasets/new")],
  ["its news", join(root, "content/site")],
  ["its repository", join(root, ".git")],
  ["inside any repository", join(folder, "other/.git/site")],
  ["the code", project],
  ["the code's sources", join(project, "src/site")],
  ["the code's packages", join(project, "node_modules")],
  ["a home", homedir()],
  ["a folder with files of a person's", join(root, "docs")],
  ["a site whose note says another thing", siteAt(join(folder, "fake"), { date: "today" })],
  [
    "a site without a catalogue",
    (() => {
      const path = siteAt(join(folder, "half"));
      rmSync(join(path, "catalog.jsonld"));
      return path;
    })(),
  ],
  [
    "a site in a checkout of its own",
    (() => {
      const path = siteAt(join(folder, "pages"));
      mkdirSync(join(path, ".git"));
      return path;
    })(),
  ],
  [
    "a site in a linked checkout, whose .git is a file",
    (() => {
      const path = siteAt(join(folder, "linked"));
      writeFileSync(join(path, ".git"), "gitdir: /elsewhere");
      return path;
    })(),
  ],
  ["a file", file],
  ["a link to the portal", join(folder, "link")],
  ["a way through a link", join(folder, "link/data")],
  ["a link to nothing", join(folder, "dangling")],
  ["a place nobody can write to", "/proc/site"],
])("%s is not replaced", (_, out) => {
  expect(() => check(out)).toThrow(
    /^Сайт не можна записати в [^\n]+ Вкажіть іншу теку: --out ТЕКА\.$/,
  );
});

test.each([
  ["nothing yet", join(folder, "new/deep/site")],
  ["an empty folder", mkdtempSync(join(folder, "empty-"))],
  ["an earlier site", siteAt(join(folder, "site"))],
  ["dist in the portal", join(root, "dist")],
])("%s may be", (_, out) => {
  expect(() => check(out)).not.toThrow();
});

test("a file that is there is not written over", () => {
  expect(() => checkAbsent(file)).toThrow("уже є, і його не змінено");
  expect(() => checkAbsent(join(folder, "dangling"))).toThrow("уже є");
  expect(() => checkAbsent(join(folder, "new.csv"))).not.toThrow();
});
