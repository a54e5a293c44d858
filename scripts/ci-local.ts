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
    const { head } = values;
    if (head === undefined)
      throw new WrongCall("Не вказано гілки зі зміною: npm run ci-local -- --head моя-гілка.");
    const repository = resolve(values.repository);
    const work =
      values.out === undefined ? mkdtempSync(join(tmpdir(), "ci-local-")) : resolve(values.out);
    const { BASH_ENV: _, ...environment } = process.env;
    const call = (command: string, args: string[], cwd: string, env: Record<string, string> = {}) =>
      spawnSync(command, args, { cwd, stdio: "inherit", env: { ...environment, ...env } }).status ??
      1;
    const git = (...args: string[]) => call("git", args, work);
    const quiet = (...args: string[]) =>
      spawnSync("git", ["-C", join(work, "change"), ...args], { encoding: "utf8" }).stdout.trim();

    /** What GitHub gives a pull request: the base as it is, and the base with the change merged in. */
    function clone(base: string, head: string): boolean {
      mkdirSync(work, { recursive: true });
      if (git("clone", "-q", "--branch", base, repository, "trusted") !== 0) return false;
      if (git("clone", "-q", "--branch", base, repository, "change") !== 0) return false;
      const merge = [
        "-C",
        "change",
        "-c",
        "user.name=ci-local",
        "-c",
        "user.email=ci@example.org",
        "merge",
      ];
      if (git(...merge, "-q", "--no-ff", "-m", "merge", `origin/${head}`) === 0) return true;
      const files = quiet("-c", "core.quotePath=false", "diff", "--name-only", "--diff-filter=U");
      process.stderr.write(
        `Гілки «${base}» і «${head}» змінили те саме, і GitHub не запустить перевірок, доки їх не зведено:\n${files}\n`,
      );
      return false;
    }

    function run({ run: command = "", "working-directory": folder = "." }: Step): number {
      const cwd = join(work, folder);
      return call("bash", ["-e", "-c", command], cwd, {
        BASE: "HEAD^1",
        GITHUB_ACTIONS: "true",
        GITHUB_STEP_SUMMARY: join(work, "summary.md"),
      });
    }

    if (!clone(values.base, head)) process.exitCode = 1;
    else {
      const workflow = parse(
        readFileSync(join(work, "trusted/.github/workflows/check.yml"), "utf8"),
      );
      let failed = false;
      for (const step of workflow.jobs.review.steps as Step[]) {
        const title = step.name ?? step.uses ?? step.run ?? "";
        if (step.run === undefined || (failed && step.if !== "always()")) {
          if (
            step.uses?.startsWith("actions/upload-artifact@") &&
            (!failed || step.if === "always()")
          )
            process.stderr.write(`▸ ${title}: ${join(work, step.with?.path ?? "")}\n`);
          continue;
        }
        process.stderr.write(`▸ ${title}\n`);
        if (run(step) !== 0) failed = true;
      }
      process.stderr.write(
        `${failed ? "Перевірка червона" : "Перевірка зелена"}. Усе лежить у ${work}.\n`,
      );
      if (failed) process.exitCode = 1;
    }
  },
);
