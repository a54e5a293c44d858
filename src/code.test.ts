import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { project } from "./fixtures/built-site.ts";

const run = (name: string, ...args: string[]) => {
  const bin = join(project, "node_modules/.bin", name);
  const { status, stdout, stderr } = spawnSync(bin, args, { cwd: project, encoding: "utf8" });
  return status === 0 ? "" : `${stdout}\n${stderr}`;
};

test("the code is formatted and has no lint errors (npm run lint)", () => {
  expect(run("biome", "check", "--colors=off")).toBe("");
});

test("the code and the components have no type errors (npm run types)", () => {
  expect(run("astro", "check", "--minimumSeverity", "error")).toBe("");
});
