import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { generatedPortal } from "../test/fixtures/generated-portal.ts";
import { loadPortal } from "./portal.ts";
import { loadPast, loadTimeline } from "./timeline.ts";

const root = mkdtempSync(join(tmpdir(), "portal-timeline-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const write = (files: Record<string, string>) => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
};
const git = (day: string, ...args: string[]) =>
  spawnSync("git", ["-C", root, "-c", "user.name=a", "-c", "user.email=a@example.org", ...args], {
    env: {
      ...process.env,
      GIT_COMMITTER_DATE: `${day}T12:00:00Z`,
      GIT_AUTHOR_DATE: `${day}T12:00:00Z`,
    },
  });
const commit = (day: string, subject: string) => {
  git(day, "add", "-A");
  git(day, "commit", "-qm", subject);
};

test("each day is counted from the files of that day; a day whose files are refused has no point", () => {
  git("2026-03-01", "init", "--quiet");
  write(generatedPortal(1));
  commit("2026-03-01", "One set");
  write(generatedPortal(2));
  commit("2026-03-03", "Two sets");
  write({ "data/portal.yaml": "title: Портал без решти полів\n" });
  commit("2026-03-04", "A mistake");
  write(generatedPortal(2));
  commit("2026-03-05", "The mistake mended");
  const { catalogue } = loadPortal(root, "2026-03-06");
  if (!catalogue) throw new Error("The portal has errors.");
  const points = loadTimeline(root, catalogue);
  expect(points.map(({ date, sets, timely }) => [date, sets, timely])).toEqual([
    ["2026-03-01", 1, 1],
    // Nothing was committed on the second: its last commit is the day before's.
    ["2026-03-02", 1, 1],
    ["2026-03-03", 2, 2],
    ["2026-03-05", 2, 2],
    ["2026-03-06", 2, 2],
  ]);
  expect(new Set(points.map(({ commit: hash }) => hash)).size).toBe(4);
});

test("days of a history that was not cloned whole are counted anew once it is", () => {
  const clone = join(root, "clone");
  git("2026-03-06", "clone", "-q", "--depth", "3", `file://${root}`, clone);
  const days = () => loadPast(clone, "2026-03-06").map(({ date, sets }) => [date, sets]);
  // The rules refuse each of them.
  expect(days()).toEqual([]);
  git("2026-03-06", "-C", clone, "fetch", "-q", "--unshallow");
  expect(days()).toEqual([
    ["2026-03-01", 1],
    ["2026-03-02", 1],
    ["2026-03-03", 2],
    ["2026-03-05", 2],
  ]);
});

test("a folder without git has one point: today", () => {
  const plain = mkdtempSync(join(tmpdir(), "portal-plain-"));
  const { catalogue } = loadPortal(root, "2026-03-06");
  if (!catalogue) throw new Error("The portal has errors.");
  expect(loadTimeline(plain, catalogue)).toHaveLength(1);
  rmSync(plain, { recursive: true });
});
