import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
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

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

/** What was kept, if it is what was written: its first line is the hash of the rest. */
function readKept(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const [, hash = "", text = ""] = /^([0-9a-f]{64})\n(.*)$/s.exec(readFileSync(path, "utf8")) ?? [];
  return text !== "" && digest(text) === hash ? text : undefined;
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
      // Another process may be clearing the same folder: what is gone is gone.
      .map((file) => ({
        path: join(folder, file),
        time: statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0,
      }))
      .sort((a, b) => a.time - b.time);
    for (const { path } of aged.slice(0, kept.length / 2)) rmSync(path, { force: true });
  }
  return (key, make) => {
    const path = join(folder, `${key}.json`);
    const known = readKept(path);
    if (known !== undefined) return JSON.parse(known);
    const value = make();
    const text = JSON.stringify(value);
    const fresh = join(folder, `${key}.${process.pid}.new`);
    writeFileSync(fresh, `${digest(text)}\n${text}`);
    renameSync(fresh, path);
    return value;
  };
}
