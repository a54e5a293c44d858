import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { toAnswers } from "../found/answers/to-answers.ts";
import { renderReadme } from "../found/files/readme.ts";
import { project } from "./fixtures/built-site.ts";
import {
  installEngine,
  packEngine,
  runInstalled,
  runInstalledAsync,
} from "./fixtures/installed-engine.ts";
import { writePublishedPortal } from "./fixtures/published-portal.ts";
import { secondAnswers } from "./fixtures/second-portal.ts";

const packed = packEngine();
const portal = mkdtempSync(join(tmpdir(), "portal-with-package-"));
afterAll(() => {
  packed.remove();
  rmSync(portal, { recursive: true, force: true });
});
installEngine(portal, packed.file);
writePublishedPortal(portal);
const engine = join(portal, "node_modules/open-data-portal");
const { scripts } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
const door = join(project, "scripts/open-data-portal.mjs");
const verbs = Object.values<string>(scripts).flatMap(
  (line) => /open-data-portal\.mjs ([a-z-]+)$/.exec(line)?.[1] ?? [],
);
const help = (args: string[]) => spawnSync(process.execPath, [door, ...args], { encoding: "utf8" });

test("the door knows the commands that npm runs here, and no other", () => {
  const { stdout } = help(["--help"]);
  const told = /^Команди: (.*)\.$/m.exec(stdout)?.[1]?.split(", ") ?? [];
  expect(told.toSorted()).toEqual([...new Set(verbs)].sort());
  const { status, stderr } = help(["annotate"]);
  expect([status, stderr.split(".")[0]]).toEqual([2, "Немає команди «annotate»"]);
});

test("the package holds every command, the engine and no tests, measurements or data of this portal", () => {
  for (const verb of verbs) expect(existsSync(join(engine, "scripts", `${verb}.ts`))).toBe(true);
  const files = readdirSync(engine, { recursive: true, encoding: "utf8" });
  expect(
    files.filter((file) => /\.test\.ts$|^data|^content|src\/test|__snapshots__|bench/.test(file)),
  ).toEqual([]);
});

test("what README of a new portal names is there: commands of npm, and the guide with its pictures", () => {
  const readme = renderReadme(toAnswers(secondAnswers));
  const called = [...readme.matchAll(/npm run (?:-s )?([a-z-]+)/g)].map(([, name]) => name ?? "");
  expect(called.filter((name) => !verbs.includes(name))).toEqual([]);
  const guides = [...readme.matchAll(/node_modules\/open-data-portal\/([\w./-]+\.md)/g)];
  expect(guides).toHaveLength(1);
  for (const [, guide = ""] of guides) {
    const lies = dirname(join(engine, guide));
    const text = readFileSync(join(engine, guide), "utf8");
    const pictures = [...text.matchAll(/\]\((pictures\/[^)]+)\)/g)].map(([, to = ""]) => to);
    expect(pictures.filter((picture) => !existsSync(join(lies, picture)))).toEqual([]);
  }
});

describe.concurrent.each([...new Set(verbs)])("%s", (verb) => {
  test("starts from the package", async ({ expect }) => {
    const { status, stdout, stderr } = await runInstalledAsync(portal, [verb, "--help"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`npm run ${verb} --`);
  });
});

test("a new set's passport names the schema where the package has it", () => {
  expect(runInstalled(portal, ["new-dataset", "budget"]).status).toBe(0);
  const set = join(portal, "data/datasets/budget");
  const passport = readFileSync(join(set, "datapackage.yaml"), "utf8");
  rmSync(set, { recursive: true });
  const [, schema = ""] = /\$schema=(\S+)/.exec(passport) ?? [];
  expect(existsSync(join(set, schema))).toBe(true);
});

test("a portal that has the package is checked and built", () => {
  const day = { PORTAL_DATE: "2026-11-23" };
  const checked = runInstalled(portal, ["validate"], day);
  expect([checked.status, checked.stderr]).toEqual([0, ""]);
  expect(checked.stdout).toContain("Помилок: 0.");
  const { status, stderr } = runInstalled(portal, ["build"], day);
  expect([status, stderr]).toEqual([
    0,
    `Перевіряю набори…\nЗбираю сайт: наборів — 2…\nГотово: сайт у теці ${join(portal, "dist")}.\n`,
  ]);
  expect(readFileSync(join(portal, "dist/dataset/stops/index.html"), "utf8")).toContain("Зупинки");
  // Workers and their parts are compiled as well: nothing of the engine is taken for somebody else's library.
  const assets = readdirSync(join(portal, "dist/_astro"));
  for (const part of [/check-worker.*\.js$/, /judge-worker.*\.js$/, /sqlite3.*\.wasm$/])
    expect(assets.filter((name) => part.test(name))).not.toEqual([]);
  expect(existsSync(join(portal, "node_modules/.cache/open-data-portal/made"))).toBe(true);
});
