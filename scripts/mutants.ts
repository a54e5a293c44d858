import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, matchesGlob, relative, resolve } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { command, WrongCall } from "./command.ts";

type MutantResult = Awaited<ReturnType<Stryker["runMutationTest"]>>[number];

/** Rooms whose answers decide what is published, each with the tests that hold it: of its own, and of those it serves. */
const rooms: Record<string, readonly string[]> = {
  rules: ["rules/**/*"],
  table: ["table/**/*", "rules/rules", "rules/tables/**/*"],
  review: ["review/**/*", "rules/rules"],
  "read/disk": ["read/disk/*"],
  "remote/github": ["remote/github/*"],
  published: ["published/**/*"],
};
/** Texts, lists and records have no opposite that says anything: an emptied sentence is a typing error nobody makes. */
const silent = ["StringLiteral", "ObjectLiteral", "ArrayDeclaration"];
const noticed = new Set<MutantResult["status"]>(["Killed", "Timeout"]);
/** What says nothing of the tests: made once when a module loads, or no code any more. */
const unsaid = new Set<MutantResult["status"]>(["Ignored", "CompileError", "RuntimeError"]);

/** Of these tests only the unit ones: a site would be built of every change at once. */
const configuration = (tests: readonly string[]) => `import { defineConfig } from "vitest/config";
import { unit } from "./vitest.config.ts";
const include = ${JSON.stringify(tests.map((test) => `src/${test}.test.ts`))};
export default defineConfig({ logLevel: "error", test: { ...unit, include } });
`;

await command(
  {
    about: "Ламає код по одному місцю на копії (Stryker) й каже, чого тести не помітили.",
    positionals: "[ФАЙЛИ…]",
    options: {
      part: {
        type: "string",
        value: "N/З",
        default: "1/1",
        about: "з кожних З файлів кімнати — лише N-й: 2/5",
      },
      least: {
        type: "string",
        value: "ВІДСОТКІВ",
        default: "85",
        about: "скільки має бути помічено",
      },
    },
    code1: "помічено менше, ніж треба",
  },
  async ({ values, positionals }) => {
    const least = Number(values.least);
    if (!least) throw new WrongCall("Параметр --least — число.");
    const [, nth, every] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(values.part) ?? [];
    if (!nth || !every) throw new WrongCall("Параметр --part — два числа через риску: 2/5.");
    const project = resolve(import.meta.dirname, "..");
    const work = mkdtempSync(join(tmpdir(), "mutants-"));
    const clone = join(work, "clone");
    try {
      spawnSync("git", ["clone", "-q", project, clone]);
      symlinkSync(join(project, "node_modules"), join(clone, "node_modules"));
      const shared = resolve(project, "../shared");
      if (existsSync(shared)) symlinkSync(shared, join(work, "shared"));
      process.chdir(clone);
      let killed = 0;
      let all = 0;
      for (const [room, tests] of Object.entries(rooms)) {
        const files = readdirSync(join("src", room), { recursive: true, encoding: "utf8" })
          .map((name) => `src/${room}/${name}`)
          .filter(
            (file) =>
              /(?<!\.test|\.d)\.ts$/.test(file) &&
              (positionals.length === 0 ||
                positionals.some((pattern) => matchesGlob(file, pattern))),
          )
          .sort()
          .filter((_, index) => index % Number(every) === Number(nth) - 1);
        if (files.length === 0) continue;
        writeFileSync(join(clone, "vitest.mutants.ts"), configuration(tests));
        const mutants = await mutantsOf(files);
        const survived = mutants.filter(({ status }) => !noticed.has(status));
        for (const { fileName, location, mutatorName, replacement = "" } of survived)
          process.stdout.write(
            `  вижив: ${relative(clone, fileName)}:${location.start.line}:${location.start.column}  ${mutatorName} → ${replacement.replace(/\s+/g, " ").slice(0, 80)}\n`,
          );
        process.stdout.write(`${room}: ${mutants.length - survived.length} з ${mutants.length}\n`);
        killed += mutants.length - survived.length;
        all += mutants.length;
      }
      const share = all === 0 ? 100 : (killed * 100) / all;
      process.stdout.write(`Помічено ${killed} з ${all} (${share.toFixed(1)} %).\n`);
      if (share < least) process.exitCode = 1;
    } finally {
      process.chdir(project);
      rmSync(work, { recursive: true, force: true });
    }
  },
);

/** Every change of one place of some files of the working folder, and what became of it. */
async function mutantsOf(files: readonly string[]): Promise<MutantResult[]> {
  const mutants = await new Stryker({
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner"],
    vitest: { configFile: "vitest.mutants.ts", related: false },
    mutate: [...files],
    mutator: { excludedMutations: silent },
    coverageAnalysis: "perTest",
    ignoreStatic: true,
    inPlace: true,
    reporters: ["progress-append-only"],
    dryRunTimeoutMinutes: 30,
  }).runMutationTest();
  return mutants.filter(({ status }) => !unsaid.has(status));
}
