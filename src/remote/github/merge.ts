import { z } from "zod";
import type { FileBytes } from "../forge.ts";
import { type GitHubClient, GitHubError } from "./client.ts";
import { parseBase64 } from "./requests/bytes.ts";
import { saidBy } from "./requests/problems.ts";

const hash = z.string().regex(/^[0-9a-f]{40}$/);
const repository = z.object({ full_name: z.string(), default_branch: z.string() });
const pullSchema = z.object({
  number: z.int().positive(),
  state: z.string(),
  draft: z.boolean().default(false),
  author_association: z.string(),
  user: z.object({ login: z.string() }).nullish(),
  head: z.object({
    sha: hash,
    ref: z.string(),
    repo: z.object({ full_name: z.string() }).nullish(),
  }),
  base: z.object({ ref: z.string(), repo: repository }),
});
const reviewSchema = z.object({
  user: z.object({ login: z.string() }).nullish(),
  state: z.string(),
});
const fileSchema = z.object({
  filename: z.string(),
  previous_filename: z.string().optional(),
  status: z.string(),
  sha: hash.nullish(),
});
const comparedSchema = z.object({
  status: z.string(),
  merge_base_commit: z.object({ sha: hash }),
  files: z.array(fileSchema),
});
const refSchema = z.object({ object: z.object({ sha: hash }) });
const mergedSchema = z.object({
  merged: z.boolean().default(false),
  head: z.object({ sha: hash }),
});
const blobSchema = z.object({ content: z.string(), encoding: z.literal("base64") });

/** An answer read by its schema. Throws a GitHubError where it has another shape. */
function shaped<S extends z.ZodType>(schema: S, answer: unknown): z.infer<S> {
  const read = schema.safeParse(answer);
  if (read.success) return read.data;
  throw new GitHubError("unreachable", "GitHub відповів не так, як очікує портал");
}

/** GitHub lists so many files of two compared commits and no more (docs.github.com, «Compare two commits»). */
const mostFiles = 300;

/** A request as it stands, as far as merging it without a person is concerned. */
export type PullToMerge = {
  number: number;
  open: boolean;
  own: boolean;
  member: boolean;
  author: string;
  draft: boolean;
  toMain: boolean;
  /** Its last commit now, and the name of its branch. */
  head: string;
  branch: string;
  /** Name of the branch the portal is published from. */
  main: string;
  objecting: string[];
};

/** What GitHub calls those who belong to a repository: its owner, the organisation's members, invited collaborators. */
const belonging = ["OWNER", "MEMBER", "COLLABORATOR"];

/** Reviewers whose last word on a request is that it needs changes. */
async function objectingTo(client: GitHubClient, number: number): Promise<string[]> {
  const last = new Map<string, string>();
  for (const answer of await client.list(`pulls/${number}/reviews`)) {
    const { user, state } = shaped(reviewSchema, answer);
    if (["APPROVED", "CHANGES_REQUESTED", "DISMISSED"].includes(state))
      last.set(user?.login ?? "", state);
  }
  return [...last].flatMap(([login, state]) => (state === "CHANGES_REQUESTED" ? [login] : []));
}

/** A request by its number. Throws a GitHubError. */
export async function readPullToMerge(client: GitHubClient, number: number): Promise<PullToMerge> {
  const pull = shaped(pullSchema, await client.get(`pulls/${number}`));
  return {
    number,
    open: pull.state === "open",
    own: pull.head.repo?.full_name === pull.base.repo.full_name,
    member: belonging.includes(pull.author_association),
    author: pull.user?.login ?? "",
    draft: pull.draft,
    toMain: pull.base.ref === pull.base.repo.default_branch,
    head: pull.head.sha,
    branch: pull.head.ref,
    main: pull.base.repo.default_branch,
    objecting: await objectingTo(client, number),
  };
}

/** Files that differ between two commits: each with the name of its blob; of one that goes there is none. */
export type ComparedCommits = {
  /** The commit both come from. */
  from: string;
  /** Absent where GitHub lists as many as it lists at most: that is no whole list. */
  files: { path: string; former?: string; blob?: string }[] | undefined;
};

/** What came to a commit since another, both by their names, which no later push can change. */
export async function compareCommits(
  client: GitHubClient,
  base: string,
  head: string,
): Promise<ComparedCommits> {
  const answer = await client.get(`compare/${base}...${head}`);
  const { merge_base_commit, files } = shaped(comparedSchema, answer);
  return {
    from: merge_base_commit.sha,
    files:
      files.length >= mostFiles
        ? undefined
        : files.map(({ filename, previous_filename, status, sha }) => ({
            path: filename,
            ...(previous_filename === undefined ? {} : { former: previous_filename }),
            ...(status === "removed" || !sha ? {} : { blob: sha }),
          })),
  };
}

/** The bytes of a blob. */
export const readBlobOfCommit = async (client: GitHubClient, blob: string): Promise<FileBytes> =>
  parseBase64(shaped(blobSchema, await client.get(`git/blobs/${blob}`)).content);

/** The last commit of a branch. */
export const headOfBranch = async (client: GitHubClient, branch: string): Promise<string> =>
  shaped(refSchema, await client.get(`git/ref/heads/${branch}`)).object.sha;

/** What became of a merge; `said`: why GitHub did not do it, in its own words. */
export type Merged = { merged: true } | { merged: false; said: string };

/**
 * Merges a request at this very commit: where its branch has another by now GitHub refuses. An answer that was lost is
 * looked for, because merging twice is refused too.
 */
export async function mergeAt(
  client: GitHubClient,
  number: number,
  sha: string,
  title: string,
): Promise<Merged> {
  try {
    await client.send("PUT", `pulls/${number}/merge`, { sha, commit_title: title });
    return { merged: true };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const now = shaped(mergedSchema, await client.get(`pulls/${number}`));
    if (now.merged && now.head.sha === sha) return { merged: true };
    return { merged: false, said: saidBy(error) || error.message };
  }
}
