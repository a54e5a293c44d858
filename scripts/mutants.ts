import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Fault } from "../src/model/fault.ts";
import { type Mutant, mutantsOf } from "../src/mutants/mutate.ts";
import { command, WrongCall } from "./command.ts";

/** Rooms whose answers decide what is published. */
const rooms = ["rules", "table", "compare", "github", "outputs"];
/** Milliseconds after which a test hangs over a mutant, and so has noticed it. All tests of one room take less than half. */
const patience = 180_000;

await command(
  {
    about: "Ламає код по одному місцю на копії й каже, чого тести не помітили.",
    options: {
      count: { type: "string", value: "СКІЛЬКИ", default: "25", about: "мутантів на кімнату" },
      only: { type: "string", value: "ШЛЯХ", about: "лише файли, чий шлях так починається" },
      seed: { type: "string", value: "ЧИСЛО", default: "1", about: "який вибір" },
      least: {
        type: "string",
        value: "ВІДСОТКІВ",
        default: "85",
        about: "скільки має бути помічено",
      },
    },
    code1: "помічено менше, ніж треба",
  },
  async ({ values }) => {
    const [count, seed, least] = [values.count, values.seed, values.least].map(Number);
    if (!count || !least || seed === undefined || Number.isNaN(seed))
      throw new WrongCall("Параметри --count, --seed і --least — числа.");
    const project = resolve(import.meta.dirname, "..");
    const work = mkdtempSync(join(tmpdir(), "mutants-"));
    const clone = join(work, "clone");
    try {
      spawnSync("git", ["clone", "-q", project, clone]);
      symlinkSync(join(project, "node_modules"), join(clone, "node_modules"));
      const shared = resolve(project, "../shared");
      if (existsSync(shared)) symlinkSync(shared, join(work, "shared"));
      // Tests that fail without a mutant would kill every one.
      if (fails(clone, 10 * patience, "run", "--project=unit"))
        throw new Fault("Тести не проходять і без змін: спершу «npm test».");
      let killed = 0;
      let all = 0;
      for (const room of rooms) {
        const chosen = choose(mutantsIn(clone, room, values.only), count, seed);
        let noticed = 0;
        for (const { file, mutant } of chosen) {
          if (isKilled(clone, file, mutant)) noticed++;
          else process.stdout.write(`  вижив: ${placed(file, mutant)}\n`);
        }
        killed += noticed;
        all += chosen.length;
        if (chosen.length > 0) process.stdout.write(`${room}: ${noticed} з ${chosen.length}\n`);
      }
      const share = all === 0 ? 100 : (killed * 100) / all;
      process.stdout.write(`Помічено ${killed} з ${all} (${share.toFixed(0)} %).\n`);
      if (share < least) process.exitCode = 1;
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  },
);

/** «src/a.ts:12  x → y», long changes cut. */
function placed(file: string, { line, from, to }: Mutant): string {
  const brief = (code: string) => code.replace(/\s+/g, " ").slice(0, 80);
  return `${file}:${line}  ${brief(from)} → ${brief(to)}`;
}

type Placed = { file: string; mutant: Mutant };

function mutantsIn(clone: string, room: string, only: string | undefined): Placed[] {
  return readdirSync(join(clone, "src", room), { recursive: true, encoding: "utf8" })
    .map((name) => `src/${room}/${name}`)
    .filter((file) => /(?<!\.test|\.d)\.ts$/.test(file) && file.startsWith(only ?? ""))
    .sort()
    .flatMap((file) =>
      mutantsOf(file, readFileSync(join(clone, file), "utf8")).map((mutant) => ({ file, mutant })),
    );
}

/** So many of a list, the same for the same seed: Lehmer's generator. */
function choose(all: readonly Placed[], count: number, seed: number): Placed[] {
  const left = [...all];
  const chosen: Placed[] = [];
  for (let state = (seed % 2147483646) + 1; chosen.length < count && left.length > 0; ) {
    state = (state * 48271) % 2147483647;
    chosen.push(...left.splice(state % left.length, 1));
  }
  return chosen;
}

/**
 * Does a test fail with the mutant in its file? Those of the file's own room are asked first, being quick, then those
 * that open a site built of it, then every other that reaches the file. The file is put back.
 */
function isKilled(clone: string, file: string, { text }: Mutant): boolean {
  const path = join(clone, file);
  const right = readFileSync(path);
  const near = `${file.split("/").slice(0, 2).join("/")}/`;
  writeFileSync(path, text);
  try {
    return (
      fails(clone, patience, "run", near, "--project=unit") ||
      fails(clone, 2 * patience, "run", near, "--project=site") ||
      fails(clone, 10 * patience, "related", "--run", file, "--project=unit")
    );
  } finally {
    writeFileSync(path, right);
  }
}

function fails(clone: string, timeout: number, ...asked: string[]): boolean {
  const options = ["--bail=1", "--passWithNoTests"];
  const { status } = spawnSync(
    process.execPath,
    ["node_modules/vitest/vitest.mjs", ...asked, ...options],
    { cwd: clone, timeout, stdio: "ignore" },
  );
  return status !== 0;
}
