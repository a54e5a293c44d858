import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Fault } from "../model/reports/fault.ts";
import { canCache, codeHash } from "../read/disk/disk-cache.ts";
import { waysOf } from "../read/disk/leftovers.ts";
import { openPacks } from "../read/disk/packs.ts";
import { openShelf } from "../read/disk/shelf.ts";
import { readPortal } from "../read/portal.ts";
import { arePagesKept, type PagesHelper } from "./pages/compile-pages.ts";

/** Sets of a portal that one process builds before a second one has begun. */
const few = 60;

/** What a build is made ahead of: the engine's folder, the portal's, and the file that Node is given a command's name after. */
type Ahead = { project: string; root: string; door: string };

/** Another process builds a part of a portal and keeps it. If it comes to nothing, the build makes all by itself. */
function ask({ project, root, door }: Ahead, part: readonly string[]): PagesHelper {
  const stop = new AbortController();
  const helper = spawn(process.execPath, [door, "build", "--root", root, ...part], {
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => {
    helper.on("exit", () => resolve());
    helper.on("error", () => resolve());
  });
  return {
    ended,
    signal: stop.signal,
    async end() {
      stop.abort();
      helper.kill();
      await ended;
      if (helper.pid === undefined) return;
      rmSync(waysOf(root, project, helper.pid).work, { recursive: true, force: true });
    },
  };
}

/**
 * Another process compiles the pages while the portal is read, unless they are kept: Astro takes more memory than a
 * thousand sets and gives none of it back. Of a portal that cannot be built there is none: what is wrong with it is told
 * with all else.
 */
export function compileAhead(ahead: Ahead): PagesHelper | undefined {
  const { project, root } = ahead;
  if (!canCache(project)) return undefined;
  try {
    const site = readPortal(root)?.site;
    const packs = openPacks(project, "made");
    if (site === undefined || arePagesKept({ project, root, site, packs })) return undefined;
    return ask(ahead, ["--pages"]);
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

/**
 * Other processes build shards of a portal nobody has built yet with this code, on the cores that would idle. The build
 * that goes on finds what they have made.
 */
export function buildAhead(ahead: Ahead): {
  /** Do other processes count the portal's tables, from the last set on? */
  isHelped: boolean;
  /** The whole site was built: next time there is little to do, and nobody is called. */
  remember(): void;
  end(): Promise<unknown>;
} {
  const { project, root } = ahead;
  const cores = availableParallelism();
  const folder = join(root, "data/datasets");
  const sets = existsSync(folder) ? readdirSync(folder).length : 0;
  if (!canCache(project) || sets <= few)
    return { isHelped: false, remember() {}, end: async () => {} };
  const builds = openShelf(project, "builds");
  const key = createHash("sha256")
    .update(`${codeHash(project)}\n${root}`)
    .digest("hex");
  const helpers = builds.has(key)
    ? []
    : Array.from({ length: cores - 1 }, (_, index) =>
        ask(ahead, ["--shard", `${index + 1}/${cores - 1}`]),
      );
  return {
    isHelped: helpers.length > 0,
    remember: () => builds.write(key, "built"),
    end: () => Promise.all(helpers.map((helper) => helper.end())),
  };
}
