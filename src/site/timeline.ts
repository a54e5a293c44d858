import { createHash } from "node:crypto";
import { snapshotDays, snapshotOf } from "../catalogue/measures/plan/snapshot.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { Snapshot } from "../model/reports/snapshot.ts";
import { canCache, codeHash, openDiskCache } from "../read/disk/disk-cache.ts";
import { engine } from "../read/disk/engine.ts";
import { openFetchedFiles } from "../read/disk/fetched-files.ts";
import { isShallow } from "../read/git/git.ts";
import { commitDays } from "../read/git/git-tree.ts";
import { loadPortalAt } from "./portal.ts";

/**
 * The portal's figures of its past, oldest first: each day is counted anew from its last commit by the formulas of now,
 * so that all points can be compared. A day whose files today's rules refuse has no point.
 * @param oldestFirst counts the days in their order, not back from the last one
 */
export function loadPast(root: string, today: string, { oldestFirst = false } = {}): Snapshot[] {
  const commits = commitDays(root);
  const first = commits.at(-1)?.day ?? today;
  // Of a history that was not cloned whole a day is not what it was: it is not kept for the time when it is.
  const isKept = canCache(engine) && commits.length > 0 && !isShallow(root);
  const cache = isKept ? openDiskCache(engine, "snapshots") : undefined;
  const code = cache ? codeHash(engine) : "";
  // Tables that lie elsewhere are judged once they were fetched.
  const fetched = cache ? openFetchedFiles(engine).sums() : [];
  const snapshotAt = (day: string): Snapshot[] => {
    const hash = commits.find((commit) => commit.day <= day)?.hash;
    if (hash === undefined) return [];
    const count = (): Snapshot | null => {
      const then = loadPortalAt(root, hash, day)?.catalogue;
      return then ? snapshotOf(then, hash) : null;
    };
    const key = createHash("sha256")
      .update([code, root, hash, day, ...fetched].join("\n"))
      .digest("hex");
    return [(cache ? cache(key, count) : count()) ?? []].flat();
  };
  const days = snapshotDays(first, today).filter((day) => day < today);
  // A day is like the one after it: going back from now, each finds most of its files read.
  const past = (oldestFirst ? days : days.toReversed()).map(snapshotAt);
  return (oldestFirst ? past : past.toReversed()).flat();
}

/** The same with today's last. */
export const loadTimeline = (root: string, catalogue: Catalogue): Snapshot[] => [
  ...loadPast(root, catalogue.today),
  snapshotOf(catalogue),
];
