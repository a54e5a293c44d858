import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { command, WrongCall } from "./command.ts";

/** Rooms whose answers decide what is published. */
const rooms = ["rules", "table", "compare", "github", "outputs"];
/** Texts, lists and records have no opposite that says anything: an emptied sentence is a typing error nobody makes. */
const silent = ["StringLiteral", "ObjectLiteral", "ArrayDeclaration"];
/** Only the unit tests: those that open a built site would open one built of every change at once. */
const configuration = `import { defineConfig } from "vitest/config";
import { unit } from "./vitest.config.ts";
export default defineConfig({ logLevel: "error", test: unit });
`;

await command(
  {
    about: "Ламає код по одному місцю на копії (Stryker) й каже, чого тести не помітили.",
    positionals: "[ФАЙЛИ…]",
    options: {
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
    const project = resolve(import.meta.dirname, "..");
    const work = mkdtempSync(join(tmpdir(), "mutants-"));
    const clone = join(work, "clone");
    try {
      spawnSync("git", ["clone", "-q", project, clone]);
      symlinkSync(join(project, "node_modules"), join(clone, "node_modules"));
      const shared = resolve(project, "../shared");
      if (existsSync(shared)) symlinkSync(shared, join(work, "shared"));
      writeFileSync(join(clone, "vitest.mutants.ts"), configuration);
      process.chdir(clone);
      const mutants = await new Stryker({
        testRunner: "vitest",
        plugins: ["@stryker-mutator/vitest-runner"],
        vitest: { configFile: "vitest.mutants.ts" },
        mutate: [
          ...(positionals.length > 0 ? positionals : rooms.map((room) => `src/${room}/**/*.ts`)),
          "!src/**/*.test.ts",
          "!src/**/*.d.ts",
        ],
        mutator: { excludedMutations: silent },
        coverageAnalysis: "perTest",
        // What is made once, when a module loads, would need every test anew.
        ignoreStatic: true,
        inPlace: true,
        reporters: ["progress-append-only"],
        dryRunTimeoutMinutes: 30,
      }).runMutationTest();
      const counted = new Map<string, { killed: number; all: number }>();
      for (const { fileName, status, location, mutatorName, replacement } of mutants) {
        if (status === "Ignored" || status === "CompileError" || status === "RuntimeError")
          continue;
        const file = fileName.replace(`${clone}/`, "");
        const room = counted.get(file.split("/")[1] ?? "") ?? { killed: 0, all: 0 };
        counted.set(file.split("/")[1] ?? "", room);
        room.all++;
        if (status === "Killed" || status === "Timeout") room.killed++;
        else
          process.stdout.write(
            `  вижив: ${file}:${location.start.line}:${location.start.column}  ${mutatorName} → ${(replacement ?? "").replace(/\s+/g, " ").slice(0, 80)}\n`,
          );
      }
      const all = [...counted.values()].reduce((sum, room) => sum + room.all, 0);
      const killed = [...counted.values()].reduce((sum, room) => sum + room.killed, 0);
      for (const [room, of] of counted) process.stdout.write(`${room}: ${of.killed} з ${of.all}\n`);
      const share = all === 0 ? 100 : (killed * 100) / all;
      process.stdout.write(`Помічено ${killed} з ${all} (${share.toFixed(1)} %).\n`);
      if (share < least) process.exitCode = 1;
    } finally {
      process.chdir(project);
      rmSync(work, { recursive: true, force: true });
    }
  },
);
