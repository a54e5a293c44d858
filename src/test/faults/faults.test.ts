import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callTrials } from "./calls.ts";
import { gitTrials } from "./git.ts";
import { judge } from "./judge.ts";
import { randomOf } from "./kills.ts";
import { outTrials } from "./out.ts";
import { missingFor, runTrial } from "./run.ts";
import { openWorkplace, type Workplace } from "./workplace.ts";

describe("the judge", () => {
  const right = {
    code: 2,
    stdout: "",
    stderr: "Перевіряю набори…\nДиску немає: під’єднайте його.\n",
    changed: [],
  };
  const asked = { codes: [2], says: /^Диску немає/m };
  test("three promises kept", () => expect(judge(right, asked)).toEqual([]));
  test.each([
    ["a command without an end", { code: null }, "no end"],
    ["another code", { code: 0 }, "exit code 0, not 2"],
    ["a stack", { stderr: `${right.stderr}    at run (file:///a/b.ts:1:2)\n` }, "a stack is shown"],
    ["a stack in what it prints", { stdout: "node:internal/modules" }, "a stack is shown"],
    ["two sentences", { stderr: `${right.stderr}І ще.\n` }, "2 sentences, not one"],
    ["silence", { stderr: "Перевіряю набори…\n" }, "0 sentences, not one"],
    ["English", { stderr: "Disk is gone\n" }, "not Ukrainian: Disk is gone"],
    [
      "another sentence",
      { stderr: "Щось не так.\n" },
      "does not say /^Диску немає/m: Щось не так.",
    ],
    [
      "what nobody foresaw",
      { stderr: "Несподівана помилка: Диску немає\n" },
      "told as a fault nobody foresaw",
    ],
    ["a file that is another", { changed: ["site/index.html"] }, "changed: site/index.html"],
  ])("%s is broken", (_, other, words) => {
    expect(judge({ ...right, ...other }, asked)).toContain(words);
  });
});

test("the same seed gives the same moments, spread over the whole build", () => {
  const drawn = (seed: number) => Array.from({ length: 200 }, randomOf(seed));
  expect(drawn(7)).toEqual(drawn(7));
  expect(drawn(7)).not.toEqual(drawn(8));
  for (const from of [0, 0.25, 0.5, 0.75])
    expect(drawn(7).filter((at) => at >= from && at < from + 0.25).length).toBeGreaterThan(25);
});

describe.skipIf(process.platform === "win32").concurrent("the cheapest of npm run faults", () => {
  let workplace: Workplace;
  beforeAll(() => {
    workplace = openWorkplace();
  });
  afterAll(() => workplace.close());
  const names = [
    "build --out the portal itself",
    "build --out the repository",
    "build --out a folder with a letter in it",
    "build --out a way through a link into data",
    "build --out a site that is a checkout",
    "git: not on the machine",
    "git: objects gone",
    "git: the index is garbage",
    "git: no repository",
    "git: another's repository around",
    "plan --at=--output=FILE",
  ];
  test.each(names)("%s", async (name) => {
    const trial = [...outTrials, ...gitTrials, ...callTrials].find((one) => one.name === name);
    if (!trial) throw new Error(`No trial "${name}".`);
    expect(missingFor(trial)).toBeUndefined();
    expect((await runTrial(workplace, trial, `t${names.indexOf(name)}`)).wrong).toEqual([]);
  });
});
