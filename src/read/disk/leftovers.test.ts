import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { clearLeftovers, waysOf } from "./leftovers.ts";

const folder = mkdtempSync(join(tmpdir(), "portal-leftovers-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const dead = spawnSync(process.execPath, ["-e", ""]).pid;
let [project, out] = ["", ""];
beforeEach(() => {
  const place = mkdtempSync(join(folder, "place-"));
  [project, out] = [join(place, "code"), join(place, "sites/dist")];
  mkdirSync(join(project, ".astro"), { recursive: true });
  mkdirSync(dirname(out));
});
const put = (path: string, text: string) => {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "index.html"), text);
};
const left = () =>
  [dirname(out), join(project, ".astro")].flatMap((path) => readdirSync(path)).sort();

test("what a killed build left goes; the site stays", () => {
  const { work, fresh } = waysOf(out, project, dead);
  for (const path of [work, fresh, out]) put(path, path);
  clearLeftovers(out, project);
  expect(left()).toEqual(["dist"]);
});

test("what a living build works with stays", async () => {
  const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
  try {
    const { work, fresh } = waysOf(out, project, child.pid ?? 0);
    for (const path of [work, fresh]) put(path, path);
    const before = left();
    clearLeftovers(out, project);
    expect(left()).toEqual(before);
  } finally {
    child.kill();
  }
});

test("this process's own number is a leftover: a container gives every build the same", () => {
  const { work, fresh } = waysOf(out, project, process.pid);
  for (const path of [work, fresh]) put(path, path);
  clearLeftovers(out, project);
  expect(left()).toEqual([]);
});

test("folders of other people, named alike, stay", () => {
  const others = [
    ".mine-new-1.tmp",
    `.dist-2-new-${dead}.tmp`,
    ".dist-new-x.tmp",
    ".dist-new-.tmp",
  ];
  for (const name of others) put(join(dirname(out), name), "a letter");
  put(join(project, ".astro/build-notes"), "a note");
  // Old, as a forgotten thing is: age alone gives nobody away.
  for (const name of others) utimesSync(join(dirname(out), name), 0, 0);
  clearLeftovers(out, project);
  expect(left()).toEqual([...others, "build-notes"].sort());
});
