import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** What was made before for a key, or what `make` makes now. Values must survive JSON. */
export type DiskCache = <T>(key: string, make: () => T) => T;

/**
 * Hash of all that a value made here depends on beside its input: every source that can run, the libraries, and the
 * Node that runs them. One for all caches: whoever says which sources matter is wrong after the next change.
 */
export function codeHash(project: string): string {
  const hash = createHash("sha256")
    .update(process.version)
    .update(readFileSync(join(project, "package-lock.json")));
  const path = join(project, "src");
  for (const name of readdirSync(path, { recursive: true, encoding: "utf8" }).sort())
    if (/\.(ts|json)$/.test(name) && !name.endsWith(".test.ts") && !name.startsWith("fixtures"))
      hash.update(name).update(readFileSync(join(path, name)));
  return hash.digest("hex");
}

const digest = (key: string, text: string): string =>
  createHash("sha256").update(key).update("\n").update(text).digest("hex");

/** What was kept under this key, if it is what was written under it: its first line is the hash of both. */
function readKept(path: string, key: string): string | undefined {
  let kept: string;
  try {
    kept = readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
  const hash = kept.slice(0, kept.indexOf("\n"));
  const text = kept.slice(hash.length + 1);
  return text !== "" && digest(key, text) === hash ? text : undefined;
}

let isForgotten = false;

/** Nothing that was kept is read by this process any more, and nothing is kept. */
export function forgetKept(): void {
  isForgotten = true;
}

/** May values be kept beside this project's libraries? Not where its sources are not at hand, or where somebody said no. */
export const canCache = (project: string): boolean =>
  !isForgotten &&
  ["src/table", "node_modules", "package-lock.json"].every((path) =>
    existsSync(join(project, path)),
  );

const day = 86_400_000;
/** Days a value nobody asked for is kept. */
const keptDays = 30;

/** Takes away what nobody asked for in a month; looked for once a day. Another process may be doing the same. */
function sweep(folder: string, now: number): void {
  const swept = join(folder, ".swept");
  const last = statSync(swept, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (now - last < day) return;
  writeFileSync(swept, "");
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    const kept = statSync(path, { throwIfNoEntry: false });
    if (kept?.isFile() && now - kept.mtimeMs > keptDays * day) rmSync(path, { force: true });
  }
}

/**
 * A cache in node_modules/.cache of the project. Keys should be hashes of everything a value depends on, so that nothing
 * has to be thrown away by hand. What is not whole, or was written under another key, is made again.
 */
export function openDiskCache(project: string, name: string): DiskCache {
  const folder = join(project, "node_modules/.cache/open-data-portal", name);
  mkdirSync(folder, { recursive: true });
  const now = Date.now();
  sweep(folder, now);
  return (key, make) => {
    const shelf = join(folder, key.slice(0, 2));
    const path = join(shelf, `${key}.json`);
    const known = readKept(path, key);
    if (known !== undefined) {
      if (now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now) > day)
        utimesSync(path, new Date(now), new Date(now));
      return JSON.parse(known);
    }
    const value = make();
    const text = JSON.stringify(value);
    const fresh = `${path}.${process.pid}.new`;
    mkdirSync(shelf, { recursive: true });
    writeFileSync(fresh, `${digest(key, text)}\n${text}`);
    renameSync(fresh, path);
    return value;
  };
}
