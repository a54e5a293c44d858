import { wait } from "../../retry.ts";
import { type GitHubApi, GitHubError } from "../client.ts";
import { copySchema, refSchema } from "./answers.ts";
import { readAs, Stopped, saidBy } from "./problems.ts";

/** Branches of one name that are tried: «…-2» and so on. */
const mostOfOneName = 20;

/** The last commit of a branch; undefined where there is none. */
export async function headOf(
  api: GitHubApi,
  repository: string,
  branch: string,
): Promise<string | undefined> {
  try {
    const answer = await api.get(`repos/${repository}/git/ref/heads/${branch}`);
    return readAs(refSchema, answer, "branch").object.sha;
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    // A copy that is still being made has no branches, or says that it is empty.
    if (error.fault === "missing" || error.answer?.status === 409) return undefined;
    throw error;
  }
}

/**
 * A new branch at a commit: of the name asked for, or the first numbered one that is free. A branch that is there is
 * never moved; one that is at this very commit is ours, made by a call whose answer was lost.
 */
export async function makeBranch(
  api: GitHubApi,
  repository: string,
  name: string,
  commit: string,
): Promise<string> {
  for (let number = 1; number <= mostOfOneName; number++) {
    const branch = number === 1 ? name : `${name}-${number}`;
    try {
      await api.send("POST", `repos/${repository}/git/refs`, {
        ref: `refs/heads/${branch}`,
        sha: commit,
      });
      return branch;
    } catch (error) {
      if (!(error instanceof GitHubError) || !/already exists/i.test(saidBy(error))) throw error;
      if ((await headOf(api, repository, branch)) === commit) return branch;
    }
  }
  throw new Stopped({ kind: "branches-taken", name });
}

/** The person's copy of a repository, made where there is none; waited for until it answers, as long as `pauses` last. */
export async function makeCopy(
  api: GitHubApi,
  repository: string,
  pauses: readonly number[],
): Promise<string> {
  const answer = await api.send("POST", `repos/${repository}/forks`, { default_branch_only: true });
  const { full_name, default_branch } = readAs(copySchema, answer, "copy");
  for (const pause of [0, ...pauses]) {
    await wait(pause);
    if ((await headOf(api, full_name, default_branch)) !== undefined) return full_name;
  }
  throw new Stopped({ kind: "copy-late" });
}

/**
 * Writes into a copy. One that has fallen behind its portal may refuse what stands on the portal's newest commit: it is
 * brought up to date then, as its owner would by «Sync fork», and asked once more.
 */
export async function inCopy<T>(
  api: GitHubApi,
  copy: string,
  branch: string,
  write: () => Promise<T>,
): Promise<T> {
  const isBehind = (error: unknown): boolean =>
    error instanceof GitHubError && ["missing", "refused"].includes(error.fault);
  try {
    return await write();
  } catch (error) {
    if (!isBehind(error)) throw error;
  }
  try {
    await api.send("POST", `repos/${copy}/merge-upstream`, { branch });
    return await write();
  } catch (error) {
    if (!isBehind(error)) throw error;
    throw new Stopped({ kind: "copy-behind", address: `https://github.com/${copy}` });
  }
}
