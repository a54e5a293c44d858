import { describe, expect, test } from "vitest";
import { type GitHubClient, GitHubError } from "./client.ts";
import { changedCode, findPullRequest, keepComment } from "./comment.ts";

/** A client that answers lists by path, and keeps what is sent. */
function fake(lists: Record<string, unknown[]>) {
  const sent: unknown[][] = [];
  const client: GitHubClient = {
    get: async () => undefined,
    list: async (path) => {
      const found = lists[path];
      if (!found) throw new Error(`Nobody was to ask for ${path}.`);
      return found;
    },
    send: async (...call) => {
      sent.push(call);
      return {};
    },
  };
  return { client, sent };
}

describe("the portal's comment", () => {
  const mark = "<!-- portal-review -->";
  const bot = { login: "github-actions[bot]", type: "Bot" };
  const kept = async (...comments: object[]) => {
    const { client, sent } = fake({ "issues/7/comments": comments });
    return [await keepComment(client, 7, "Текст"), ...sent];
  };
  const written = ["written", ["POST", "issues/7/comments", { body: `${mark}\nТекст` }]];
  test("is its own alone: another's, a robot's of another name, one without the mark, one nobody wrote", async () => {
    const body = `${mark}\nІнше`;
    expect(await kept({ id: 1, body, user: { ...bot, type: "User" } })).toEqual(written);
    expect(await kept({ id: 1, body, user: { ...bot, login: "other[bot]" } })).toEqual(written);
    expect(await kept({ id: 1, body: "Інше", user: bot })).toEqual(written);
    expect(await kept({ id: 1, body, user: null })).toEqual(written);
    expect(await kept({ id: 1, body: null, user: bot })).toEqual(written);
    expect(await kept({ body, user: bot })).toEqual(written);
    expect(await kept({ id: 5, body, user: bot })).toEqual([
      "updated",
      ["PATCH", "issues/comments/5", { body: `${mark}\nТекст` }],
    ]);
  });
  test("is the same where only the ends of lines differ", async () => {
    expect(await kept({ id: 5, body: `${mark}\r\nТекст`, user: bot })).toEqual(["same"]);
  });
});

describe("a pull request and its code", () => {
  const sha = `${"0123456789abcdef".repeat(2)}01234567`;
  const lists = (pull: object) => ({ [`commits/${sha}/pulls`]: [pull], pulls: [] });
  const pull = { number: 7, state: "open", head: { sha, label: "clerk:stops" } };
  test.each<[what: string, pull: object, asked: string, found: number | undefined]>([
    ["its own", pull, sha, 7],
    ["closed", { ...pull, state: "closed" }, sha, undefined],
    ["of another commit", { ...pull, head: { ...pull.head, sha: "f".repeat(40) } }, sha, undefined],
    ["of another's branch", { ...pull, head: { ...pull.head, label: "x:stops" } }, sha, undefined],
    ["in another form", { ...pull, number: "7" }, sha, undefined],
    ["a longer hash", pull, `${sha}0`, undefined],
    ["a hash after something else", pull, `x${sha}`, undefined],
  ])("%s", async (_, given, asked, found) => {
    const { client } = fake(lists(given));
    expect(await findPullRequest(client, { sha: asked, owner: "clerk", branch: "stops" })).toBe(
      found,
    );
  });

  test("files outside data and content, in order; of a renamed one both names", async () => {
    const files = [
      { filename: "src/b.ts" },
      { filename: "data/a.csv", previous_filename: "scripts/a.ts" },
      { filename: "content/news/a.mdx" },
      { filename: "src/data/a.ts", previous_filename: "data/b.csv" },
    ];
    expect(await changedCode(fake({ "pulls/7/files": files }).client, 7)).toEqual([
      "scripts/a.ts",
      "src/b.ts",
      "src/data/a.ts",
    ]);
    expect(await changedCode(fake({ "pulls/7/files": [{ name: "a" }] }).client, 7)).toBeUndefined();
  });

  test("GitHub's refusal is no answer; a fault of ours is a fault", async () => {
    const failing = (error: Error) =>
      changedCode({ ...fake({}).client, list: () => Promise.reject(error) }, 7);
    expect(await failing(new GitHubError("forbidden", "ні"))).toBeUndefined();
    await expect(failing(new RangeError("наша"))).rejects.toThrow("наша");
  });
});
