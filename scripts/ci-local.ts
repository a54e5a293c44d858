import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { command, WrongCall } from "./command.ts";

type Step = {
  name?: string;
  uses?: string;
  run?: string;
  if?: string;
  "working-directory"?: string;
  with?: { path?: string; name?: string };
};

type Clones = { work: string; repository: string; base: string; head: string };

const { BASH_ENV: _, ...environment } = process.env;

/** Runs a command in the open; gives its exit code. */
const call = (command: string, args: string[], cwd: string, env: Record<string, string> = {}) =>
  spawnSync(command, args, { cwd, stdio: "inherit", env: { ...environment, ...env } }).status ?? 1;

/** Files that both branches changed, a line each. */
const inConflict = (work: string): string =>
  spawnSync("git", ["-c", "core.quotePath=false", "diff", "--name-only", "--diff-filter=U"], {
    cwd: join(work, "change"),
    encoding: "utf8",
  }).stdout.trim();

/** What GitHub gives a pull request: the base as it is, and the base with the change merged in. */
function clone({ work, repository, base, head }: Clones): boolean {
  const git = (...args: string[]) => call("git", args, work) === 0;
  mkdirSync(work, { recursive: true });
  for (const folder of ["trusted", "change"])
    if (!git("clone", "-q", "--branch", base, repository, folder)) return false;
  const author = ["-c", "user.name=ci-local", "-c", "user.email=ci@example.org"];
  const merge = ["merge", "-q", "--no-ff", "-m", "merge", `origin/${head}`];
  if (git("-C", "change", ...author, ...merge)) return true;
  process.stderr.write(
    `Гілки «${base}» і «${head}» змінили те саме, і GitHub не запустить перевірок, доки їх не зведено:\n${inConflict(work)}\n`,
  );
  return false;
}

const run = (work: string, command: string, folder = "."): boolean =>
  call("bash", ["-e", "-c", command], join(work, folder), {
    BASE: "HEAD^1",
    GITHUB_ACTIONS: "true",
    GITHUB_STEP_SUMMARY: join(work, "summary.md"),
  }) === 0;

/** Runs the steps as GitHub does: after one that failed, only those that always run. Says whether all went well. */
function runSteps(work: string, steps: readonly Step[]): boolean {
  let passed = true;
  for (const { name, uses, run: command, if: condition, with: given, ...step } of steps) {
    if (!passed && condition !== "always()") continue;
    const title = name ?? uses ?? command ?? "";
    if (command !== undefined) {
      process.stderr.write(`▸ ${title}\n`);
      if (!run(work, command, step["working-directory"])) passed = false;
    } else if (uses?.startsWith("actions/upload-artifact@"))
      process.stderr.write(`▸ ${title}: ${join(work, given?.path ?? "")}\n`);
  }
  return passed;
}

await command(
  {
    about:
      "Виконує кроки роботи review з .github/workflows/check.yml на двох локальних клонах, як на GitHub: суддя — з base, зміна — злиття head у base.",
    options: {
      repository: { type: "string", value: "ТЕКА", default: ".", about: "репозиторій" },
      base: { type: "string", value: "ГІЛКА", default: "main", about: "гілка, у яку зливають" },
      head: { type: "string", value: "ГІЛКА", about: "гілка зі зміною" },
      out: { type: "string", value: "ТЕКА", about: "куди покласти клони" },
    },
    code1: "перевірка не пройшла",
  },
  async ({ values }) => {
    const { base, head } = values;
    if (head === undefined)
      throw new WrongCall("Не вказано гілки зі зміною: npm run ci-local -- --head моя-гілка.");
    const repository = resolve(values.repository);
    const work =
      values.out === undefined ? mkdtempSync(join(tmpdir(), "ci-local-")) : resolve(values.out);
    if (!clone({ work, repository, base, head })) {
      process.exitCode = 1;
      return;
    }
    const workflow = parse(readFileSync(join(work, "trusted/.github/workflows/check.yml"), "utf8"));
    const passed = runSteps(work, workflow.jobs.review.steps);
    process.stderr.write(
      `${passed ? "Перевірка зелена" : "Перевірка червона"}. Усе лежить у ${work}.\n`,
    );
    if (!passed) process.exitCode = 1;
  },
);
