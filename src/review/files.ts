import type { DatasetChange } from "../model/reports/review.ts";
import type { Tree, TreeFile } from "../model/tree.ts";

/** Do both files stand, with the same bytes? */
export function sameBytes(a: TreeFile | undefined, b: TreeFile | undefined): boolean {
  if (a === undefined || b === undefined || a.size !== b.size) return false;
  const [left, right] = [a.bytes(), b.bytes()];
  return left === right || left.every((byte, index) => byte === right[index]);
}

const folders = new WeakMap<Tree, Map<string, Map<string, TreeFile>>>();

/** Files of a set's folder, by name; a tree is walked once. */
export function filesIn(tree: Tree, id: string): Map<string, TreeFile> {
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

/** Two folders of a set → files that went and came, got another name, hold other bytes. */
export function fileChanges(
  before: Map<string, TreeFile>,
  after: Map<string, TreeFile>,
): DatasetChange["files"] {
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
