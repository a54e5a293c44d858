import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runScript } from "./fixtures/built-site.ts";
import { installEngine, packEngine, runInstalled } from "./fixtures/installed-engine.ts";
import { commit } from "./fixtures/published-portal.ts";
import { secondAnswers, secondFiles } from "./fixtures/second-portal.ts";

const folder = mkdtempSync(join(tmpdir(), "upgraded-portal-"));
const next = packEngine();
afterAll(() => {
  next.remove();
  rmSync(folder, { recursive: true, force: true });
});
const portal = join(folder, "portal");
const day = { PORTAL_DATE: "2026-11-23" };

/** The same engine as an earlier one was: of another number, and of the first version of the schemas. */
function packPrevious(version: string): string {
  const source = join(folder, "previous");
  mkdirSync(source);
  const run = (command: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: source, encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };
  run("tar", "xzf", next.file, "--strip-components=1");
  const change = (path: string, from: RegExp, to: string) => {
    const text = readFileSync(join(source, path), "utf8");
    expect(text).toMatch(from);
    writeFileSync(join(source, path), text.replace(from, to));
  };
  change("package.json", /"version": "[^"]+"/, `"version": "${version}"`);
  change("src/schemas/data/schema-version.ts", /schemaVersion = \d+/, "schemaVersion = 1");
  const [{ filename }] = JSON.parse(
    run("npm", "pack", "--json", "--ignore-scripts", "--no-update-notifier"),
  );
  return join(source, filename);
}

const textOf = (file: string) => readFileSync(join(portal, file), "utf8");
const git = (...args: string[]) =>
  spawnSync("git", ["-C", portal, ...args], { encoding: "utf8" }).stdout;
/** What `npm install` does after a number in package.json was changed. */
function install(file: string): void {
  rmSync(join(portal, "node_modules"), { recursive: true, force: true });
  installEngine(portal, file);
}

/** What `npx` does with a command that the portal's engine brings: its package.json is not asked. */
const runAsNpx = (words: string) => {
  const [command = "", ...args] = words.split(" ");
  return spawnSync(join(portal, "node_modules/.bin", command), args, { cwd: portal }).status;
};

/** Two engines are packed and a site is built: minutes on a machine with other work. */
const patience = 600_000;

test("a portal of an earlier engine is upgraded by one number and one command, builds, and goes back", {
  timeout: patience,
}, () => {
  const previous = packPrevious("0.0.9");
  const founded = runScript(
    "new-portal",
    [
      ...[portal, "--yes", "--engine", previous],
      ...Object.entries(secondAnswers).flatMap(([name, answer]) => [`--${name}`, answer]),
    ],
    day,
  );
  expect([founded.status, founded.stderr]).toEqual([0, ""]);
  // The first version of the schemas knew no number of its own.
  commit(
    portal,
    {
      ...secondFiles,
      "data/portal.yaml": textOf("data/portal.yaml").replace(/^schemaVersion: \d+\n/m, ""),
      // Nor had npm a line for the command that rewrites them.
      "package.json": textOf("package.json").replace(/^ +"migrate": .*\n/m, ""),
    },
    "Портал попереднього рушія",
    "2026-11-20",
  );
  install(previous);
  expect(runInstalled(portal, ["validate"], day).stdout).toContain("Помилок: 0.");

  const { version } = JSON.parse(
    spawnSync("tar", ["xzOf", next.file, "package/package.json"], { encoding: "utf8" }).stdout,
  );
  writeFileSync(
    join(portal, "package.json"),
    textOf("package.json").replace("open-data-portal-0.0.9", `open-data-portal-${version}`),
  );
  expect(git("diff", "--numstat")).toBe("1\t1\tpackage.json\n");
  install(next.file);
  const stopped = runInstalled(portal, ["validate"], day);
  expect([stopped.status, stopped.stdout.match(/^помилка:/gm)?.length]).toEqual([1, 1]);
  const [, advised = ""] = /Виконайте npx (.*?);/.exec(stopped.stdout) ?? [];
  expect(runAsNpx(advised)).toBe(0);
  expect(git("diff", "--name-only")).toBe("data/portal.yaml\npackage.json\n");
  commit(portal, {}, "Новий рушій", "2026-11-21");
  const built = runInstalled(portal, ["build"], day);
  expect([built.status, built.stderr.split("\n").at(-2)]).toEqual([
    0,
    `Готово: сайт у теці ${join(portal, "dist")}.`,
  ]);

  expect(runInstalled(portal, ["migrate", "--to", "1"]).status).toBe(0);
  expect(git("diff", "--name-only", "HEAD~1", "--", "data", "content")).toBe("");
  install(previous);
  expect(runInstalled(portal, ["validate"], day).stdout).toContain("Помилок: 0.");
});
