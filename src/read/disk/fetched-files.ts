import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { Fault } from "../../model/reports/fault.ts";
import type { TreeFile } from "../../model/tree.ts";
import type { PinnedFile } from "../../schemas/data/pinned.ts";
import { cacheOf } from "./engine.ts";
import { sweep, touch } from "./shelf.ts";

/** Files that lie outside the repository, kept beside the project's libraries by the SHA-256 of their content. */
type FetchedFiles = {
  /** The kept copy; nothing where none is, or where it is not the pinned content any more. */
  find(file: PinnedFile): TreeFile | undefined;
  /** SHA-256 of all that are kept, in order. */
  sums(): string[];
  /** Keeps a file whose parts come one after another; of parts that end with an error nothing is kept. */
  keep(file: PinnedFile, parts: AsyncIterable<Uint8Array>): Promise<void>;
};

/** Bytes read at a time. */
const partSize = 1 << 16;

/** A file of the disk in parts, each a piece of memory of its own. */
function* partsAt(path: string): Generator<Uint8Array> {
  const file = openSync(path, "r");
  try {
    for (;;) {
      const part = new Uint8Array(partSize);
      const length = readSync(file, part);
      if (length === 0) return;
      yield part.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/** The same, held against its SHA-256 once more: what is read to its end is what was pinned. Throws a Fault at the end of anything else. */
function* pinnedParts(path: string, sha256: string): Generator<Uint8Array> {
  const hash = createHash("sha256");
  for (const part of partsAt(path)) {
    hash.update(part);
    yield part;
  }
  if (hash.digest("hex") !== sha256)
    throw new Fault("Завантажений файл змінився, поки його читали: npm run fetch-files.");
}

/** Is there a file of just this size and content? */
function isWhole(path: string, { bytes, sha256 }: PinnedFile): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.size !== bytes) return false;
  const hash = createHash("sha256");
  for (const part of partsAt(path)) hash.update(part);
  return hash.digest("hex") === sha256;
}

/**
 * The fetched files of a project. A copy is held against its sum once in a process, before anything is read of it; a
 * damaged one counts as none, and the next fetching puts a whole one in its place.
 */
export function openFetchedFiles(project: string): FetchedFiles {
  const folder = join(cacheOf(project), "files");
  const pathOf = ({ sha256 }: PinnedFile) => join(folder, sha256);
  const looked = new Map<string, boolean>();
  const isKept = (file: PinnedFile): boolean => {
    const key = `${file.sha256} ${file.bytes}`;
    const known = looked.get(key) ?? isWhole(pathOf(file), file);
    if (!looked.has(key) && known) touch(pathOf(file), Date.now());
    looked.set(key, known);
    return known;
  };
  return {
    find(file) {
      if (!isKept(file)) return undefined;
      const path = pathOf(file);
      const { bytes, sha256 } = file;
      return {
        size: bytes,
        kind: "file",
        sha256,
        bytes: () => readFileSync(path),
        parts: () => pinnedParts(path, sha256),
      };
    },
    sums: () =>
      existsSync(folder)
        ? readdirSync(folder)
            .filter((name) => /^[0-9a-f]{64}$/.test(name))
            .sort()
        : [],
    async keep(file, parts) {
      mkdirSync(folder, { recursive: true });
      sweep(folder, Date.now());
      const fresh = `${pathOf(file)}.${process.pid}.new`;
      try {
        const target = await open(fresh, "w");
        try {
          for await (const part of parts) await target.writeFile(part);
        } finally {
          await target.close();
        }
        renameSync(fresh, pathOf(file));
      } finally {
        rmSync(fresh, { force: true });
      }
      looked.clear();
    },
  };
}
