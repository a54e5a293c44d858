import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { openShelf } from "./shelf.ts";

/** A file by its path in a folder. */
export type PackedFile = { path: string; content: Uint8Array };

/** Files that were made together, kept by what they were made of. */
export type Packs = {
  /** Puts the files of a key into a folder, in which they are not yet → their paths; nothing where none are kept. */
  unpack(key: string, folder: string): string[] | undefined;
  pack(key: string, files: readonly PackedFile[]): void;
  has(key: string): boolean;
};

/** Keeps nothing: every file is made again. */
export const noPacks: Packs = { unpack: () => undefined, pack() {}, has: () => false };

/** Packs beside the project's libraries: a line of JSON with paths and lengths, then the files one after another. */
export function openPacks(project: string, name: string): Packs {
  const shelf = openShelf(project, name);
  return {
    has: shelf.has,
    unpack(key, folder) {
      const kept = shelf.read(key);
      if (!kept) return undefined;
      const end = kept.indexOf("\n");
      const files: [path: string, bytes: number][] = JSON.parse(kept.toString("utf8", 0, end));
      let at = end + 1;
      const places = new Set<string>();
      for (const [path, bytes] of files) {
        const target = join(folder, path);
        const place = dirname(target);
        if (!places.has(place)) mkdirSync(place, { recursive: true });
        places.add(place);
        writeFileSync(target, kept.subarray(at, at + bytes));
        at += bytes;
      }
      return files.map(([path]) => path);
    },
    pack(key, files) {
      const list = files.map(({ path, content }) => [path, content.length]);
      shelf.write(key, `${JSON.stringify(list)}\n`, ...files.map(({ content }) => content));
    },
  };
}
