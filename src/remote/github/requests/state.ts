import type { z } from "zod";
import type { Checks, FileBytes, OpenRequest, Remark, Request, RequestState } from "../../forge.ts";
import { type GitHubApi, GitHubError } from "../client.ts";
import { checksSchema, pullFileSchema, pullSchema, remarkSchema } from "./answers.ts";
import { readAs } from "./problems.ts";
import { readBlob } from "./trees.ts";

export type Pull = z.infer<typeof pullSchema>;

export const toRequest = ({ number, title, html_url, head }: Pull): Request => ({
  number,
  title,
  address: html_url,
  head: head.sha,
  branch: head.ref,
});

export const toOpenRequest = (pull: Pull): OpenRequest => ({
  ...toRequest(pull),
  author: pull.user?.login ?? "",
  ...(pull.created_at === undefined ? {} : { opened: pull.created_at }),
});

export const stateOf = ({ state, merged_at }: Pull): RequestState["state"] =>
  merged_at ? "merged" : state;

export const readPull = async (api: GitHubApi, repository: string, number: number): Promise<Pull> =>
  readAs(pullSchema, await api.get(`repos/${repository}/pulls/${number}`), "request");

/** Conclusions that block nothing (docs.github.com, «About status checks»). */
const passing = ["success", "neutral", "skipped"];

/** The checks of a commit; a key without the right to see them leaves them unknown. */
async function readChecks(api: GitHubApi, repository: string, commit: string): Promise<Checks> {
  try {
    const answer = await api.get(`repos/${repository}/commits/${commit}/check-runs`, {
      per_page: "100",
    });
    const runs = readAs(checksSchema, answer, "checks").check_runs.map(
      ({ name, status, conclusion, html_url }): Checks["runs"][number] => ({
        name,
        state:
          status !== "completed"
            ? "running"
            : passing.includes(conclusion ?? "")
              ? "passed"
              : "failed",
        ...(html_url ? { address: html_url } : {}),
      }),
    );
    const some = (state: string) => runs.some((run) => run.state === state);
    if (runs.length === 0) return { state: "none", runs };
    return { state: some("failed") ? "failed" : some("running") ? "running" : "passed", runs };
  } catch (error) {
    if (error instanceof GitHubError && error.fault === "forbidden")
      return { state: "unknown", runs: [] };
    throw error;
  }
}

const verdicts: Record<string, Remark["verdict"]> = {
  APPROVED: "approved",
  CHANGES_REQUESTED: "changes",
};

function toRemark(answer: unknown): Remark[] {
  const { user, body, created_at, submitted_at, state, path, line } = readAs(
    remarkSchema,
    answer,
    "comment",
  );
  const verdict = verdicts[state ?? ""];
  const text = body ?? "";
  if (text === "" && verdict === undefined) return [];
  return [
    {
      who: user?.login ?? "",
      robot: user?.type === "Bot",
      text,
      when: submitted_at ?? created_at ?? "",
      ...(verdict ? { verdict } : {}),
      ...(path === undefined ? {} : { place: { path, ...(line ? { line } : {}) } }),
    },
  ];
}

/** Everything said under a request, in the order it was said: comments, reviews, and words beside lines. */
async function readRemarks(api: GitHubApi, repository: string, number: number): Promise<Remark[]> {
  const remarks: Remark[] = [];
  for (const list of [
    `issues/${number}/comments`,
    `pulls/${number}/reviews`,
    `pulls/${number}/comments`,
  ])
    remarks.push(...(await api.list(`repos/${repository}/${list}`)).flatMap(toRemark));
  return remarks.sort((a, b) => (a.when < b.when ? -1 : 1));
}

const readFileList = async (api: GitHubApi, repository: string, number: number) =>
  (await api.list(`repos/${repository}/pulls/${number}/files`)).map((file) =>
    readAs(pullFileSchema, file, "requestFile"),
  );

/** How a request stands now. */
export async function readState(
  api: GitHubApi,
  repository: string,
  pull: Pull,
): Promise<RequestState> {
  const { number } = pull;
  const files = await readFileList(api, repository, number);
  return {
    ...toRequest(pull),
    state: stateOf(pull),
    author: pull.user?.login ?? "",
    checks: await readChecks(api, repository, pull.head.sha),
    remarks: await readRemarks(api, repository, number),
    files: files.map(({ filename }) => filename),
    collides: pull.mergeable === null || pull.mergeable === undefined ? undefined : !pull.mergeable,
  };
}

/** Files of a request as they would become, those of the paths that are wanted; nothing where one goes. */
export async function readFiles(
  api: GitHubApi,
  repository: string,
  { number, head }: Pull,
  isWanted: (path: string) => boolean = () => true,
): Promise<ReadonlyMap<string, FileBytes | undefined>> {
  const found = new Map<string, FileBytes | undefined>();
  for (const { filename, status, sha, previous_filename } of await readFileList(
    api,
    repository,
    number,
  )) {
    if (status === "renamed" && previous_filename !== undefined && isWanted(previous_filename))
      found.set(previous_filename, undefined);
    if (!isWanted(filename)) continue;
    const gone = status === "removed" || sha === null;
    // Blobs of a copy that is gone are still the portal's own.
    found.set(
      filename,
      gone ? undefined : await readBlob(api, head.repo?.full_name ?? repository, sha),
    );
  }
  return found;
}
