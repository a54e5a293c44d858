import type { FileBytes } from "../../forge.ts";
import { type GitHubApi, GitHubError } from "../client.ts";
import { blobSchema, commitSchema, treeSchema } from "./answers.ts";
import { parseBase64 } from "./bytes.ts";
import { readAs, Stopped } from "./problems.ts";

/** Some files of a commit: the names of their blobs by path, and the name of its tree. */
export type FilesAt = { tree: string; blobs: ReadonlyMap<string, string> };

/**
 * Reads folders of a repository, each once: two commits share what neither changed.
 * @returns a function: commit, paths → the blobs of those paths that are there; undefined where there is no such commit
 */
export function openTrees(api: GitHubApi, repository: string) {
  type Entry = { type: string; sha: string };
  const folders = new Map<string, ReadonlyMap<string, Entry>>();

  async function folderOf(sha: string): Promise<ReadonlyMap<string, Entry>> {
    const known = folders.get(sha);
    if (known) return known;
    const answer = await api.get(`repos/${repository}/git/trees/${sha}`);
    const { tree, truncated } = readAs(treeSchema, answer, "list");
    // A folder read in part would make files that are there look as if they were not.
    if (truncated) throw new Stopped({ kind: "odd-answer", about: "partial" });
    const folder = new Map(tree.map(({ path, type, sha }) => [path, { type, sha }]));
    folders.set(sha, folder);
    return folder;
  }

  async function blobAt(tree: string, path: string): Promise<string | undefined> {
    const names = path.split("/");
    let at: Entry | undefined = { type: "tree", sha: tree };
    for (const name of names) {
      if (at?.type !== "tree") return undefined;
      at = (await folderOf(at.sha)).get(name);
    }
    return at?.type === "blob" ? at.sha : undefined;
  }

  return async (commit: string, paths: Iterable<string>): Promise<FilesAt | undefined> => {
    const answer = await commitOf(api, repository, commit);
    if (answer === undefined) return undefined;
    const blobs = new Map<string, string>();
    for (const path of paths) {
      const blob = await blobAt(answer.tree.sha, path);
      if (blob !== undefined) blobs.set(path, blob);
    }
    return { tree: answer.tree.sha, blobs };
  };
}

/** A commit's description; undefined where the repository has none of this name. */
async function commitOf(api: GitHubApi, repository: string, commit: string) {
  try {
    const answer = await api.get(`repos/${repository}/git/commits/${commit}`);
    return readAs(commitSchema, answer, "commit");
  } catch (error) {
    if (error instanceof GitHubError && ["missing", "refused"].includes(error.fault))
      return undefined;
    throw error;
  }
}

/** The bytes of a blob. */
export async function readBlob(api: GitHubApi, repository: string, sha: string) {
  const answer = await api.get(`repos/${repository}/git/blobs/${sha}`);
  try {
    return parseBase64(readAs(blobSchema, answer, "content").content);
  } catch (error) {
    if (error instanceof Stopped) throw error;
    throw new Stopped({ kind: "odd-answer", about: "content" });
  }
}

/** The bytes of a blob that may not be there. */
export const readBlobOf = async (
  api: GitHubApi,
  repository: string,
  sha: string | undefined,
): Promise<FileBytes | undefined> =>
  sha === undefined ? undefined : readBlob(api, repository, sha);
