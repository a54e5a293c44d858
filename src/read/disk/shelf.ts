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
import { cacheOf } from "./engine.ts";

/** Bytes kept on disk by their keys. */
export type Shelf = {
  /** What was kept under a key; nothing where none was, or not what was kept. */
  read(key: string): Buffer | undefined;
  write(key: string, ...parts: (string | Uint8Array)[]): void;
  /** Is anything kept under a key? Whether it is whole, reading tells. */
  has(key: string): boolean;
};

const hashLength = 64;
const day = 86_400_000;
/** Days a value nobody asked for is kept. */
const keptDays = 30;

/**
 * A folder of node_modules/.cache of the project. What is read is what was written, whole and under the same key: the
 * SHA-256 of both stands before it. Two processes may read and write at once.
 */
export function openShelf(project: string, name: string): Shelf {
  const folder = join(cacheOf(project), name);
  mkdirSync(folder, { recursive: true });
  const now = Date.now();
  sweep(folder, now);
  const pathOf = (key: string) => join(folder, key.slice(0, 2), key);
  return {
    has: (key) => existsSync(pathOf(key)),
    read(key) {
      const path = pathOf(key);
      let kept: Buffer;
      try {
        kept = readFileSync(path);
      } catch {
        return undefined;
      }
      const content = kept.subarray(hashLength);
      if (digest(key, [content]) !== kept.toString("latin1", 0, hashLength)) return undefined;
      touch(path, now);
      return content;
    },
    write(key, ...parts) {
      const path = pathOf(key);
      const fresh = `${path}.${process.pid}.new`;
      const contents = parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part));
      mkdirSync(join(folder, key.slice(0, 2)), { recursive: true });
      writeFileSync(fresh, Buffer.concat([Buffer.from(digest(key, contents)), ...contents]));
      renameSync(fresh, path);
    },
  };
}

/** Says that a kept file was asked for; noted once a day. */
export function touch(path: string, now: number): void {
  if (now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now) > day)
    utimesSync(path, new Date(now), new Date(now));
}

function digest(key: string, contents: readonly Uint8Array[]): string {
  const hash = createHash("sha256").update(key).update("\n");
  for (const content of contents) hash.update(content);
  return hash.digest("hex");
}

/** Takes away what nobody asked for in a month; looked for once a day. Another process may be doing the same. */
export function sweep(folder: string, now: number): void {
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
