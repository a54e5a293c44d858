import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validate } from "@actions/languageservice";
import { afterAll, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "yaml";
import { loadPortal } from "../site/portal.ts";
import { project, runScript } from "./fixtures/built-site.ts";
import { secondAnswers } from "./fixtures/second-portal.ts";

const folder = mkdtempSync(join(tmpdir(), "new-portal-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);
const day = "2026-11-23";
const found = (name: string, ...args: string[]) =>
  runScript("new-portal", [at(name), "--yes", ...args], { PORTAL_DATE: day });
const said = Object.entries(secondAnswers).flatMap(([name, answer]) => [`--${name}`, answer]);
const filesOf = (name: string) =>
  readdirSync(at(name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name: file }) => join(parentPath, file).slice(at(name).length + 1))
    .filter((file) => !file.startsWith(".git/"))
    .sort();
const errorsIn = (name: string) =>
  loadPortal(at(name), day).findings.filter(({ severity }) => severity === "error");
const engine = "github:owner/engine#v1.2.0";

test("a portal holds what people write, and what npm, git and GitHub need: nothing to find, nothing of another city", () => {
  const { status, stdout, stderr } = found("whole", ...said, "--engine", engine);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("Далі: cd ");
  expect(stdout).toContain("npm run doctor");
  expect(filesOf("whole")).toEqual([
    ".gitattributes",
    ...["CODEOWNERS", "ISSUE_TEMPLATE/config.yml"].map((name) => `.github/${name}`),
    ...["data-error", "data-request", "passport", "proposal"].map(
      (name) => `.github/ISSUE_TEMPLATE/${name}.yml`,
    ),
    ...["SECURITY.md", "dependabot.yml", "pull_request_template.md", "takedown.md"].map(
      (name) => `.github/${name}`,
    ),
    ...["check", "merge", "nightly", "publish", "report"].map(
      (name) => `.github/workflows/${name}.yml`,
    ),
    ".gitignore",
    "README.md",
    "content/news/portal.mdx",
    "data/datasets/registry/datapackage.yaml",
    "data/portal.yaml",
    "data/publishers/vyhadanska-selyshchna-rada.yaml",
    "package.json",
  ]);
  for (const file of filesOf("whole"))
    expect(readFileSync(join(at("whole"), file), "utf8"), file).not.toMatch(
      /кропивниц|kropyvn|krmr|kr-rada/i,
    );
  expect(loadPortal(at("whole"), day).findings).toEqual([]);
  const git = (...args: string[]) => execFileSync("git", ["-C", at("whole"), ...args]).toString();
  expect(git("log", "--format=%s")).toBe("Засновано портал\n");
  expect(git("status", "--porcelain")).toBe("");
});

test("a codifier gives the settlements, a boundary the bounds of maps; of a code they do not know a sentence is said", () => {
  const codifier = at("katottg.csv");
  const code = String(secondAnswers.code);
  const village = `${code.slice(0, 9)}0010000001`;
  writeFileSync(
    codifier,
    `code,parentCode,category,name\n${code},UA53080000000000000,H,Вигадана\n${village},${code},C,Вигадане\n`,
  );
  writeFileSync(
    at("bounds.geojson"),
    '{"type":"LineString","coordinates":[[33.1,49.2],[33.4,49.5]]}',
  );
  const ground = ["--katottg", codifier, "--bounds", at("bounds.geojson")];
  expect(found("placed", ...said, "--engine", engine, ...ground).stderr).toBe("");
  expect(parse(readFileSync(join(at("placed"), "data/portal.yaml"), "utf8")).places).toEqual([
    { code, title: expect.any(String), bbox: [33.1, 49.2, 33.4, 49.5] },
    { code: village, title: "село Вигадане" },
  ]);
  expect(errorsIn("placed")).toEqual([]);
  writeFileSync(codifier, `code,parentCode,category,name\n${village},,C,Вигадане\n`);
  const wrong = ["--code", "UA05080370000000000"];
  const { status, stderr } = found("unknown", ...said, ...ground, ...wrong);
  expect([status, stderr]).toEqual([
    2,
    `${codifier}. Коду UA05080370000000000 у кодифікаторі немає: перевірте код громади й чи це файл КАТОТТГ.\n`,
  ]);
});

test("its workflows are the engine's, called by its version, and GitHub reads them", async () => {
  for (const name of ["check", "report", "merge", "publish", "nightly"]) {
    const text = readFileSync(join(at("whole"), `.github/workflows/${name}.yml`), "utf8");
    const { jobs, permissions, concurrency } = parse(text);
    expect(jobs[name].uses).toBe(`owner/engine/.github/workflows/${name}.yml@v1.2.0`);
    expect(permissions).toEqual({});
    const called = parse(readFileSync(join(project, `.github/workflows/${name}.yml`), "utf8"));
    expect(called.on).toHaveProperty("workflow_call");
    expect(called.concurrency.group).not.toBe(concurrency.group);
    // What the called jobs may do the caller must let them, and no more.
    const asked = new Set(
      Object.values<{ permissions: Record<string, string> }>(called.jobs).flatMap((job) =>
        Object.keys(job.permissions),
      ),
    );
    expect(Object.keys(jobs[name].permissions).sort()).toEqual([...asked].sort());
    const faults = await validate(TextDocument.create(`file:///${name}.yml`, "yaml", 1, text));
    expect(faults.filter(({ severity = 1 }) => severity === 1)).toEqual([]);
  }
  const { dependencies, scripts } = JSON.parse(
    readFileSync(join(at("whole"), "package.json"), "utf8"),
  );
  expect(dependencies).toEqual({ "open-data-portal": engine });
  expect(scripts).toMatchObject({
    start: "open-data-portal start",
    validate: "open-data-portal validate",
  });
  expect(Object.keys(scripts)).not.toContain("new-portal");
});

test("a plan that was adopted, mandated sets, publishers and a sign come with it", () => {
  writeFileSync(at("publishers.csv"), "title,kind\nВідділ освіти,executive\n");
  writeFileSync(at("sign.svg"), '<svg viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>');
  const { status, stderr } = found(
    "planned",
    ...said,
    ...["--plan", "typical", "--plan-number", "5", "--plan-date", "2026-01-15"],
    ...["--plan-years", "2026-2028", "--publishers", at("publishers.csv")],
    ...["--sign", at("sign.svg")],
  );
  expect([status, stderr]).toEqual([0, ""]);
  const { catalogue, findings } = loadPortal(at("planned"), day);
  expect(findings).toEqual([]);
  expect(catalogue?.plan?.tasks.length).toBe(21);
  expect(catalogue?.mandated.length).toBe(91);
  expect(catalogue?.publishers.map(({ id }) => id)).toContain("viddil-osvity");
  expect(catalogue?.portal.mark).toEqual({ box: [0, 0, 9, 9], paths: ["M1 1h7v7z"] });
});

test("answers may come from a file; what is said in the call goes before", () => {
  writeFileSync(
    at("answers.yaml"),
    `name: З файлу\nsite: rada.github.io/data\ncouncil: Вигаданська міська рада\ncode: ${secondAnswers.code}\nmailbox: data@example.org\nlanguages: [uk, en]\nmandated: true\n`,
  );
  const { status, stdout } = found("from", "--from", at("answers.yaml"), "--name", "З виклику");
  expect(status).toBe(0);
  expect(stdout).toContain("робочих процесів не записано");
  const { catalogue } = loadPortal(at("from"), day);
  expect(catalogue?.portal).toMatchObject({
    title: "З виклику",
    site: "https://rada.github.io/data",
    languages: ["uk", "en"],
    repository: "https://github.com/rada/data",
  });
  expect(catalogue?.datasets.map(({ id }) => id).sort()).toEqual(["mandated-datasets", "registry"]);
  expect(filesOf("from").filter((file) => file.includes("workflows"))).toEqual([]);
  expect(errorsIn("from")).toEqual([]);
});

test("nothing is written over, or written at all where an answer is wrong", () => {
  mkdirSync(at("taken"));
  writeFileSync(join(at("taken"), "notes.txt"), "моє");
  const over = found("taken", ...said);
  expect([over.status, over.stdout]).toEqual([2, ""]);
  expect(over.stderr).toContain("не порожня, і в ній нічого не змінено");
  expect(filesOf("taken")).toEqual(["notes.txt"]);
  const wrong = found("wrong", ...said, "--code", "UA1", "--languages", "pl");
  expect(wrong.status).toBe(2);
  expect(wrong.stderr.trim().split("\n")).toEqual([
    "--code «UA1»: Код КАТОТТГ — літери UA (латиницею) і 17 цифр: візьміть його з кодифікатора територій громад.",
    "--languages «pl»: Мови сторінок — uk або uk,en: українська є завжди.",
  ]);
  expect(readdirSync(folder)).not.toContain("wrong");
});

test.each([
  [["--plan", "typical"], "План на порталі — лише ухвалений"],
  [["--sign", "no-such.svg"], "Немає файлу чи теки"],
  [["--from", "package.json"], "невідомі ключі"],
])("%j ends with a sentence", (args, words) => {
  const { status, stderr } = found("refused", ...said, ...args);
  expect(status).toBe(2);
  expect(stderr).toContain(words);
  expect(stderr.trim().split("\n")).toHaveLength(1);
});

test("in somebody's repository no other is begun", () => {
  mkdirSync(at("mono"));
  execFileSync("git", ["-C", at("mono"), "init", "-q"]);
  const { status, stdout } = found("mono/portal", ...said);
  expect(status).toBe(0);
  expect(stdout).toContain("Історії не почато: тека лежить в іншому репозиторії");
});
