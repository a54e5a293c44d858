import type { Files } from "../../tree-of-submission.ts";

export const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/**
 * Files that come to a thread anew with every question → those that came before, where their bytes are the same: what
 * was read of them is then known.
 */
export function rememberFiles(): (files: Files) => Files {
  let kept: Files = new Map();
  return (files) => {
    const same = new Map(
      [...files].map(([path, bytes]) => {
        const before = kept.get(path);
        return [path, before && isSame(before, bytes) ? before : bytes] as const;
      }),
    );
    const isUnchanged =
      same.size === kept.size && [...same].every(([path, bytes]) => kept.get(path) === bytes);
    if (!isUnchanged) kept = same;
    return kept;
  };
}
