import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cacheOf, engine, librariesOf, lockOf } from "./engine.ts";
import { openShelf } from "./shelf.ts";

/** What was made before for a key, or what `make` makes now. Values must survive JSON. */
export type DiskCache = <T>(key: string, make: () => T) => T;

let ownHash: string | undefined;

/**
 * Hash of all that a value made here depends on beside its input: every source that can run, the libraries, and the
 * Node that runs them. One for all caches: whoever says which sources matter is wrong after the next change.
 * Of the engine that runs it is counted once: a process goes on with the sources it began with.
 */
export function codeHash(project: string): string {
  if (project !== engine) return hashOfCode(project);
  ownHash ??= hashOfCode(engine);
  return ownHash;
}

function hashOfCode(project: string): string {
  const lock = lockOf(project) ?? join(project, "package.json");
  const hash = createHash("sha256").update(process.version).update(readFileSync(lock));
  const path = join(project, "src");
  for (const name of readdirSync(path, { recursive: true, encoding: "utf8" }).sort())
    if (/\.(ts|json)$/.test(name) && !name.endsWith(".test.ts") && !name.startsWith("fixtures"))
      hash.update(name).update(readFileSync(join(path, name)));
  return hash.digest("hex");
}

let isForgotten = false;

/** Nothing that was kept is read by this process any more, and nothing is kept. */
export function forgetKept(): void {
  isForgotten = true;
}

/**
 * May values be kept beside this project's libraries? Not where its sources or the versions of its libraries are not at
 * hand, where the folder is another user's or on a disk that is read only, or where somebody said no.
 */
export const canCache = (project: string): boolean =>
  !isForgotten &&
  existsSync(join(project, "src/table")) &&
  existsSync(librariesOf(project)) &&
  lockOf(project) !== undefined &&
  isWritable(cacheOf(project));

const writable = new Map<string, boolean>();

/** May this process write into a folder, which it makes, and into all that lie in it? Asked once. */
function isWritable(folder: string): boolean {
  const known = writable.get(folder);
  if (known !== undefined) return known;
  let answer = true;
  try {
    mkdirSync(folder, { recursive: true });
    for (const name of ["", ...readdirSync(folder)]) accessSync(join(folder, name), constants.W_OK);
  } catch {
    answer = false;
  }
  writable.set(folder, answer);
  return answer;
}

/**
 * A cache in node_modules/.cache of the project. Keys should be hashes of everything a value depends on, so that nothing
 * has to be thrown away by hand. What is not whole, or was written under another key, is made again.
 */
export function openDiskCache(project: string, name: string): DiskCache {
  const { read, write } = openShelf(project, name);
  return (key, make) => {
    const known = read(key);
    if (known) return JSON.parse(known.toString());
    const text = JSON.stringify(make());
    write(key, text);
    // As it will be read: a text cut out of a file holds the whole file in memory.
    return JSON.parse(text);
  };
}
