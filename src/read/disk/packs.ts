import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { openShelf } from "./shelf.ts";

/** Files that were made together, kept by what they were made of. */
export type Packs = {
  /** Puts the files of a key into a folder, in which they are not yet → their paths; nothing where none are kept. */
  unpack(key: string, folder: string): string[] | undefined;
  /** Keeps files of a folder, by paths in it. */
  pack(key: string, folder: string, paths: readonly string[]): void;
};

/** Keeps nothing: every file is made again. */
export const noPacks: Packs = { unpack: () => undefined, pack() {} };

/** Packs beside the project's libraries: a line of JSON with paths and lengths, then the files one after another. */
export function openPacks(project: string, name: string): Packs {
  const shelf = openShelf(project, name);
  return {
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
    pack(key, folder, paths) {
      const contents = paths.map((path) => readFileSync(join(folder, path)));
      const list = paths.map((path, index) => [normalize(path), contents[index]?.length]);
      shelf.write(key, `${JSON.stringify(list)}\n`, ...contents);
    },
  };
}
