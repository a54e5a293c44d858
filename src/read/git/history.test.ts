import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { withdrawnExplained } from "../../rules/dataset/identity/withdrawn-explained.ts";
import { readRepository } from "../repository.ts";
import { readTree } from "../tree.ts";
import { readHistory } from "./history.ts";

const root = mkdtempSync(join(tmpdir(), "portal-history-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const git = (...args: string[]) =>
  spawnSync("git", ["-C", root, "-c", "user.name=a", "-c", "user.email=a@example.org", ...args]);

test("a dataset whose folder was deleted is named, with every commit that touched it", () => {
  git("init", "--quiet");
  mkdirSync(join(root, "data/datasets/stops"), { recursive: true });
  writeFileSync(
    join(root, "data/datasets/stops/datapackage.yaml"),
    "title: Зупинки\npublisher: council\n",
  );
  git("add", "-A");
  git("commit", "-qm", "Add stops");
  rmSync(join(root, "data/datasets/stops"), { recursive: true });
  git("commit", "-qam", "Drop stops");
  const history = readHistory(root);
  expect(history.state).toBe("complete");
  expect(
    history.commits.get("data/datasets/stops/datapackage.yaml")?.map(({ subject }) => subject),
  ).toEqual(["Drop stops", "Add stops"]);
  const findings = withdrawnExplained.check(readRepository(readTree(root), history));
  expect(findings.map(({ message }) => message)).toEqual([
    "Набір «stops» був на порталі, а тепер його теки немає.",
  ]);
});

test("a reader's own settings of git do not hide what the first commit brought", () => {
  const before = readHistory(root);
  git("config", "log.showRoot", "false");
  expect(readHistory(root)).toEqual(before);
  git("config", "--unset", "log.showRoot");
});
