import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { parse } from "yaml";
import type { Commit, History } from "../../model/repository.ts";
import type { DiskCache } from "../disk/disk-cache.ts";
import { readFilesAt } from "./git-tree.ts";

type Written = Readonly<Record<string, unknown>>;
/** A file's path → how what it says is taken apart; undefined of a file nobody asks about. */
export type PartsOf = (path: string) => ((written: Written) => Written) | undefined;

/** Files whose newest two versions are read by one call of git. */
const readTogether = 500;

/** A version as it was written; a file that was not there, or cannot be read, said nothing. */
function writtenIn(bytes: Uint8Array | undefined): Written {
  if (!bytes) return {};
  try {
    const value: unknown = parse(new TextDecoder().decode(bytes));
    return typeof value === "object" && value !== null ? (value as Written) : {};
  } catch {
    return {};
  }
}

/**
 * Says of a file, for each part of what it says, the commit that last changed it: a comment, an order of lines, another
 * field changes none. Versions are compared from the newest on and no further than needed; what was found is kept by the
 * commits of the file.
 * @param code hash of the sources that take files apart: what others found is not believed
 */
export function openLastSaid(
  root: string,
  { commits }: Pick<History, "commits">,
  partsOf: PartsOf,
  { kept, code }: { kept: DiskCache; code: string },
): NonNullable<History["said"]> {
  const asked = [...commits].flatMap(([path, own]) =>
    partsOf(path) && own.length > 1 ? [path] : [],
  );
  const order = new Map(asked.map((path, place) => [path, place]));
  let newest = new Map<string, (Uint8Array | undefined)[]>();

  function newestOf(path: string): (Uint8Array | undefined)[] {
    if (!newest.has(path)) {
      const from = order.get(path) ?? 0;
      const some = asked.slice(from, from + readTogether);
      const versions = readFilesAt(
        root,
        some.flatMap((file) =>
          (commits.get(file) ?? []).slice(0, 2).map(({ hash }) => ({ hash, path: file })),
        ),
      );
      newest = new Map(some.map((file, place) => [file, versions.slice(place * 2, place * 2 + 2)]));
    }
    return newest.get(path) ?? [];
  }

  const versionOf = (path: string, place: number, hash: string): Uint8Array | undefined =>
    place < 2 ? newestOf(path)[place] : readFilesAt(root, [{ hash, path }])[0];

  /** Of each part, the place of the commit that brought what it says. */
  function search(path: string, own: readonly Commit[], take: (written: Written) => Written) {
    const at = (place: number) => take(writtenIn(versionOf(path, place, own[place]?.hash ?? "")));
    const now = at(0);
    const found: Record<string, number> = {};
    const open = new Set(Object.keys(now));
    for (let place = 1; place < own.length && open.size > 0; place++) {
      const before = at(place);
      for (const part of open)
        if (!isDeepStrictEqual(now[part], before[part])) {
          found[part] = place - 1;
          open.delete(part);
        }
    }
    for (const part of open) found[part] = own.length - 1;
    return found;
  }

  return (path) => {
    const own = commits.get(path) ?? [];
    const take = partsOf(path);
    if (!take || own.length < 2) return undefined;
    const key = createHash("sha256")
      .update(JSON.stringify([code, path, ...own.map(({ hash }) => hash)]))
      .digest("hex");
    const places = kept(key, () => search(path, own, take));
    return Object.fromEntries(
      Object.entries(places).flatMap(([part, place]) => {
        const commit = own[place];
        return commit ? [[part, commit]] : [];
      }),
    );
  };
}
