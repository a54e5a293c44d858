import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runScript } from "../test/fixtures/built-site.ts";
import { generatedPortal } from "../test/fixtures/generated-portal.ts";

const folder = mkdtempSync(join(tmpdir(), "portal-review-"));
const root = join(folder, "work");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const git = (...args: string[]) =>
  spawnSync("git", ["-C", root, "-c", "user.name=a", "-c", "user.email=a@example.org", ...args], {
    encoding: "utf8",
  });
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const read = (path: string) => readFileSync(join(root, path), "utf8");
const branch = (name: string, change: () => void) => {
  git("checkout", "-q", "-b", name, "main");
  change();
  git("add", "-A");
  git("commit", "-qm", name);
};
const review = (base: string, head: string, format = "json") =>
  runScript("review", ["--root", root, "--base", base, "--head", head, "--format", format], {
    PORTAL_DATE: "2026-11-25",
  });
const table = "data/datasets/stops-1/stops.csv";
const passport = "data/datasets/stops-1/datapackage.yaml";
const emptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

beforeAll(() => {
  mkdirSync(root);
  git("init", "--quiet", "--initial-branch=main");
  for (const [path, text] of Object.entries(generatedPortal(2))) write(path, text);
  git("add", "-A");
  git("commit", "-qm", "Start");
  branch("update", () => write(table, `${read(table)}3,Ринок,4\n`));
  branch("broken", () => write(table, `${read(table)}3,Ринок,чотири\n`));
  branch("moved", () => {
    renameSync(join(root, "data/datasets/stops-1"), join(root, "data/datasets/bus-stops"));
    const path = "data/datasets/bus-stops/datapackage.yaml";
    write(
      path,
      read(path)
        .replace("aliases: [old-1]", "aliases: [old-1, stops-1]\nrenamedFrom: stops-1")
        .replace('version: "1.1"', 'version: "2.0"\nversionNotes: Інший ідентифікатор.'),
    );
  });
  branch("deleted", () => rmSync(join(root, "data/datasets/stops-1"), { recursive: true }));
  branch("code", () => write("src/portal.ts", "export {};\n"));
  git("checkout", "-q", "main");
});

test("two commits are compared without a checkout: what changed, what harvesters will see", () => {
  const { status, stdout } = review("main", "update");
  const report = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(report).toMatchObject({
    verdict: "fine",
    datasets: [
      {
        id: "stops-1",
        kind: "changed",
        tables: [{ before: 2, after: 3, added: { count: 1 } }],
        quality: { before: { points: 405 }, after: { points: 405 } },
      },
    ],
    harvest: { created: [], updated: ["https://data.example.gov.ua/dataset/stops-1"], deleted: [] },
  });
  expect(git("status", "--porcelain").stdout).toBe("");
});

test("an error stops the change with exit 1; a commit that is not there is exit 2", () => {
  expect(review("main", "broken", "text")).toMatchObject({ status: 1 });
  expect(review("main", "broken", "text").stdout).toMatch(/^Схвалити не можна: 1 помилка\n/);
  expect(review("main", "nowhere")).toMatchObject({ status: 2, stdout: "" });
});

test("a first commit is all new", () => {
  const report = JSON.parse(review(emptyTree, "main").stdout);
  expect(report.datasets.map(({ id, kind }: { id: string; kind: string }) => [id, kind])).toEqual([
    ["stops-1", "new"],
    ["stops-2", "new"],
  ]);
  expect(report.harvest.created).toHaveLength(2);
});

test("a renamed folder is a renamed set: its old address lives on, and harvesters keep it", () => {
  const report = JSON.parse(review("main", "moved").stdout);
  expect(report).toMatchObject({
    verdict: "look",
    datasets: [{ id: "bus-stops", kind: "renamed", from: "stops-1", told: true }],
    harvest: {
      created: [],
      updated: ["https://data.example.gov.ua/dataset/stops-1"],
      deleted: [],
    },
  });
});

test("a deleted folder is refused, with the lines to write instead", () => {
  const { status, stdout } = review("main", "deleted", "markdown");
  expect(status).toBe(1);
  expect(stdout).toContain("Набір «stops-1» був на порталі, а тепер його теки немає.");
  expect(stdout).toContain("позначте набір вилученим");
});

test("changed code is named", () => {
  expect(JSON.parse(review("main", "code").stdout)).toMatchObject({
    verdict: "look",
    code: ["src/portal.ts"],
  });
});

test("git that fails to compare the code is told, and a person must look", () => {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const real = spawnSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).stdout.trim();
  writeFileSync(
    join(bin, "git"),
    `#!/bin/sh\nfor word in "$@"; do [ "$word" = diff ] && { echo "fatal: bad object" >&2; exit 128; }; done\nexec ${real} "$@"\n`,
    { mode: 0o755 },
  );
  const { status, stdout } = runScript(
    "review",
    ["--root", root, "--base", "main", "--head", "update", "--format", "markdown"],
    { PORTAL_DATE: "2026-11-25", PATH: `${bin}:${process.env.PATH}` },
  );
  expect([status, stdout.split("\n")[0]]).toEqual([
    0,
    "## Можна схвалити, якщо так і має бути: Не вдалося дізнатися, чи змінено код порталу: перегляньте перелік файлів зміни",
  ]);
});

test("a folder stands for a commit, and the page form is a whole page", () => {
  const page = review("main", root, "html");
  expect(page.stdout).toMatch(/^<!doctype html>[\s\S]*Змін немає[\s\S]*<\/html>\n$/);
  expect(page.stdout).not.toMatch(/<script/);
});

test("what came to main after a branch was cut is not the branch's doing", () => {
  branch("late", () => write(table, `${read(table)}9,Пізня,1\n`));
  git("checkout", "-q", "main");
  git("checkout", "-q", "-b", "next");
  write(
    "data/datasets/stops-3/datapackage.yaml",
    read(passport).replace("aliases: [old-1]", "aliases: [old-3]"),
  );
  write("data/datasets/stops-3/stops.csv", read(table));
  git("add", "-A");
  git("commit", "-qm", "Another set on main");
  const report = JSON.parse(review("next", "late").stdout);
  expect(report.datasets.map(({ id }: { id: string }) => id)).toEqual(["stops-1"]);
  expect(report.harvest.deleted).toEqual([]);
  git("checkout", "-q", "main");
});

test("a branch that is named as a folder of this one is the branch", () => {
  branch("src", () => write(table, `${read(table)}8,Гілка,1\n`));
  git("checkout", "-q", "main");
  expect(JSON.parse(review("main", "src").stdout).datasets).toHaveLength(1);
});

test("two branches that add one set: the second is told which file both wrote", () => {
  for (const name of ["first", "second"])
    branch(name, () => {
      write(
        "data/datasets/fountains/datapackage.yaml",
        read(passport).replace("Зупинки", `Фонтани ${name}`),
      );
      write("data/datasets/fountains/stops.csv", read(table));
    });
  git("checkout", "-q", "main");
  git("merge", "-q", "--no-ff", "-m", "Merge first", "first");
  const { status, stderr } = runScript("ci-local", [
    ...["--repository", root, "--head", "second", "--out", join(folder, "out")],
  ]);
  expect(status).toBe(1);
  expect(stderr).toContain("data/datasets/fountains/datapackage.yaml");
});
