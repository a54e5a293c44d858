import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { renderReviewJson } from "../../review/report/json.ts";
import { parseReport } from "../../review/report/parse.ts";
import { openGitHubStandIn, type StandInPull } from "../../test/fixtures/github-stand-in.ts";
import { issue, pull, review, sha } from "../../test/fixtures/reviewed-pull.ts";
import { openReach } from "../reach.ts";
import { GitHubError, openGitHub } from "./client.ts";
import { changedCode, findPullRequest, keepComment, withCode } from "./comment.ts";

let github: Awaited<ReturnType<typeof openGitHubStandIn>>;
let pulls: StandInPull[];

beforeEach(async () => {
  pulls = [];
  github = await openGitHubStandIn([issue()], "secret", pulls);
});

afterEach(() => github.close());
const client = () =>
  openGitHub({
    repository: "council/data",
    api: github.api,
    fetch: openReach({ allowLoopback: true }),
    token: "secret",
    pauses: [1],
  });

const head = { sha, owner: "clerk", branch: "stops" };

describe("the pull request is found by its commit, never by what the report says", () => {
  test.each<[what: string, pulls: StandInPull[], found: number | undefined]>([
    ["of this repository", [pull()], 7],
    ["of a fork", [pull({ fork: true })], 7],
    ["already closed", [pull({ state: "closed" })], undefined],
    ["with a newer commit by now", [pull({ sha: "b".repeat(40), fork: true })], undefined],
    ["none", [], undefined],
    [
      "two of one branch, only one at this commit",
      [pull({ number: 3, sha: "b".repeat(40) }), pull({ fork: true })],
      7,
    ],
    [
      "one of a stranger's with the same commit from another branch",
      [pull({ number: 3, head: "mallory:x" }), pull({ fork: true })],
      7,
    ],
    ["two of the same branch at the same commit", [pull({ number: 3 }), pull()], undefined],
  ])("%s", async (_, given, found) => {
    pulls.push(...given);
    expect(await findPullRequest(client(), head)).toBe(found);
  });

  test("a hash that is none is not asked for", async () => {
    expect(await findPullRequest(client(), { ...head, sha: "../../issues" })).toBeUndefined();
    expect(github.calls).toEqual([]);
  });

  test("a branch's name is a value and nothing more", async () => {
    await findPullRequest(client(), { ...head, branch: "x&state=all#" });
    expect(github.calls.at(-1)).toBe("GET pulls");
  });
});

test("one comment: written, left alone while it says the same, written anew when it does not", async () => {
  expect(await keepComment(client(), 7, "Добре")).toBe("written");
  expect(await keepComment(client(), 7, "Добре")).toBe("same");
  expect(await keepComment(client(), 7, "Погано")).toBe("updated");
  expect(github.issues[0]?.comments.map(({ body }) => body)).toEqual([
    "<!-- portal-review -->\nПогано",
  ]);
});

test("a stranger's comment with the same mark is not ours, and is not touched", async () => {
  github.issues[0]?.comments.push({
    id: 55,
    body: "<!-- portal-review -->\nСхвалено",
    created: "2026-11-20T09:00:00Z",
  });
  expect(await keepComment(client(), 7, "Погано")).toBe("written");
  expect(github.issues[0]?.comments[0]?.body).toBe("<!-- portal-review -->\nСхвалено");
});

describe("a report is hostile until it is shaped", () => {
  const whole = JSON.stringify(review);
  test("the check's own report is read as it is", () => {
    expect(parseReport(whole)).toEqual(review);
  });
  test("what a change can make of the check's own report is still one", () => {
    const long = "я".repeat(9000);
    const finding = {
      rule: "cells-valid" as const,
      severity: "error" as const,
      place: { file: long },
      message: long,
      hint: long,
    };
    const read = parseReport(renderReviewJson({ ...review, fresh: [finding] }));
    expect(read?.fresh[0]?.message).toBe(`${"я".repeat(4999)}…`);
  });
  test.each([
    ["nothing", ""],
    ["no JSON", "<html>"],
    ["a list", "[]"],
    ["a field too many", whole.replace("{", '{"pull":1,')],
    ["another verdict", whole.replace("fine", "approved")],
    [
      "a rule that is a path",
      whole.replace(
        '"fresh":[]',
        '"fresh":[{"rule":"../x","severity":"error","place":{"file":"a"},"message":"m","hint":"h"}]',
      ),
    ],
    [
      "a sentence of ten thousand letters",
      whole.replace("content/news/stops.mdx", "x".repeat(10_000)),
    ],
    ["eleven megabytes", `${" ".repeat(11_000_000)}${whole}`],
  ])("%s is no report", (_, text) => {
    expect(parseReport(text)).toBeUndefined();
  });
});

describe("what GitHub does not tell of the code is no «nothing changed»", () => {
  const answering = (list: () => Promise<unknown[]>) => ({ ...client(), list });
  const names = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ filename: `data/${index}.csv` }));
  test.each<[what: string, list: () => Promise<unknown[]>, code: string[] | undefined]>([
    ["only data", async () => names(3), []],
    ["code", async () => [...names(3), { filename: "src/a.ts" }], ["src/a.ts"]],
    ["no answer", () => Promise.reject(new GitHubError("unreachable", "немає зв’язку")), undefined],
    ["a file without a name", async () => [...names(3), { path: "src/a.ts" }], undefined],
    ["as many files as it lists at most", async () => names(3000), undefined],
  ])("%s", async (_, list, code) => {
    expect(await changedCode(answering(list), 7)).toEqual(code);
  });
  test.each<[code: string[] | undefined, verdict: string]>([
    [[], "fine"],
    [["src/a.ts"], "look"],
    [undefined, "look"],
  ])("%j: %s", (code, verdict) => {
    const told = withCode({ ...review, code: ["README.md"] }, code);
    expect([told.verdict, told.code, told.codeUnknown]).toEqual([
      verdict,
      code,
      code ? undefined : "failed",
    ]);
    expect(withCode({ ...review, verdict: "blocked" }, code).verdict).toBe("blocked");
  });
});
