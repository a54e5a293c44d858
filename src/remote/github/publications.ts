import { z } from "zod";
import { type GitHubClient, GitHubError } from "./client.ts";

const deploymentSchema = z.object({ id: z.int().positive(), created_at: z.string() });
const statusSchema = z.object({ state: z.string() });
const runsSchema = z.object({
  workflow_runs: z.array(z.object({ created_at: z.string() })),
});

/** Was anything ever published from a repository? `day`: yyyy-mm-dd of a publication. */
export type Publications =
  | { state: "never" }
  | { state: "once"; day: string }
  | { state: "unknown"; why: string };

/** Deployments looked at; of one that failed more often somebody must say what is meant. */
const most = 20;
const failed = new Set(["failure", "error"]);

/**
 * Did a deployment come to nothing? GitHub forgets statuses after 90 days (docs.github.com, «Deployment statuses»), so one
 * without any may have succeeded.
 */
async function cameToNothing(client: GitHubClient, id: number): Promise<boolean> {
  const statuses = (await client.list(`deployments/${id}/statuses`)).flatMap(
    (status) => statusSchema.safeParse(status).data ?? [],
  );
  return (
    statuses.some(({ state }) => failed.has(state)) &&
    !statuses.some(({ state }) => state === "success" || state === "inactive")
  );
}

/**
 * What GitHub remembers of publications: deployments of any environment, and runs of this workflow that succeeded. Only
 * where it shows both and neither is there was nothing published; all that is in doubt counts as published or unknown.
 * @param workflow name of the file of the workflow that publishes: publish.yml
 */
export async function readPublications(
  client: GitHubClient,
  workflow: string,
): Promise<Publications> {
  try {
    const runs = runsSchema.safeParse(
      await client.get(`actions/workflows/${encodeURIComponent(workflow)}/runs`, {
        status: "success",
        per_page: "1",
      }),
    );
    if (!runs.success) return { state: "unknown", why: "GitHub відповів не так, як очікує портал" };
    const [run] = runs.data.workflow_runs;
    if (run) return { state: "once", day: run.created_at.slice(0, 10) };
    const deployments = z
      .array(deploymentSchema)
      .safeParse(await client.get("deployments", { per_page: "100" }));
    if (!deployments.success)
      return { state: "unknown", why: "GitHub відповів не так, як очікує портал" };
    for (const [index, { id, created_at }] of deployments.data.entries())
      if (index >= most || !(await cameToNothing(client, id)))
        return { state: "once", day: created_at.slice(0, 10) };
    return { state: "never" };
  } catch (error) {
    if (error instanceof GitHubError) return { state: "unknown", why: error.message };
    throw error;
  }
}
