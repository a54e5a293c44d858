import { spawnSync } from "node:child_process";
import type { Commit, History } from "../model/repository.ts";

const git = (root: string, ...args: string[]) =>
  spawnSync("git", ["-C", root, ...args], { encoding: "utf8", maxBuffer: 2 ** 30 });

/**
 * The history of every file under data/ and content/, in one pass of git log (a pass per file is ~25 times slower).
 * `ref`: the commit history ends with. A folder that is not the top of a git checkout has no history of its own: state "absent".
 */
export function readHistory(root: string, ref = "HEAD"): History {
  const commits = new Map<string, Commit[]>();
  const prefix = git(root, "rev-parse", "--show-prefix");
  if (prefix.status !== 0) return { state: "absent", commits };
  const log = git(
    root,
    "log",
    "--no-renames",
    "--name-only",
    "-z",
    "--relative",
    "--format=%x01%H%x02%ct%x02%s",
    ref,
    "--",
    "data",
    "content",
  );
  if (log.status !== 0) return { state: "absent", commits };
  let commit: Commit | undefined;
  for (const part of log.stdout.split("\0")) {
    const entry = part.replace(/^\n/, "");
    if (entry.startsWith("\u0001")) {
      const [hash = "", time = "", subject = ""] = entry.slice(1).split("\u0002");
      commit = { hash, time: Number(time), subject };
    } else if (entry !== "" && commit) {
      const known = commits.get(entry);
      if (known) known.push(commit);
      else commits.set(entry, [commit]);
    }
  }
  const shallow = git(root, "rev-parse", "--is-shallow-repository").stdout.trim() === "true";
  return { state: shallow ? "shallow" : "complete", commits };
}

/** The commit a folder is checked out at, and whether its files are that commit's; nothing where there is no commit. */
export function readHead(root: string): { commit: string; clean: boolean } | undefined {
  const { status, stdout } = git(root, "rev-parse", "HEAD");
  if (status !== 0) return undefined;
  const changes = git(root, "status", "--porcelain", "--untracked-files=all", "--", ".").stdout;
  return { commit: stdout.trim(), clean: changes.trim() === "" };
}
