import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Tree } from "../model/tree.ts";
import { readGitTree } from "../read/git/git-tree.ts";
import { readRepository } from "../read/repository.ts";
import { readTree } from "../read/tree.ts";
import { examplePortal } from "../rules/example-portal.ts";
import { checkRepository } from "../rules/index.ts";

const table = "data/datasets/stops/stops.csv";

describe("what git and file systems can hold beside files", () => {
  const root = mkdtempSync(join(tmpdir(), "portal-hostile-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const git = (...args: string[]) =>
    spawnSync("git", ["-C", root, "-c", "user.name=a", "-c", "user.email=a@example.org", ...args], {
      encoding: "utf8",
    });
  beforeAll(() => {
    for (const [path, text] of Object.entries(examplePortal)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    symlinkSync("/etc/passwd", join(root, "data/datasets/stops/secret.csv"));
    chmodSync(join(root, table), 0o755);
    git("init", "--quiet");
    git("add", "-A");
    git(
      "update-index",
      "--add",
      "--cacheinfo",
      "160000",
      "1".repeat(40),
      "data/datasets/stops/module",
    );
    git("commit", "-qm", "Hostile");
  });
  const messages = (tree: Tree) =>
    checkRepository(readRepository(tree))
      .filter(({ rule }) => rule === "path-inside")
      .map(({ message }) => message);
  test("in a folder: a link and a program", () => {
    expect(messages(readTree(root))).toEqual([
      "Файл «data/datasets/stops/secret.csv» — символічне посилання.",
      "Файл «data/datasets/stops/stops.csv» позначено як виконуваний.",
    ]);
  });
  test("in a commit: a link, a program and another repository", () => {
    expect(messages(readGitTree(root, "HEAD") ?? new Map())).toEqual([
      "«data/datasets/stops/module» — інший репозиторій (submodule), а не файли.",
      "Файл «data/datasets/stops/secret.csv» — символічне посилання.",
      "Файл «data/datasets/stops/stops.csv» позначено як виконуваний.",
    ]);
  });
});
