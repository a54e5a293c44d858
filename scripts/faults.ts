import { Fault } from "../src/model/reports/fault.ts";
import { callTrials } from "../src/test/faults/calls.ts";
import { differences, snapshot } from "../src/test/faults/files.ts";
import { gitTrials } from "../src/test/faults/git.ts";
import { buildFor, killAt, leftoversOf, randomOf } from "../src/test/faults/kills.ts";
import { outTrials } from "../src/test/faults/out.ts";
import { runTrial, type Verdict } from "../src/test/faults/run.ts";
import { sizeTrials } from "../src/test/faults/sizes.ts";
import { surroundingTrials } from "../src/test/faults/surroundings.ts";
import { openWorkplace, type Workplace } from "../src/test/faults/workplace.ts";
import { command, WrongCall } from "./command.ts";

const trials = [...outTrials, ...gitTrials, ...callTrials, ...surroundingTrials, ...sizeTrials];

/** The first site, built to the end: how long it takes, and what every copy must keep. */
async function buildFirst({ house, portal, site }: Workplace): Promise<number> {
  const began = performance.now();
  const { code, stderr } = await buildFor({ folder: "", house, portal, site });
  if (code !== 0)
    throw new Fault(`Малий портал не збирається, і перевіряти нічого: ${stderr.trim()}`);
  return performance.now() - began;
}

/** Kills, then one build to the end: the same site, and nothing left over. */
async function runKills(
  workplace: Workplace,
  { kills, seed, whole }: { kills: number; seed: number; whole: number },
  tell: (name: string, verdict: Verdict) => void,
): Promise<void> {
  const random = randomOf(seed);
  const place = workplace.copy("kills");
  const first = snapshot(workplace.site);
  for (let number = 1; number <= kills; number++) {
    const moment = Math.round(random() * whole * 1.05);
    const wrong = (await killAt(place, moment)).slice(0, 3).map((path) => `changed: ${path}`);
    tell(`kill -9 after ${moment} ms`, { wrong, seconds: moment / 1000 });
  }
  const began = performance.now();
  const { code } = await buildFor(place);
  const wrong = [
    ...(code === 0 ? [] : [`exit code ${code}, not 0`]),
    ...leftoversOf(place).map((name) => `left: ${name}`),
    ...differences(first, snapshot(place.site))
      .slice(0, 3)
      .map((path) => `changed: ${path}`),
  ];
  tell("the build after the kills", { wrong, seconds: (performance.now() - began) / 1000 });
}

await command(
  {
    about:
      "Робить на копіях малого порталу кожну ваду оточення і дивиться на три речі: код завершення, одне речення українською, цілий попередній сайт.",
    positionals: "[СЛОВО…]",
    options: {
      seed: {
        type: "string",
        value: "ЧИСЛО",
        about: "зерно випадкових моментів (якщо не вказано — з годинника)",
      },
      kills: {
        type: "string",
        value: "РАЗІВ",
        default: "20",
        about: "скільки разів обірвати збирання",
      },
    },
    code1: "якусь із обіцянок порушено",
  },
  async ({ values, positionals }) => {
    const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed);
    const kills = Number(values.kills);
    if (!Number.isInteger(seed) || !Number.isInteger(kills) || kills < 0 || seed < 0)
      throw new WrongCall("Після --seed і --kills має стояти ціле число: --seed 7 --kills 20.");
    const chosen = trials.filter(
      ({ name }) => positionals.length === 0 || positionals.some((word) => name.includes(word)),
    );
    const workplace = openWorkplace();
    let [broken, skipped, all] = [0, 0, 0];
    const tell = (name: string, { wrong, skipped: why, seconds }: Verdict): void => {
      all++;
      if (wrong.length > 0) broken++;
      if (why !== undefined) skipped++;
      const word = why === undefined ? (wrong.length > 0 ? "BROKEN" : "ok") : "skipped";
      process.stdout.write(
        `${word.padEnd(7)} ${seconds.toFixed(1).padStart(6)} s  ${name}${[...(why === undefined ? [] : [why]), ...wrong].map((line) => `\n${" ".repeat(18)}${line}`).join("")}\n`,
      );
    };
    try {
      process.stderr.write("Збираю малий портал…\n");
      const whole = await buildFirst(workplace);
      for (const [number, trial] of chosen.entries())
        tell(trial.name, await runTrial(workplace, trial, String(number)));
      if (kills > 0 && positionals.length === 0) {
        process.stdout.write(`kill -9: seed ${seed}, a whole build takes ${whole.toFixed(0)} ms\n`);
        await runKills(workplace, { kills, seed, whole }, tell);
      }
    } finally {
      workplace.close();
    }
    process.stdout.write(`${all} faults, ${broken} broken, ${skipped} skipped.\n`);
    if (broken > 0) process.exitCode = 1;
  },
);
