import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Fault } from "../model/reports/fault.ts";
import { canCache, codeHash } from "../read/disk/disk-cache.ts";
import { openShelf } from "../read/disk/shelf.ts";
import { readPortal } from "../read/portal.ts";
import { askForPages, type PagesHelper } from "./pages/compile-pages.ts";

/** Sets of a portal that one process builds before a second one has begun. */
const few = 60;

/**
 * Another process compiles the pages while the portal is read, unless they are kept. Of a portal that cannot be built
 * there is none: what is wrong with it is told with all else.
 * @param door the file that Node is given a command's name after
 */
export function compileAhead(project: string, root: string, door: string): PagesHelper | undefined {
  if (!canCache(project)) return undefined;
  try {
    const site = readPortal(root)?.site;
    return site === undefined ? undefined : askForPages({ project, root, site }, door);
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

/**
 * Other processes that build shards of a portal nobody has built yet with this code, on the cores that would idle. What
 * they make is kept, and the build that goes on finds it; if they fail, it makes all by itself.
 * @param door the file that Node is given a command's name after
 */
export function buildAhead(
  project: string,
  root: string,
  door: string,
): {
  /** Do other processes count the portal's tables, from the last set on? */
  isHelped: boolean;
  /** The whole site was built: next time there is little to do, and nobody is called. */
  remember(): void;
  end(): void;
} {
  const cores = availableParallelism();
  const folder = join(root, "data/datasets");
  const sets = existsSync(folder) ? readdirSync(folder).length : 0;
  if (!canCache(project) || sets <= few) return { isHelped: false, remember() {}, end() {} };
  const builds = openShelf(project, "builds");
  const key = createHash("sha256")
    .update(`${codeHash(project)}\n${root}`)
    .digest("hex");
  const helpers = builds.has(key)
    ? []
    : Array.from({ length: cores - 1 }, (_, index) =>
        spawn(
          process.execPath,
          [door, "build", "--root", root, "--shard", `${index + 1}/${cores - 1}`],
          {
            stdio: "ignore",
          },
        ),
      );
  // One that could not even begin is missed by nobody.
  for (const helper of helpers) helper.on("error", () => {});
  return {
    isHelped: helpers.length > 0,
    remember: () => builds.write(key, "built"),
    end() {
      for (const helper of helpers) helper.kill();
    },
  };
}
