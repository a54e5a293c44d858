import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type LastSite, type ListedFile, sha256 } from "./last-site.ts";
import { openShelf } from "./shelf.ts";

/** A file by its path in a folder. */
export type PackedFile = { path: string; content: Uint8Array };

/** Files that were made together, kept by what they were made of. */
export type Packs = {
  /**
   * Puts the files of a key into a folder, in which they are not yet → their paths; nothing where none are kept. Other
   * work goes on meanwhile: a disk may take longer to make a file than to fill it.
   * @param last the site they may lie in already: where each does, byte for byte, nothing is written, they stay
   */
  unpack(key: string, folder: string, last?: LastSite): Promise<string[] | undefined>;
  /** Keeps files → what they are. */
  pack(key: string, files: readonly PackedFile[]): ListedFile[];
  has(key: string): boolean;
  /** What is kept under a key: each file with its size and its sum. */
  list(key: string): ListedFile[] | undefined;
};

/** Keeps nothing: every file is made again. */
export const noPacks: Packs = {
  unpack: async () => undefined,
  pack: () => [],
  has: () => false,
  list: () => undefined,
};

/** A file's size and SHA-256, in hexadecimal digits. */
export const listed = ({ path, content }: PackedFile): ListedFile => ({
  path,
  bytes: content.length,
  sha256: sha256(content),
});

/** Packs beside the project's libraries: a list of files with their hashes, and the files one after another. */
export function openPacks(project: string, name: string): Packs {
  const lists = openShelf(project, `${name}-lists`);
  const contents = openShelf(project, name);
  const listOf = (key: string): ListedFile[] | undefined => {
    const list = lists.read(key);
    return list && JSON.parse(list.toString());
  };
  return {
    has: contents.has,
    list: (key) => (contents.has(key) ? listOf(key) : undefined),
    async unpack(key, folder, last) {
      const files = last?.list(key) ?? listOf(key);
      if (!files) return undefined;
      if (!last?.keeps(key, files)) {
        const content = contents.read(key);
        if (!content) return undefined;
        const places = files.map(({ path }) => path).map(openPlaces(folder));
        let at = 0;
        const written = files.map(({ bytes }, index) => {
          at += bytes;
          return writeFile(places[index] ?? "", content.subarray(at - bytes, at));
        });
        // Each has ended, well or not, before anybody may take the folder away.
        await Promise.allSettled(written);
        await Promise.all(written);
        last?.note(key, files, folder);
      }
      return files.map(({ path }) => path);
    },
    pack(key, files) {
      const list = files.map(listed);
      contents.write(key, ...files.map(({ content }) => content));
      lists.write(key, JSON.stringify(list));
      return list;
    },
  };
}

/** A file's path in a folder → its place, in folders that are there. */
export function openPlaces(folder: string): (path: string) => string {
  const known = new Set<string>();
  return (path) => {
    const target = join(folder, path);
    const place = dirname(target);
    if (!known.has(place)) mkdirSync(place, { recursive: true });
    known.add(place);
    return target;
  };
}
