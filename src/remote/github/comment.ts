import { z } from "zod";
import type { Review } from "../../model/reports/review.ts";
import { type GitHubClient, GitHubError } from "./client.ts";

/** Marks the portal's own comments on a pull request, so that there is one of a kind and it is kept up to date. */
const marks = { review: "<!-- portal-review -->", merge: "<!-- portal-merge -->" };
/** A comment holds 65 536 characters. */
export const longestComment = 60_000;

const pullSchema = z.object({
  number: z.int().positive(),
  state: z.string(),
  head: z.object({ sha: z.string(), label: z.string() }),
});
const commentSchema = z.object({
  id: z.int().positive(),
  body: z.string().nullish(),
  user: z.object({ login: z.string(), type: z.string() }).nullish(),
});

/** The commit a check ran on, as GitHub told of it; the branch's name is a stranger's text. */
export type Head = { sha: string; owner: string; branch: string };

/**
 * The open pull request from this branch whose last commit is this one; undefined where there is none or more than one.
 * Its number is never taken from the change's own report: who writes the report could send the comment anywhere. A
 * fork's commit is not found by its hash, so its branch is asked too; and a commit of one person's may be the head of
 * another's request, so the hash alone is not enough.
 */
export async function findPullRequest(
  client: GitHubClient,
  { sha, owner, branch }: Head,
): Promise<number | undefined> {
  if (!/^[0-9a-f]{40}$/.test(sha)) return undefined;
  const found = [
    ...(await client.list(`commits/${sha}/pulls`)),
    ...(await client.list("pulls", { state: "open", head: `${owner}:${branch}` })),
  ].flatMap((pull) => pullSchema.safeParse(pull).data ?? []);
  const numbers = found
    .filter(
      ({ state, head }) =>
        state === "open" && head.sha === sha && head.label === `${owner}:${branch}`,
    )
    .map(({ number }) => number);
  return new Set(numbers).size === 1 ? numbers[0] : undefined;
}

const fileSchema = z.object({ filename: z.string(), previous_filename: z.string().optional() });

/** GitHub lists so many files of a pull request and no more. */
const mostFiles = 3000;

/**
 * Files a pull request changes outside data/ and content/, as GitHub tells: a change that rewrites the check may write
 * its own report, and says nothing of it there. Undefined where GitHub does not answer, answers in another shape or lists
 * as many files as it lists at most: that is no «nothing changed».
 */
export async function changedCode(
  client: GitHubClient,
  pull: number,
): Promise<string[] | undefined> {
  try {
    const files = z
      .array(fileSchema)
      .max(mostFiles - 1)
      .safeParse(await client.list(`pulls/${pull}/files`));
    return files.data
      ?.flatMap(({ filename, previous_filename }) =>
        previous_filename === undefined ? [filename] : [filename, previous_filename],
      )
      .filter((file) => !/^(data|content)\//.test(file))
      .sort();
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return undefined;
  }
}

/** A report with what GitHub says of the code in place of what the report says; the verdict is at least «look» then. */
export function withCode(review: Review, code: readonly string[] | undefined): Review {
  const { code: _, codeUnknown: __, verdict, ...told } = review;
  const seen = { ...told, ...(code ? { code: [...code] } : { codeUnknown: "failed" as const }) };
  const looked = verdict === "fine" && code?.length !== 0 ? "look" : verdict;
  return { verdict: looked, ...seen };
}

/** Writes the comment, or writes it anew where it is there already. Others' comments are never touched. */
export async function keepComment(
  client: GitHubClient,
  pull: number,
  text: string,
  kind: keyof typeof marks = "review",
): Promise<"written" | "updated" | "same"> {
  const mark = marks[kind];
  const body = `${mark}\n${text}`;
  const own = (await client.list(`issues/${pull}/comments`))
    .flatMap((comment) => commentSchema.safeParse(comment).data ?? [])
    .find(
      ({ body: known, user }) =>
        user?.type === "Bot" && user.login === "github-actions[bot]" && known?.startsWith(mark),
    );
  if (!own) {
    await client.send("POST", `issues/${pull}/comments`, { body });
    return "written";
  }
  if (own.body?.replaceAll("\r\n", "\n") === body) return "same";
  await client.send("PATCH", `issues/comments/${own.id}`, { body });
  return "updated";
}
