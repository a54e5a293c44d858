import { rmSync } from "node:fs";
import { join } from "node:path";
import { toSearchRecords } from "../find/records.ts";
import { streetIndexOf } from "../find/street/street-index.ts";
import { Fault } from "../model/reports/fault.ts";
import type { Tree } from "../model/tree.ts";
import type { PublishedSite } from "../published/addresses/address.ts";
import { groundOf } from "../published/ground/own-ground.ts";
import { codeHash } from "../read/disk/disk-cache.ts";
import { waysOf } from "../read/disk/leftovers.ts";
import { openPacks, type Packs } from "../read/disk/packs.ts";
import { noHistory } from "../read/repository-with.ts";
import { readTree } from "../read/tree.ts";
import { asPublished, openSite, type Publication } from "./open-site.ts";
import { takePages } from "./pages/compile-pages.ts";
import { openPages } from "./pages/render-pages.ts";
import { portalOf, readSaid, readTables } from "./portal.ts";
import { handOver } from "./site.ts";
import { loadPast } from "./timeline.ts";
import { makeAhead, renderAhead, withWeighedCopies } from "./write-files.ts";

/** A part of a portal's sets: the i-th of n. */
export type Shard = { part: number; of: number };

/** «2/4» → the second of four. Throws a Fault where it is no part. */
export function parseShard(text: string): Shard {
  const [, part = 0, of = 0] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (part >= 1 && part <= of) return { part, of };
  throw new Fault(`Параметр --shard — це частина з кількох, наприклад 1/4; а не «${text}».`);
}

const setOf = (path: string): string => /^data\/datasets\/([^/]+)\//.exec(path)?.[1] ?? "";

/** Names of a shard's sets. */
function setsIn(tree: Tree, { part, of }: Shard): ReadonlySet<string> {
  const all = [...new Set([...tree.keys()].map(setOf))].filter((set) => set !== "").sort();
  const end = (index: number) => Math.floor((all.length * index) / of);
  return new Set(all.slice(end(part - 1), end(part)));
}

/** Reads the tables of a part of the sets, the last first, and keeps what was read for whoever reads the portal next. */
export function readShard(root: string, shard: Shard): void {
  const tree = readTree(root);
  readSets(tree, setsIn(tree, shard));
}

/** Set by set: each with the portal's descriptor, which says where its places lie. */
function readSets(tree: Tree, sets: ReadonlySet<string>): void {
  const files = Map.groupBy(tree, ([path]) => setOf(path));
  const descriptor = (files.get("") ?? []).filter(([path]) => path === "data/portal.yaml");
  for (const set of [...sets].reverse())
    readTables(new Map([...descriptor, ...(files.get(set) ?? [])]));
}

/** Sets that are judged at once: the rows of so many are held, and no more. */
const together = 16;
/** What a set is judged and described with beside its own files. */
const beside = /^data\/(?:portal\.yaml$|publishers\/|series\/)/;

/**
 * Reads, judges and looks through a part of the sets, some at once, and keeps what was counted of their tables: each is
 * opened once for all who will ask, where a whole portal is read, then judged, then indexed, and its rows are long gone
 * by then. What sets are like is told by the build.
 */
function countSets(tree: Tree, sets: readonly string[], today: string): void {
  const files = Map.groupBy(tree, ([path]) => setOf(path));
  const shared = (files.get("") ?? []).filter(([path]) => beside.test(path));
  for (let at = 0; at < sets.length; at += together) {
    const own = sets.slice(at, at + together).flatMap((set) => files.get(set) ?? []);
    const { catalogue, repository } = portalOf(new Map([...shared, ...own]), noHistory, today);
    if (!catalogue) continue;
    toSearchRecords(catalogue, repository.datasets);
    streetIndexOf(catalogue, repository.datasets);
    groundOf(catalogue, repository);
  }
}

/** Counts the tables of a whole portal from the first set on, while another process counts them from the last. */
export function countFromFirst(root: string, today: string): void {
  const tree = readTree(root);
  countSets(tree, [...setsIn(tree, { part: 1, of: 1 })], today);
}

/**
 * Reads a part of the sets, counts the portal's past days, makes the files of these sets (of all sets their pages too),
 * and keeps all of it for the build that comes: by what it is made of, so that build finds exactly what it would make
 * itself. The last set and the first day come first: a build that goes on at the same time begins at the other end, and
 * each finds what both did.
 * Sets that refer to sets of other shards are only read.
 */
export async function buildShard(
  project: string,
  root: string,
  { today, shard, published }: { today: string; shard: Shard; published?: Publication },
): Promise<void> {
  const tree = readTree(root);
  const { commits, ...history } = readSaid(root);
  const sets = setsIn(tree, shard);
  /** Of the shard's sets, and of none: what other sets were is no news here. */
  const own = <T>(files: ReadonlyMap<string, T>): Map<string, T> =>
    new Map([...files].filter(([path]) => setOf(path) === "" || sets.has(setOf(path))));
  countSets(tree, [...sets].reverse(), today);
  // Before the portal of today: of two that are held at once a process takes twice the memory.
  if (shard.part === 1) loadPast(root, today, { oldestFirst: true });
  const { repository, catalogue } = portalOf(
    own(tree),
    { ...history, commits: own(commits) },
    today,
  );
  if (!catalogue) return;
  const made = { packs: openPacks(project, "made"), code: codeHash(project) };
  const opened = openSite(root, { catalogue, repository });
  const weighed = await withWeighedCopies(opened, made, [...catalogue.datasets].reverse());
  const site = asPublished(weighed, published);
  await makeAhead([...site.catalogue.datasets].reverse(), site, made);
  // A page of a set names others: of a part of the portal it would be another page.
  if (shard.of === 1) await makePagesAhead(project, root, site, made.packs);
}

/** Renders the pages of sets, if what renders them is kept already. */
async function makePagesAhead(
  project: string,
  root: string,
  site: PublishedSite,
  packs: Packs,
): Promise<void> {
  const { work } = waysOf(root, project, process.pid);
  const folder = join(work, "site");
  try {
    const { site: address } = site.catalogue.portal;
    const program = await takePages(folder, { project, root, site: address, packs });
    if (!program) return;
    handOver(site);
    const pages = await openPages(program.entry, folder);
    await renderAhead({ pages, code: program.key }, packs);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
