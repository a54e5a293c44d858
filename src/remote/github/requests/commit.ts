import { largestFile } from "../../../model/tree.ts";
import type { Change, FileBytes, Made } from "../../forge.ts";
import { type GitHubApi, GitHubError } from "../client.ts";
import { madeSchema } from "./answers.ts";
import { toBase64 } from "./bytes.ts";
import { readAs, Stopped } from "./problems.ts";

/** Where a commit is made: the repository, the commits it stands on, and the tree that its files are put into. */
export type Place = { repository: string; parents: readonly string[]; tree: string };

/**
 * One commit of all the files that differ. What a try before has made is not made again; `kept` is told of each thing as
 * soon as it is there. Nothing points to the commit yet, so a half-made one changes nothing.
 * @returns the commit's name
 */
export async function makeCommit(
  api: GitHubApi,
  { repository, parents, tree }: Place,
  change: Pick<Change, "files" | "message">,
  differing: ReadonlyMap<string, string | undefined>,
  kept: Made,
): Promise<string> {
  const git = `repos/${repository}/git`;
  for (const [path, name] of differing) {
    const bytes = change.files.get(path);
    if (name === undefined || bytes === undefined || kept.blobs?.includes(name)) continue;
    const made = await sendBlob(api, git, path, bytes);
    // What arrived is not what was sent: better no request than one with broken data.
    if (made !== name) throw new Stopped({ kind: "odd-answer", about: "altered", path });
    kept.blobs = [...(kept.blobs ?? []), name];
  }
  const entries = [...differing].map(([path, sha]) => ({
    path,
    mode: "100644",
    type: "blob",
    sha: sha ?? null,
  }));
  const newTree = await api.send("POST", `${git}/trees`, { base_tree: tree, tree: entries });
  const commit = await api.send("POST", `${git}/commits`, {
    message: change.message,
    tree: readAs(madeSchema, newTree, "tree").sha,
    parents,
  });
  return readAs(madeSchema, commit, "commit").sha;
}

async function sendBlob(
  api: GitHubApi,
  git: string,
  path: string,
  bytes: FileBytes,
): Promise<string> {
  try {
    const answer = await api.send("POST", `${git}/blobs`, {
      content: toBase64(bytes),
      encoding: "base64",
    });
    return readAs(madeSchema, answer, "file").sha;
  } catch (error) {
    const { status, said = "" } = (error instanceof GitHubError && error.answer) || {};
    if (status === 413 || (status === 422 && /too large/i.test(said)))
      throw new Stopped({ kind: "too-large", path, size: bytes.length, most: largestFile });
    throw error;
  }
}
