import { existsSync, lstatSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { finishPlan } from "./put-in-place.ts";

/** Names of what a build makes on its way to `out`, both ending with the number of its process. */
export const waysOf = (out: string, project: string, pid: number) => ({
  work: join(project, ".astro", `build-${pid}`),
  fresh: join(dirname(out), `.${basename(out)}-new-${pid}.tmp`),
});

/** No build takes so long: a process of this number that lives is another one. */
const longest = 24 * 60 * 60 * 1000;

/**
 * Takes away what killed builds left, never what a living one works with; called before a build makes anything.
 * A build killed while it put its site in place had all of it ready: that is finished.
 */
export function clearLeftovers(out: string, project: string): void {
  for (const pid of pidsOf(join(project, ".astro"), "build-", "")) {
    const { work } = waysOf(out, project, pid);
    if (isLeft(work, pid)) remove(work);
  }
  // Only this site's own: a folder of somebody else's may be named alike.
  for (const pid of pidsOf(dirname(out), `.${basename(out)}-new-`, ".tmp")) {
    const { fresh } = waysOf(out, project, pid);
    if (!isLeft(fresh, pid)) continue;
    unlessRefused(() => finishPlan(fresh, out));
    remove(fresh);
  }
}

function pidsOf(folder: string, start: string, end: string): number[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(start) && name.endsWith(end))
    .map((name) => name.slice(start.length, end === "" ? undefined : -end.length))
    .filter((number) => /^[1-9]\d{0,9}$/.test(number))
    .map(Number);
}

/** Its own number counts as gone: in a container every build has the same one, and this one has made nothing yet. */
function isLeft(path: string, pid: number): boolean {
  if (pid === process.pid || !isAlive(pid)) return true;
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.ctimeMs > longest;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else's lives too.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

const remove = (path: string): void =>
  unlessRefused(() => rmSync(path, { recursive: true, force: true }));

/** Another user's leftovers stay: they are in nobody's way, and no reason to stop. */
function unlessRefused(act: () => void): void {
  try {
    act();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EACCES" && code !== "EPERM" && code !== "EROFS") throw error;
  }
}
