import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { project } from "./fixtures/built-site.ts";

/** What a program of the libraries has against the code: nothing, where it ends well. */
const run = (name: string, ...args: string[]) =>
  new Promise<string>((done) => {
    const bin = join(project, "node_modules/.bin", name);
    execFile(bin, args, { cwd: project, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
      done(error ? `${stdout}\n${stderr}` || error.message : ""),
    );
  });
/** Half a minute of work, which a machine busy with the other tests stretches; the programs run side by side. */
const beside = { timeout: 300_000, concurrent: true };

test(
  "the code and the components have no type errors (npm run types)",
  beside,
  async ({ expect }) => {
    expect(await run("astro", "check", "--minimumSeverity", "error")).toBe("");
  },
);

test("the code is formatted and has no lint errors (npm run lint)", beside, async ({ expect }) => {
  expect(await run("biome", "check", "--colors=off")).toBe("");
});

/**
 * What package.json tells knip to pass over it cannot see: libraries named by a string or a made-up path, and Astro's own
 * reader of front matter, which is tested as whichever version Astro has. A reason that is gone is told as well.
 */
test(
  "no file, export or library is there for nothing, and none is used unlisted (npx knip)",
  beside,
  async ({ expect }) => {
    expect(await run("knip", "--no-progress", "--treat-config-hints-as-errors")).toBe("");
  },
);

/** A page answers when it can: what is read from it once is right by luck, which a machine busy with other tests does not have. */
test("what a page shows is waited for: its words are asked with expect.poll", () => {
  const reads =
    "allInnerTexts|allTextContents|count|getAttribute|innerText|inputValue|isChecked|isVisible|textContent";
  // Whatever is made of it: `expect(` up to the end of its sentence, with a page's words or its address inside.
  const once = new RegExp(
    `\\bexpect\\([^;]*?(?:await [^;]*?\\.(?:${reads})\\(|\\w\\.url\\(\\))`,
    "g",
  );
  const found = globSync("src/**/*.test.ts", { cwd: project }).flatMap((path) =>
    [...readFileSync(join(project, path), "utf8").matchAll(once)].map(
      ([text]) => `${path}: ${text}`,
    ),
  );
  expect(found).toEqual([]);
});

test("each library has its reason, and each reason its library", () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(project, "package.json"), "utf8"),
  );
  // Types of a library have no reason of their own.
  const had = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !name.startsWith("@types/"),
  );
  const text = readFileSync(join(project, ".github/libraries.md"), "utf8");
  const given = text.split("| Library |")[0] ?? "";
  const rows = [...text.matchAll(/^\| (`[^|]+) \|/gm)].map(([, names]) => names ?? "");
  const told = [given, ...rows].flatMap((part) =>
    [...part.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );
  expect(told.toSorted()).toEqual(had.toSorted());
});
