import type { Tree, TreeFile } from "../model/tree.ts";
import type { Submission } from "./submission.ts";

/** Files by their paths in the repository. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Of bytes there is one file, so that what was read of them once is known again. */
const made = new WeakMap<Uint8Array, TreeFile>();
function fileOf(bytes: Uint8Array): TreeFile {
  const file = made.get(bytes) ?? { size: bytes.length, kind: "file", bytes: () => bytes };
  made.set(bytes, file);
  return file;
}

/** Files as a tree, sorted by path. */
export const treeOfFiles = (files: Iterable<readonly [string, Uint8Array]>): Tree =>
  new Map(
    [...files]
      .map(([path, bytes]) => [path, fileOf(bytes)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Files as they will be once a submission is merged. */
export function filesAfter(
  before: Iterable<readonly [string, Uint8Array]>,
  { files }: Pick<Submission, "files">,
): Map<string, Uint8Array> {
  const after = new Map(before);
  for (const [path, bytes] of files) {
    if (bytes) after.set(path, bytes);
    else after.delete(path);
  }
  return after;
}

/** The whole portal as it will be once a submission is merged. */
export function treeAfter(before: Tree, { files }: Pick<Submission, "files">): Tree {
  const after = new Map(before);
  for (const [path, bytes] of files) {
    if (bytes) after.set(path, fileOf(bytes));
    else after.delete(path);
  }
  return new Map([...after].sort(([a], [b]) => (a < b ? -1 : 1)));
}
