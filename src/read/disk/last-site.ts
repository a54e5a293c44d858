import { createHash } from "node:crypto";
import { lstatSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { openShelf } from "./shelf.ts";

/** A file of a folder as a list of them says it is. */
export type ListedFile = { path: string; bytes: number; sha256: string };

const { dirname } = posix;

/** A listed file, and what it was on the disk when its bytes were looked at: its number there, the time it was changed. */
type SeenFile = ListedFile & { node: number; changed: number };

/** The site that was built last: what of it stays, files of the new site lie over. */
export type LastSite = {
  folder: string;
  /** Files that were made of a key, as they stood in it. */
  list(key: string): readonly ListedFile[] | undefined;
  /** Do files of a key stand in it, each with its very bytes? Then they stay. */
  keeps(key: string, files: readonly ListedFile[]): boolean;
  /** Does a file stand in it with this content? Then it stays. */
  keepsContent(path: string, content: Uint8Array): boolean;
  /** Files of a key stand with these bytes in the new site: those that do not stay lie in this folder. */
  note(key: string, files: readonly ListedFile[], folder: string): void;
  /** Paths of the files that stay. */
  staying: ReadonlySet<string>;
  /** The new site stands in its place. */
  remember(): void;
};

export const sha256 = (content: Uint8Array): string =>
  createHash("sha256").update(content).digest("hex");

const statOf = (path: string) => {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? stat : undefined;
};

/** The note every build leaves in its site: it never stays, so that a site can be told from the next one. */
export const buildNote = "/build.json";

/** What tells a site in a folder from the one that takes its place; empty where there is none. */
export function identityOf(folder: string): string {
  const stat = statSync(join(folder, buildNote), { throwIfNoEntry: false });
  return stat ? `${stat.ino}-${stat.mtimeMs}` : "";
}

/** A path of a site, from its root, with a slash before it. */
const rooted = (path: string): string => (path.startsWith("/") ? path : `/${path}`);

/**
 * The site in a folder. A file that is on the disk what it was when its bytes were looked at (its number, size and time
 * of change, as git's index knows files) is not read again: of ten thousand sets that would be six gigabytes. Any other
 * is held against its hash.
 * @param isKept may what was seen be kept beside the project's libraries?
 */
export function openLastSite(project: string, folder: string, isKept: boolean): LastSite {
  const shelf = isKept ? openShelf(project, "site-files") : undefined;
  const name = sha256(Buffer.from(folder));
  const known = readSeen(shelf?.read(name));
  const now = new Map<string, SeenFile[]>();
  const staying = new Set<string>();
  /** Folders of it, each looked at once: one that is a link leads out of the site, and the link will go. */
  const folders = new Map<string, boolean>([["/", true]]);
  const isOwn = (path: string): boolean => {
    const known =
      folders.get(path) ??
      (isOwn(dirname(path)) &&
        lstatSync(join(folder, path), { throwIfNoEntry: false })?.isDirectory() === true);
    folders.set(path, known);
    return known;
  };
  const statIn = (path: string) =>
    isOwn(dirname(rooted(path))) ? statOf(join(folder, path)) : undefined;
  const lookAt = (file: ListedFile, seen: SeenFile | undefined): SeenFile | undefined => {
    const path = join(folder, file.path);
    const stat = statIn(file.path);
    if (stat?.size !== file.bytes) return undefined;
    const isSeen = seen?.node === stat.ino && seen.changed === stat.mtimeMs;
    if ((isSeen ? seen.sha256 : sha256(readFileSync(path))) !== file.sha256) return undefined;
    return { ...file, node: stat.ino, changed: stat.mtimeMs };
  };
  return {
    folder,
    staying,
    list: (key) => known.get(key),
    keeps(key, files) {
      const before = known.get(key) ?? [];
      const standing: SeenFile[] = [];
      for (const [index, file] of files.entries()) {
        const seen = before[index];
        const found = lookAt(file, seen?.path === file.path ? seen : undefined);
        if (!found) return false;
        standing.push(found);
      }
      now.set(key, standing);
      for (const { path } of files) staying.add(rooted(path));
      return true;
    },
    keepsContent(path, content) {
      if (path === buildNote) return false;
      const file = join(folder, path);
      if (statIn(path)?.size !== content.length || !readFileSync(file).equals(content))
        return false;
      staying.add(rooted(path));
      return true;
    },
    note(key, files, to) {
      if (!shelf) return;
      const seen = files.flatMap((file) => {
        const stat = statOf(join(staying.has(rooted(file.path)) ? folder : to, file.path));
        return stat ? { ...file, node: stat.ino, changed: stat.mtimeMs } : [];
      });
      now.set(key, seen);
    },
    remember: () => shelf?.write(name, JSON.stringify([...now].map(toRow))),
  };
}

const toRow = ([key, files]: [string, SeenFile[]]) => [
  key,
  files.map(({ path, bytes, sha256: hash, node, changed }) => [path, bytes, hash, node, changed]),
];

function readSeen(kept: Buffer | undefined): Map<string, SeenFile[]> {
  const rows: [string, [string, number, string, number, number][]][] = kept
    ? JSON.parse(kept.toString())
    : [];
  return new Map(
    rows.map(([key, files]) => [
      key,
      files.map(([path, bytes, hash, node, changed]) => ({
        path,
        bytes,
        sha256: hash,
        node,
        changed,
      })),
    ]),
  );
}
