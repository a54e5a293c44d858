import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { Fault } from "../../model/reports/fault.ts";
import { hasCommits, isCheckout, resolveCommit } from "./git.ts";
import { commitDays, readFilesAt, readGitTree } from "./git-tree.ts";
import { readHead, readHistory } from "./history.ts";

const folder = mkdtempSync(join(tmpdir(), "portal-git-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let root = "";
const git = (...args: string[]) =>
  spawnSync("git", ["-C", root, "-c", "user.name=a", "-c", "user.email=a@example.org", ...args]);

beforeEach(() => {
  root = mkdtempSync(join(folder, "root-"));
  mkdirSync(join(root, "data"));
  writeFileSync(join(root, "data/portal.yaml"), "a: 1\n");
});
const committed = () => {
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-qm", "First");
};

describe("a failed git is no empty history", () => {
  test("a plain folder has none", () => {
    expect(isCheckout(root)).toBe(false);
    expect(readHistory(root).state).toBe("absent");
    expect(readHead(root)).toBeUndefined();
  });
  test("a checkout without a commit has none yet", () => {
    git("init", "-q");
    expect(hasCommits(root)).toBe(false);
    expect(readHistory(root).state).toBe("absent");
  });
  test.each<[string, () => void]>([
    ["HEAD is garbage", () => writeFileSync(join(root, ".git/HEAD"), "garbage\n")],
    ["the branch is garbage", () => writeFileSync(join(root, ".git/refs/heads/main"), "garbage\n")],
    [
      "objects are gone",
      () => {
        for (const name of readdirSync(join(root, ".git/objects")))
          rmSync(join(root, ".git/objects", name), { recursive: true });
      },
    ],
    ["the config is broken", () => writeFileSync(join(root, ".git/config"), "[core\n")],
    [
      "there is no git folder behind the file",
      () => {
        rmSync(join(root, ".git"), { recursive: true });
        writeFileSync(join(root, ".git"), "gitdir: /nowhere\n");
      },
    ],
  ])("%s: a sentence", (_, damage) => {
    committed();
    damage();
    expect(() => readHistory(root)).toThrow(Fault);
    expect(() => readHistory(root)).toThrow(/^(?:Репозиторій|Програма git не прочитала)[^\n]*$/);
  });
  test("there is no git on the machine", () => {
    committed();
    const { PATH } = process.env;
    process.env.PATH = "/nowhere";
    try {
      expect(() => readHistory(root)).toThrow("Програми git немає");
    } finally {
      process.env.PATH = PATH;
    }
  });
  test("git may not be run: the system's refusal is told, the repository is not called broken", () => {
    committed();
    const bin = join(root, "bin");
    mkdirSync(bin);
    // No program: the system refuses to run it, as it refuses when too many files are open.
    writeFileSync(join(bin, "git"), "", { mode: 0o644 });
    const { PATH } = process.env;
    process.env.PATH = bin;
    try {
      expect(() => readHistory(root)).toThrow(/EACCES/);
      expect(() => readHistory(root)).not.toThrow(Fault);
    } finally {
      process.env.PATH = PATH;
    }
  });
  test.skipIf(process.getuid?.() !== 0)("the folder is another user's: the line that helps", () => {
    committed();
    spawnSync("chown", ["-R", "12345", root]);
    chmodSync(root, 0o755);
    expect(() => readHistory(root)).toThrow(`git config --global --add safe.directory ${root}`);
  });
});

describe("a name of a commit", () => {
  test("is never an option", () => {
    committed();
    const target = join(root, "written");
    for (const name of [`--output=${target}`, `-o${target}`, "--help", "--all", "HEAD --all"])
      expect([resolveCommit(root, name), readGitTree(root, name), commitDays(root, name)]).toEqual([
        undefined,
        undefined,
        [],
      ]);
    expect(existsSync(target)).toBe(false);
  });
  test("is the commit it names", () => {
    committed();
    const hash = git("rev-parse", "HEAD").stdout.toString().trim();
    expect(resolveCommit(root, "main")).toBe(hash);
    expect(readHead(root)).toEqual({ commit: hash, clean: true });
    expect(
      readFilesAt(root, [
        { hash, path: "data/portal.yaml" },
        { hash, path: "data/none" },
      ]).map((bytes) => bytes && new TextDecoder().decode(bytes)),
    ).toEqual(["a: 1\n", undefined]);
  });
});

test.each([
  "GIT_DIR",
  "GIT_COMMON_DIR",
  "GIT_OBJECT_DIRECTORY",
  "GIT_INDEX_FILE",
  "GIT_SHALLOW_FILE",
  "GIT_LITERAL_PATHSPECS",
])("%s of a hook sends git nowhere else", (name) => {
  committed();
  const before = [readHead(root), readHistory(root), readGitTree(root, "HEAD")?.size];
  process.env[name] = name.endsWith("PATHSPECS") ? "1" : "/nowhere/.git";
  try {
    expect([readHead(root), readHistory(root), readGitTree(root, "HEAD")?.size]).toEqual(before);
  } finally {
    delete process.env[name];
  }
});

test("a folder without a commit of its own, in another's checkout, has no history", () => {
  committed();
  const inner = join(root, "portal");
  mkdirSync(join(inner, "data"), { recursive: true });
  writeFileSync(join(inner, "data/portal.yaml"), "a: 1\n");
  expect(readHistory(inner).state).toBe("absent");
});

test("paths are names, not quotations", () => {
  writeFileSync(join(root, "data/Їжак «1».csv"), "a\n");
  committed();
  expect([...(readGitTree(root, "HEAD")?.keys() ?? [])]).toEqual([
    "data/portal.yaml",
    "data/Їжак «1».csv",
  ]);
  expect([...readHistory(root).commits.keys()].sort()).toEqual([
    "data/portal.yaml",
    "data/Їжак «1».csv",
  ]);
});
