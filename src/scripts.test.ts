import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { project, runScript } from "./fixtures/built-site.ts";
import { dictionaries } from "./i18n/translate.ts";
import { examplePortal } from "./rules/example-portal.ts";
import { jsonSchemas, renderJsonSchema } from "./schemas/json.ts";

const folder = mkdtempSync(join(tmpdir(), "portal-scripts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function writePortal(name: string, changes: Record<string, string> = {}): string {
  const root = join(folder, name);
  for (const [path, text] of Object.entries({ ...examplePortal, ...changes })) {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const digest = (site: string): string =>
  readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map(
      (path) =>
        `${path.slice(site.length)} ${createHash("sha256").update(readFileSync(path)).digest("hex")}`,
    )
    .join("\n");

test("validate --format json prints the findings and nothing else, and exits 1 on an error", () => {
  const root = writePortal("broken-number", {
    "data/datasets/stops/stops.csv": "id,name,platforms\n1,Вокзал,дві\n",
  });
  const { stdout, status } = runScript("validate", ["--root", root, "--format", "json"]);
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    findings: [
      {
        rule: "cells-valid",
        severity: "error",
        place: { file: "data/datasets/stops/stops.csv", line: 2 },
        message: "Колонка «platforms»: не ціле число; комірок — 1: C2 «дві». Потрібно: ціле число.",
        hint: "Виправте комірки; якщо значення немає, лишіть порожніми.",
        help: "https://data.example.gov.ua/help/cells-valid/",
      },
    ],
    datasets: 1,
  });
});

test("validate exits 0 on a portal with nothing to find", () => {
  const { stdout, status } = runScript("validate", [
    "--root",
    writePortal("valid"),
    "--format",
    "text",
  ]);
  expect(status).toBe(0);
  expect(stdout).toContain("Перевірено наборів: 1. Помилок: 0. Попереджень: 0.");
});

test("another hromada's folder builds, and a failed build leaves the last good site", () => {
  const root = writePortal("other-hromada");
  const out = join(folder, "other-site");
  expect(
    runScript("build", ["--root", root, "--out", out], { PORTAL_DATE: "2026-11-23" }).status,
  ).toBe(0);
  expect(existsSync(join(out, "dataset/stops/index.html"))).toBe(true);
  const before = digest(out);
  writeFileSync(join(root, "data/datasets/stops/stops.csv"), "id;name\n");
  expect(runScript("build", ["--root", root, "--out", out]).status).toBe(1);
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

test("new-dataset writes a skeleton whose only faults are its blanks", () => {
  const root = writePortal("skeleton");
  expect(runScript("new-dataset", ["--root", root, "routes"]).status).toBe(0);
  const { stdout } = runScript("validate", ["--root", root, "--format", "json", "routes"]);
  expect(JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule)).toEqual([]);
});

test("the JSON Schemas beside the code are fresh (npm run schemas)", () => {
  for (const name of Object.keys(jsonSchemas))
    expect(readFileSync(join(project, `src/schemas/json/${name}.schema.json`), "utf8")).toBe(
      renderJsonSchema(name),
    );
});

test("both languages have the same sentences", () => {
  expect(Object.keys(dictionaries.en)).toEqual(Object.keys(dictionaries.uk));
});

test("every npm command in README exists", () => {
  const { scripts } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  const named = [
    ...readFileSync(join(project, "README.md"), "utf8").matchAll(/npm run ([a-z-]+)/g),
  ].map(([, name]) => name);
  expect(named.filter((name) => !Object.hasOwn(scripts, name ?? ""))).toEqual([]);
});
