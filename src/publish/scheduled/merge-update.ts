import type { Line } from "../../model/blocks.ts";
import type { DatasetChange, Review } from "../../model/reports/review.ts";
import type { Tree } from "../../model/tree.ts";
import type { FileBytes } from "../../remote/forge.ts";
import type { GitHubClient } from "../../remote/github/client.ts";
import { findPullRequest, type Head } from "../../remote/github/comment.ts";
import {
  type ComparedCommits,
  compareCommits,
  headOfBranch,
  mergeAt,
  type PullToMerge,
  readBlobOfCommit,
  readPullToMerge,
} from "../../remote/github/merge.ts";
import { sameBytes } from "../../review/files.ts";
import { requestFaults, setToMerge } from "../../review/merge/request.ts";
import { updateFaults } from "../../review/merge/update.ts";
import { treeAfter } from "../tree-of-submission.ts";

/** The portal as it is checked out: what is merged into, and by whose rules and list it is judged. */
export type Main = {
  commit: string;
  tree: Tree;
  /** Sets whose clean updates may be merged without a person. */
  allowed: readonly string[];
  /** Files of another commit; undefined where there is no such commit. */
  treeAt(commit: string): Tree | undefined;
  /** What a reviewer would be told of the portal with other files. */
  review(after: Tree): Review;
};

/** What became of a request. */
export type MergeOutcome =
  /** There is no such open request, or the portal lets nothing in it be merged by itself. */
  | { kind: "none" }
  | { kind: "left"; number: number; id: string; faults: Line[] }
  | { kind: "merged"; number: number; id: string; change: DatasetChange };

const pathsOf = ({ files }: ComparedCommits): string[] | undefined =>
  files?.flatMap(({ path, former }) => (former === undefined ? [path] : [former, path]));

/** Files that somebody else changed on the portal since the request left it: GitHub would join the two line by line. */
function changedMeanwhile({ tree, treeAt }: Main, { from, files = [] }: ComparedCommits): string[] {
  const before = treeAt(from);
  return files
    .map(({ path }) => path)
    .filter((path) => before?.has(path) || tree.has(path))
    .filter((path) => !sameBytes(before?.get(path), tree.get(path)));
}

/** The request's files in place of the portal's own. They are read as data: nothing of them is run. */
async function treeWith(client: GitHubClient, { tree }: Main, { files = [] }: ComparedCommits) {
  const read = new Map<string, FileBytes | undefined>();
  for (const { path, blob } of files)
    read.set(path, blob === undefined ? undefined : await readBlobOfCommit(client, blob));
  return treeAfter(tree, { files: read });
}

/** Has the portal moved since it was checked out in anything but other sets' files? Then the judgement holds no more. */
async function hasMoved(
  client: GitHubClient,
  { commit }: Main,
  { main }: PullToMerge,
  id: string,
): Promise<boolean> {
  const now = await headOfBranch(client, main);
  if (now === commit) return false;
  const paths = pathsOf(await compareCommits(client, commit, now));
  const ofOthers = (path: string) =>
    path.startsWith("data/datasets/") && !path.startsWith(`data/datasets/${id}/`);
  return !paths?.every(ofOthers);
}

const moved: Line = [
  "Поки запит перевіряли, портал змінився. Запустіть роботу check цього запиту ще раз.",
];

/**
 * Merges a request where its head commit is a clean update of a set the portal allows it for, and says otherwise why a
 * person must look. All is read and judged anew: nothing that a run of the change's own code wrote is believed. Throws a
 * GitHubError where GitHub does not answer.
 * @param head the commit that was checked; a request with another one by now is left alone
 */
export async function mergeUpdate(
  client: GitHubClient,
  main: Main,
  head: Head,
): Promise<MergeOutcome> {
  const number = main.allowed.length === 0 ? undefined : await findPullRequest(client, head);
  if (number === undefined) return { kind: "none" };
  const pull = await readPullToMerge(client, number);
  const compared = await compareCommits(client, main.commit, head.sha);
  const paths = pathsOf(compared);
  const id = setToMerge(paths ?? [], main.allowed);
  if (id === undefined || !pull.open || pull.head !== head.sha) return { kind: "none" };
  const left = (...faults: Line[]): MergeOutcome => ({ kind: "left", number, id, faults });

  const asked = requestFaults({ ...pull, paths }, id);
  if (asked.length > 0) return left(...asked);
  const meanwhile = changedMeanwhile(main, compared);
  if (meanwhile.length > 0)
    return left([
      "Поки запит чекав, те саме змінили на порталі: ",
      { code: meanwhile.join(", ") },
      ".",
    ]);
  const review = main.review(await treeWith(client, main, compared));
  const change = review.datasets.find((one) => one.id === id);
  const faults = updateFaults(review, id);
  if (!change || faults.length > 0) return left(...faults);
  if (await hasMoved(client, main, pull, id)) return left(moved);

  const merged = await mergeAt(client, number, head.sha, `Оновлення набору ${id} (#${number})`);
  return merged.merged
    ? { kind: "merged", number, id, change }
    : left(["GitHub не прийняв: ", { code: merged.said }, "."]);
}
