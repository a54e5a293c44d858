import type { Change, Conflict, FileBytes, Proposed } from "../../forge.ts";
import type { GitHubApi } from "../client.ts";
import { blobName } from "./bytes.ts";
import { Stopped } from "./problems.ts";
import { openTrees, readBlobOf } from "./trees.ts";

/** A change against a repository's newest commit. */
export type Compared =
  | { kind: "conflict"; baseKnown: boolean; files: Conflict[] }
  /** Files that differ from the newest commit, with the name of each one's blob; nothing where one goes. */
  | { kind: "fits"; tree: string; differing: ReadonlyMap<string, string | undefined> };

/**
 * Compares the change's own files, and no others, in three commits: the one it was begun from, the newest, and itself. A
 * file is in conflict where the newest differs from both: somebody changed it, and not to what the change says.
 */
export async function compareChange(
  api: GitHubApi,
  repository: string,
  head: string,
  { files, base }: Pick<Change, "files" | "base">,
): Promise<Compared> {
  const filesAt = openTrees(api, repository);
  const paths = [...files.keys()].sort();
  const newest = await filesAt(head, paths);
  if (!newest) throw new Stopped({ kind: "odd-answer", about: "state" });
  const before =
    base === head ? newest : base === undefined ? undefined : await filesAt(base, paths);
  const mine = new Map<string, string | undefined>();
  for (const path of paths) mine.set(path, await nameOf(files.get(path)));

  const differing = paths.filter((path) => newest.blobs.get(path) !== mine.get(path));
  const fought = differing.filter((path) =>
    before ? before.blobs.get(path) !== newest.blobs.get(path) : newest.blobs.has(path),
  );
  if (fought.length > 0) {
    const conflicts: Conflict[] = [];
    for (const path of fought)
      conflicts.push({
        path,
        base: await readBlobOf(api, repository, before?.blobs.get(path)),
        theirs: await readBlobOf(api, repository, newest.blobs.get(path)),
        mine: files.get(path),
      });
    return { kind: "conflict", baseKnown: before !== undefined, files: conflicts };
  }
  return {
    kind: "fits",
    tree: newest.tree,
    differing: new Map(differing.map((path) => [path, mine.get(path)])),
  };
}

const nameOf = async (bytes: FileBytes | undefined): Promise<string | undefined> =>
  bytes === undefined ? undefined : blobName(bytes);

/** A conflict as an answer: nothing was sent. */
export const toConflict = (
  head: string,
  { baseKnown, files }: Extract<Compared, { kind: "conflict" }>,
): Proposed => ({ outcome: "conflict", head, baseKnown, files });
