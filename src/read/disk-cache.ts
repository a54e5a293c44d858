import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** What was made before for a key, or what `make` makes now. Values must survive JSON. */
export type DiskCache = <T>(key: string, make: () => T) => T;

/** Hash of the code a cached value depends on: the libraries, and the sources in a folder of the project. */
export function codeHash(project: string, folder: string): string {
  const hash = createHash("sha256").update(readFileSync(join(project, "package-lock.json")));
  const path = join(project, folder);
  for (const name of readdirSync(path, { recursive: true, encoding: "utf8" }).sort())
    if (/\.(ts|json)$/.test(name) && !name.endsWith(".test.ts"))
      hash.update(readFileSync(join(path, name)));
  return hash.digest("hex");
}

/** May values be kept beside this project's libraries? Not where its sources are not at hand. */
export const canCache = (project: string): boolean =>
  ["src/table", "node_modules", "package-lock.json"].every((path) =>
    existsSync(join(project, path)),
  );

/**
 * A cache in node_modules/.cache of the project, of at most `most` values; beyond it the older half goes. Keys should
 * be hashes of everything a value depends on, so that nothing has to be thrown away by hand.
 */
export function openDiskCache(project: string, name: string, most: number): DiskCache {
  const folder = join(project, "node_modules/.cache/open-data-portal", name);
  mkdirSync(folder, { recursive: true });
  const kept = readdirSync(folder);
  if (kept.length > most) {
    const aged = kept
      .map((file) => ({ path: join(folder, file), time: statSync(join(folder, file)).mtimeMs }))
      .sort((a, b) => a.time - b.time);
    for (const { path } of aged.slice(0, kept.length / 2)) unlinkSync(path);
  }
  return (key, make) => {
    const path = join(folder, `${key}.json`);
    try {
      return JSON.parse(readFileSync(path, "utf8"));
    } catch {
      // Not there, or cut while it was written: make it.
    }
    const value = make();
    const fresh = join(folder, `${key}.${process.pid}.new`);
    writeFileSync(fresh, JSON.stringify(value));
    renameSync(fresh, path);
    return value;
  };
}
