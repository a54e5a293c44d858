import type { DatasetChange } from "../model/reports/review.ts";
import type { DatasetSource, Repository } from "../model/repository.ts";
import type { Tree, TreeFile } from "../model/tree.ts";
import { pinnedFile } from "../schemas/data/pinned.ts";

/** A file as far as two of them are compared: of one that lies elsewhere its sum is known, and its bytes may not be at hand. */
type Comparable = Pick<TreeFile, "size" | "sha256" | "blob"> & Partial<Pick<TreeFile, "bytes">>;
type SetFiles = ReadonlyMap<string, Comparable>;

/** Do both files stand, with the same bytes? */
export function sameBytes(a: Comparable | undefined, b: Comparable | undefined): boolean {
  if (a === undefined || b === undefined || a.size !== b.size) return false;
  if (a.sha256 !== undefined && b.sha256 !== undefined) return a.sha256 === b.sha256;
  // Two commits of a repository: git keeps one content under a name, and nobody has to read it.
  if (a.blob !== undefined && b.blob !== undefined) return a.blob === b.blob;
  if (!a.bytes || !b.bytes) return false;
  const [left, right] = [a.bytes(), b.bytes()];
  return left === right || left.every((byte, index) => byte === right[index]);
}

/** Files of a set: those of its folder by their names, those that lie elsewhere and are pinned by their addresses. */
export const filesOf = (
  { tree, fetched }: Pick<Repository, "tree" | "fetched">,
  { id, folder, value }: Pick<DatasetSource, "id" | "folder" | "value">,
): SetFiles =>
  new Map<string, Comparable>([
    ...filesIn(tree, id),
    ...value.resources.flatMap((resource) => {
      const pinned = pinnedFile(resource);
      if (!pinned) return [];
      const known = { size: pinned.bytes, sha256: pinned.sha256 };
      return [[pinned.url, fetched.get(`${folder}/${pinned.url}`) ?? known] as const];
    }),
  ]);

const folders = new WeakMap<Tree, Map<string, Map<string, TreeFile>>>();

/** Files of a set's folder, by name; a tree is walked once. */
function filesIn(tree: Tree, id: string): Map<string, TreeFile> {
  let known = folders.get(tree);
  if (!known) {
    known = new Map();
    for (const [path, file] of tree) {
      const inFolder = /^data\/datasets\/([^/]+)\/(.+)/s.exec(path);
      if (!inFolder) continue;
      const [, folder = "", name = ""] = inFolder;
      const files = known.get(folder) ?? new Map<string, TreeFile>();
      known.set(folder, files.set(name, file));
    }
    folders.set(tree, known);
  }
  return known.get(id) ?? new Map();
}

/** Two states of a set's files → those that went and came, got another name, hold other bytes. */
export function fileChanges(before: SetFiles, after: SetFiles): DatasetChange["files"] {
  const gone = [...before.keys()].filter((name) => !after.has(name));
  const fresh = [...after.keys()].filter((name) => !before.has(name));
  const renamed = new Map<string, string>();
  const heirs = new Set<string>();
  for (const from of gone) {
    const to = fresh.find(
      (name) => !heirs.has(name) && sameBytes(before.get(from), after.get(name)),
    );
    if (to === undefined) continue;
    renamed.set(from, to);
    heirs.add(to);
  }
  return {
    removed: gone.filter((name) => !renamed.has(name)),
    added: fresh.filter((name) => !heirs.has(name)),
    renamed: [...renamed].map(([from, to]) => ({ from, to })),
    changed: [...after.keys()].filter(
      (name) => before.has(name) && !sameBytes(before.get(name), after.get(name)),
    ),
  };
}
