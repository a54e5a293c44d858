import { spawnSync } from "node:child_process";
import type { Tree, TreeFile } from "../model/tree.ts";

const largest = 2 ** 30;

/** The files under `data/` and `content/` of a commit, without a checkout. Undefined where there is no such commit. */
export function readGitTree(root: string, ref: string): Tree | undefined {
  const git = (...args: string[]) =>
    spawnSync("git", ["-C", root, ...args], { maxBuffer: largest });
  const { status, stdout } = git("ls-tree", "-r", "-z", "--long", ref, "--", "data", "content");
  if (status !== 0) return undefined;
  const files = stdout
    .toString()
    .split("\0")
    .filter((line) => line !== "")
    .map((line): [string, TreeFile] => {
      const [, mode = "", sha = "", size = "", path = ""] =
        /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
      let bytes: Uint8Array | undefined;
      return [
        path,
        {
          size: Number(size),
          kind: mode === "120000" ? "symlink" : "file",
          bytes: () => {
            bytes ??= new Uint8Array(git("cat-file", "blob", sha).stdout);
            return bytes;
          },
        },
      ];
    });
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The day (Kyiv) a commit was made, yyyy-mm-dd. */
export function dayOf(root: string, ref: string): string | undefined {
  const { status, stdout } = spawnSync("git", ["-C", root, "show", "-s", "--format=%ct", ref], {
    encoding: "utf8",
  });
  if (status !== 0) return undefined;
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Kyiv" }).format(
    new Date(Number(stdout.trim()) * 1000),
  );
}
