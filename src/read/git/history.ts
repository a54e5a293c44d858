import type { Commit, History } from "../../model/repository.ts";
import { hasCommits, isCheckout, isShallow, resolveCommit, runGit } from "./git.ts";

/**
 * The history of every file under data/ and content/, in one pass of git log (a pass per file is ~25 times slower): of
 * the line of commits that were published, each against its first parent. What was written on a branch is of the day it
 * was merged, since nobody could have read it before.
 * `ref`: the commit history ends with. A plain folder, or a checkout without a commit, has no history: state "absent";
 * a checkout that git cannot read is a Fault.
 */
export function readHistory(root: string, ref = "HEAD"): History {
  const commits = new Map<string, Commit[]>();
  if (!isCheckout(root) || !hasCommits(root)) return { state: "absent", commits };
  const hash = resolveCommit(root, ref);
  if (hash === undefined) return { state: "absent", commits };
  const log = runGit(root, [
    "log",
    "--first-parent",
    "--diff-merges=first-parent",
    "--no-renames",
    "--name-only",
    "-z",
    "--relative",
    "--no-show-signature",
    "--no-ext-diff",
    "--format=%x01%H%x02%ct%x02%s",
    hash,
    "--",
    "data",
    "content",
  ]);
  let commit: Commit | undefined;
  for (const part of log.stdout.toString().split("\0")) {
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
  // A folder in somebody else's checkout, none of whose files is in it: dates of that one are not its own.
  if (commits.size === 0) return { state: "absent", commits };
  return { state: isShallow(root) ? "shallow" : "complete", commits };
}

/** The commit a folder is checked out at, and whether its files are that commit's; nothing where there is no commit. */
export function readHead(root: string): { commit: string; clean: boolean } | undefined {
  const commit = isCheckout(root) && hasCommits(root) ? resolveCommit(root, "HEAD") : undefined;
  if (commit === undefined) return undefined;
  const { stdout } = runGit(root, [
    "status",
    "--porcelain",
    "-z",
    "--untracked-files=all",
    "--",
    ".",
  ]);
  return { commit, clean: stdout.length === 0 };
}
