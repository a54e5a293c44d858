import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { openShelf } from "./shelf.ts";

/** A file of a folder as a list of them says it is. */
export type ListedFile = { path: string; bytes: number; sha256: string };

/** What a file was on the disk when its bytes were looked at: its number there, the time it was changed, its hash. */
type Seen = [node: number, changed: number, sha256: string];

/** The site that was built last, from which files that did not change are taken. */
export type LastSite = {
  folder: string;
  /** Does a file stand in it with these very bytes? */
  holds(file: ListedFile): boolean;
  /** A file stands with these bytes in the folder that takes its place. */
  note(file: ListedFile, folder: string): void;
  /** That folder has taken its place. */
  remember(): void;
};

export const sha256 = (content: Uint8Array): string =>
  createHash("sha256").update(content).digest("hex");

const statOf = (path: string) => {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? stat : undefined;
};

/**
 * The site in a folder. A file that is on the disk what it was when its bytes were looked at (its number, size and time
 * of change, as git's index knows files) is not read again: of ten thousand sets that would be six gigabytes. Any other
 * is held against its hash. Links keep number and time, so what is known of a file goes on to the next site.
 * @param isKept may what was seen be kept beside the project's libraries?
 */
export function openLastSite(project: string, folder: string, isKept: boolean): LastSite {
  const shelf = isKept ? openShelf(project, "sites") : undefined;
  const key = sha256(Buffer.from(folder));
  const known = readSeen(shelf?.read(key));
  const seen = new Map<string, Seen>();
  return {
    folder,
    holds({ path, bytes, sha256: hash }) {
      const file = join(folder, path);
      const stat = statOf(file);
      if (stat?.size !== bytes) return false;
      const [node, changed, content] = known.get(path) ?? [];
      if (node === stat.ino && changed === stat.mtimeMs) return content === hash;
      return sha256(readFileSync(file)) === hash;
    },
    note({ path, sha256: hash }, to) {
      const stat = shelf && statOf(join(to, path));
      if (stat) seen.set(path, [stat.ino, stat.mtimeMs, hash]);
    },
    remember: () => shelf?.write(key, JSON.stringify([...seen])),
  };
}

const readSeen = (kept: Buffer | undefined): Map<string, Seen> =>
  new Map(kept ? (JSON.parse(kept.toString()) as [string, Seen][]) : []);
