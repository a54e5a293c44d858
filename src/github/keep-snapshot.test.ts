import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { project } from "../fixtures/built-site.ts";

let folder: string;
const git = (where: string, ...args: string[]) =>
  spawnSync(
    "git",
    ["-C", join(folder, where), "-c", "user.name=a", "-c", "user.email=a@example.org", ...args],
    {
      encoding: "utf8",
    },
  ).stdout;
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, "work", path)), { recursive: true });
  writeFileSync(join(folder, "work", path), text);
};
const keep = () =>
  spawnSync("bash", [join(project, ".github/keep-snapshot.sh")], {
    cwd: join(folder, "work"),
    encoding: "utf8",
    env: { ...process.env, SNAPSHOT_REMOTE: join(folder, "remote.git") },
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "portal-snapshot-"));
  mkdirSync(join(folder, "work"));
  mkdirSync(join(folder, "remote.git"));
  git("remote.git", "init", "--quiet", "--bare", "--initial-branch=main");
  git("work", "init", "--quiet", "--initial-branch=main");
  write("data/portal.yaml", "title: Портал\n");
  git("work", "add", "-A");
  git("work", "commit", "-qm", "Start");
  git("work", "push", "-q", join(folder, "remote.git"), "HEAD:main");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("what the night saw comes to main, and nothing else that lies about", () => {
  write("data/checks/links.yaml", "checked: 2026-11-25\nlinks: []\n");
  write("data/registers/requests/issue-1.yaml", "title: Запит\n");
  write("data/registers/requests/mail-1.yaml", "title: Лист\n");
  write("data/datasets/strange/file.csv", "a\n");
  expect(keep()).toMatchObject({ status: 0, stdout: "Записано в main.\n" });
  expect(git("remote.git", "ls-tree", "-r", "--name-only", "main").trim().split("\n")).toEqual([
    "data/checks/links.yaml",
    "data/portal.yaml",
    "data/registers/requests/issue-1.yaml",
  ]);
});

test("a request that was hidden goes from main", () => {
  write("data/registers/requests/issue-1.yaml", "title: Запит\n");
  keep();
  rmSync(join(folder, "work/data/registers"), { recursive: true });
  expect(keep().status).toBe(0);
  expect(git("remote.git", "ls-tree", "-r", "--name-only", "main")).not.toContain("issue-1");
});

test("a night that saw nothing new makes no commit", () => {
  expect(keep()).toMatchObject({ status: 0, stdout: "Нічого нового.\n" });
  expect(git("remote.git", "log", "--format=%s", "main").trim()).toBe("Start");
});

test("where main is protected, the snapshot waits on a branch of its own, and the job stays green", () => {
  const hook = join(folder, "remote.git/hooks/update");
  writeFileSync(hook, '#!/bin/sh\n[ "$1" != refs/heads/main ]\n');
  chmodSync(hook, 0o755);
  write("data/checks/links.yaml", "checked: 2026-11-25\nlinks: []\n");
  const { status, stdout } = keep();
  expect([status, stdout]).toEqual([
    0,
    "::notice::main захищено: знімок лежить у гілці snapshots, відкрийте з неї pull request.\n",
  ]);
  expect(git("remote.git", "log", "--format=%s", "main").trim()).toBe("Start");
  expect(git("remote.git", "ls-tree", "-r", "--name-only", "snapshots")).toContain(
    "data/checks/links.yaml",
  );
});
