import type { Tree, TreeFile } from "../model/tree.ts";
import { codeHash } from "../read/disk/disk-cache.ts";
import { openPacks } from "../read/disk/packs.ts";
import { readHistory } from "../read/git/history.ts";
import { readTree } from "../read/tree.ts";
import { openSite } from "./open-site.ts";
import { portalOf, readTables } from "./portal.ts";
import { loadTimeline } from "./timeline.ts";
import { makeAhead } from "./write-files.ts";

/** A part of a portal's sets: the i-th of n. */
export type Shard = { part: number; of: number };

/** «2/4» → the second of four; nothing where it is no part. */
export function parseShard(text: string): Shard | undefined {
  const [, part = 0, of = 0] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  return part >= 1 && part <= of ? { part, of } : undefined;
}

const setOf = (path: string): string => /^data\/datasets\/([^/]+)\//.exec(path)?.[1] ?? "";

/** A portal's files of each set of a shard, and all others that are of no set (under ""). */
function filesOfSets(tree: Tree, { part, of }: Shard): Map<string, [string, TreeFile][]> {
  const sets = Map.groupBy(tree, ([path]) => setOf(path));
  const names = [...sets.keys()].filter((name) => name !== "").sort();
  const end = (index: number) => Math.floor((names.length * index) / of);
  const own = new Set(names.slice(end(part - 1), end(part)));
  return new Map([...sets].filter(([name]) => name === "" || own.has(name)));
}

/**
 * Reads a part of the sets, counts the portal's past days, makes the files of these sets, and keeps all of it for the
 * build that comes: by what it is made of, so that build finds exactly what it would make itself. The last set and the
 * first day come first: a build that goes on at the same time begins at the other end, and each finds what both did.
 * Sets that refer to sets of other shards are only read.
 */
export async function buildShard(
  project: string,
  root: string,
  { today, shard }: { today: string; shard: Shard },
): Promise<void> {
  const history = readHistory(root);
  const sets = filesOfSets(readTree(root), shard);
  const common = sets.get("") ?? [];
  const descriptor = common.filter(([path]) => path === "data/portal.yaml");
  for (const [name, files] of [...sets].toReversed())
    if (name !== "") readTables(new Map([...descriptor, ...files]));
  const { repository, catalogue } = portalOf(new Map([...sets.values()].flat()), history, today);
  if (!catalogue) return;
  const site = openSite(root, { catalogue, repository });
  if (shard.part === 1) loadTimeline(root, catalogue, { oldestFirst: true });
  await makeAhead([...catalogue.datasets].reverse(), site, {
    packs: openPacks(project, "made"),
    code: codeHash(project),
  });
}
