import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { faultSentence } from "../../scripts/fault-sentence.ts";
import { Fault } from "../model/reports/fault.ts";
import { runScript, runScriptAsync } from "./fixtures/built-site.ts";

const project = resolve(import.meta.dirname, "../..");
const scripts = join(project, "scripts");
const commands = readdirSync(scripts)
  .filter((name) => readFileSync(join(scripts, name), "utf8").includes("await command("))
  .map((name) => name.replace(/\.ts$/, ""));
const aSentence = /^[А-ЯІЇЄҐ][^\n]+\n$/;

test("every script that npm runs is a command, and README or --help knows it", () => {
  const { scripts: named } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  const ran = Object.values<string>(named).flatMap(
    (line) => /scripts\/(?:open-data-portal\.mjs )?([a-z-]+)(?:\.ts)?$/.exec(line)?.[1] ?? [],
  );
  expect([...new Set(ran)].filter((name) => name !== "test-reporter").sort()).toEqual(
    commands.toSorted(),
  );
});

describe.concurrent.each(commands)("%s", (name) => {
  test("--help says what it does, its options and its exit codes", async ({ expect }) => {
    const { status, stdout, stderr } = await runScriptAsync(name, ["--help"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      new RegExp(`^[А-ЯІЇЄҐ][^\\n]+\\.\\n\\nЯк користуватися: npm run ${name} --`),
    );
    for (const part of ["--help", "Код завершення:\n  0  зроблено"]) expect(stdout).toContain(part);
  });
  test("an unknown option is a sentence", async ({ expect }) => {
    const { status, stdout, stderr } = await runScriptAsync(name, ["--formt", "x"]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(aSentence);
    expect(stderr).toContain("--formt");
  });
});

test.each<[string, string[], string]>([
  ["validate", ["--formt", "json"], "Немає параметра --formt; можливо, ви мали на увазі --format?"],
  ["validate", ["--format"], "Після --format має стояти значення: --format ВИГЛЯД."],
  ["validate", ["--format", "--root"], "Після --format має стояти значення: --format ВИГЛЯД."],
  [
    "validate",
    ["--format=xml"],
    "Параметр --format має бути одним із: text, json, markdown; а не «xml».",
  ],
  ["plan", ["--at=--output=x"], "Немає коміту --output=x."],
  ["rating", ["--verify=yes"], "Параметр --verify не має значення: пишіть лише --verify."],
  [
    "table",
    [],
    "Не вказано: ФАЙЛ. Приклад: npm run table -- ФАЙЛ. Докладніше: npm run table -- --help",
  ],
  ["table", ["a.csv", "b.csv"], "Зайве: «b.csv». Як користуватися: npm run table -- ФАЙЛ --help"],
  ["table", ["none.csv"], "Немає файлу чи теки (none.csv)."],
  ["table", ["/dev/zero"], "На місці файлу /dev/zero — канал, сокет або пристрій"],
  ["table", ["src"], "На місці файлу стоїть тека (src)"],
  ["new-dataset", ["Моя тека"], "Назвіть набір малими латинськими літерами"],
  ["build", ["--out", "."], "у цій теці лежить сам портал"],
  ["build", ["--out", "/proc/x"], "у теку над нею не можна писати"],
])("%s %j ends with code 2 and a sentence", (name, args, words) => {
  const { status, stdout, stderr } = runScript(name, args);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(words);
  expect(stderr).toMatch(aSentence);
});

test.each([
  ["start", { PORT: "abc" }, "Змінна PORT — «abc», а порт — число від 1 до 65535"],
  ["start", { PORT: "0" }, "Змінна PORT — «0»"],
  ["start", { PORT: "99999" }, "Змінна PORT — «99999»"],
  ["validate", { PORTAL_DATE: "" }, "Змінна PORTAL_DATE — «», а це не день"],
  ["validate", { PORTAL_DATE: "2026-02-30" }, "Змінна PORTAL_DATE — «2026-02-30», а це не день"],
  ["build", { PORTAL_DATE: "2099-01-01" }, "Змінна PORTAL_DATE — 2099-01-01, а сьогодні"],
  ["validate", { PORTAL_DATE: "1999-12-31" }, "від 2000-01-01 до сьогодні"],
])("%s with %j stops before any work", (name, env, words) => {
  const { status, stdout, stderr } = runScript(name, [], env);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(words);
  expect(stderr).toMatch(aSentence);
});

test.skipIf(process.platform === "win32")(
  "a pipe is refused before it is opened, named in a call or lying in a portal",
  () => {
    const root = mkdtempSync(join(tmpdir(), "portal-pipe-"));
    const pipe = join(root, "data/datasets/stops/stops.csv");
    mkdirSync(dirname(pipe), { recursive: true });
    spawnSync("mkfifo", [pipe]);
    try {
      for (const [name, args] of [
        ["table", [pipe]],
        ["validate", ["--root", root]],
        ["build", ["--root", root, "--out", join(root, "site"), "--without-history"]],
      ] as const) {
        const { status, stderr } = runScript(name, [...args]);
        expect([name, status]).toEqual([name, 2]);
        expect(stderr).toContain(`На місці файлу ${pipe} — канал, сокет або пристрій`);
      }
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  },
);

test("a reader that has seen enough is no error", async () => {
  const child = spawn(process.execPath, [join(scripts, "validate.ts"), "--format", "json"], {
    cwd: project,
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.destroy();
  let said = "";
  child.stderr.on("data", (part) => {
    said += part;
  });
  await new Promise((done) => child.on("close", done));
  expect(said).toBe("");
});

test.each<[string, unknown, RegExp]>([
  [
    "a fault is its own sentence",
    new Fault("Диск зайнятий:\n  звільніть його."),
    /^Диск зайнятий: звільніть його\.$/,
  ],
  [
    "a fault out of a page's bundle, where its class is another",
    Object.assign(new Error("Сталося."), { name: "Fault" }),
    /^Сталося\.$/,
  ],
  [
    "a full disk",
    Object.assign(new Error("write"), { code: "ENOSPC", path: "/tmp/a" }),
    /^На диску немає місця \(\/tmp\/a\)/,
  ],
  [
    "a full disk that the bundler met",
    new Error("Build failed\nFailed to write file in /a\n\nNo space left on device (os error 28)"),
    /^На диску немає місця/,
  ],
  ["a number no system has", new Error("x (os error 999)"), /^Несподівана помилка/],
  [
    "a disk to read",
    new Error("EROFS: read-only file system, mkdir '/x/y'"),
    /лише для читання \(\/x\/y\)/,
  ],
  [
    "a fault wrapped twice",
    new Error("a", { cause: new Error("b", { cause: new Fault("Сталося.") }) }),
    /^Сталося\.$/,
  ],
  [
    "no room where a file was to be copied",
    Object.assign(new Error("x"), { code: "ENOSPC", path: "/from/a", dest: "/full/a" }),
    /немає місця \(\/full\/a\)/,
  ],
  ["too many files", Object.assign(new Error("open"), { code: "EMFILE" }), /ulimit -n/],
  [
    "libraries in part",
    Object.assign(new Error("Cannot find package 'zod'"), { code: "ERR_MODULE_NOT_FOUND" }),
    /вилучіть теку node_modules/,
  ],
  [
    "anything else",
    new TypeError("x is not\na function"),
    /^Несподівана помилка[^\n]*x is not a function[^\n]*PORTAL_DEBUG=1\.$/,
  ],
  ["not even an error", "рядок", /рядок/],
])("%s", (_, thrown, words) => {
  expect(faultSentence(thrown)).toMatch(words);
  expect(faultSentence(thrown)).not.toContain("\n");
});
