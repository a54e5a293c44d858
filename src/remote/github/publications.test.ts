import { expect, test } from "vitest";
import { type GitHubClient, GitHubError } from "./client.ts";
import { readPublications } from "./publications.ts";

type Remembered = {
  runs?: string[];
  deployments?: { id: number; created_at: string }[];
  statuses?: Record<number, string[]>;
};

/** A repository that remembers so much. */
const clientOf = ({ runs = [], deployments = [], statuses = {} }: Remembered): GitHubClient => ({
  get: async (path) =>
    path === "deployments"
      ? deployments
      : { workflow_runs: runs.map((day) => ({ created_at: `${day}T00:00:00Z` })) },
  list: async (path) => (statuses[Number(path.split("/")[1])] ?? []).map((state) => ({ state })),
  send: () => Promise.reject(new Error("Nothing is written.")),
});
const at = (id: number) => ({ id, created_at: `2026-11-${10 + id}T00:00:00Z` });
const read = (remembered: Remembered) => readPublications(clientOf(remembered), "publish.yml");

test("nothing was deployed, and no run succeeded: never", async () => {
  expect(await read({})).toEqual({ state: "never" });
});

test("tries that all failed are no publication", async () => {
  expect(
    await read({
      deployments: [at(2), at(1)],
      statuses: { 1: ["error", "pending"], 2: ["failure"] },
    }),
  ).toEqual({ state: "never" });
});

test.each<[string, Remembered, string]>([
  ["a run succeeded, whatever it deployed to", { runs: ["2026-11-05"] }, "2026-11-05"],
  [
    "a deployment succeeded before one that failed",
    { deployments: [at(2), at(1)], statuses: { 1: ["success"], 2: ["failure"] } },
    "2026-11-11",
  ],
  [
    "another took its place",
    { deployments: [at(1)], statuses: { 1: ["inactive", "failure"] } },
    "2026-11-11",
  ],
  ["its statuses are forgotten", { deployments: [at(1)] }, "2026-11-11"],
  [
    "so many failed that not all were looked at",
    {
      deployments: Array.from({ length: 21 }, () => at(1)),
      statuses: { 1: ["failure"] },
    },
    "2026-11-11",
  ],
])("%s: published", async (_, remembered, day) => {
  expect(await read(remembered)).toEqual({ state: "once", day });
});

test("what GitHub does not show is unknown", async () => {
  const refusing = {
    ...clientOf({}),
    get: () => Promise.reject(new GitHubError("forbidden", "GitHub не дозволяє")),
  };
  expect(await readPublications(refusing, "publish.yml")).toEqual({
    state: "unknown",
    why: "GitHub не дозволяє",
  });
  const odd = { ...clientOf({}), get: async () => ({}) };
  expect((await readPublications(odd, "publish.yml")).state).toBe("unknown");
});
