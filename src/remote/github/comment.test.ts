import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Review } from "../../model/reports/review.ts";
import { renderReviewJson } from "../../review/report/json.ts";
import { parseReport } from "../../review/report/parse.ts";
import { longestReport } from "../../schemas/reports/review.ts";
import { runScriptAsync } from "../../test/fixtures/built-site.ts";
import {
  openGitHubStandIn,
  type StandInIssue,
  type StandInPull,
} from "../../test/fixtures/github-stand-in.ts";
import { openReach } from "../reach.ts";
import { GitHubError, openGitHub } from "./client.ts";
import { changedCode, findPullRequest, keepComment, withCode } from "./comment.ts";

const sha = "a".repeat(40);
const folder = mkdtempSync(join(tmpdir(), "portal-comment-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const pull = (more: Partial<StandInPull> = {}): StandInPull => ({
  number: 7,
  state: "open",
  sha,
  head: "clerk:stops",
  ...more,
});
const issue: () => StandInIssue = () => ({
  number: 7,
  title: "Зупинки",
  body: "",
  state: "open",
  labels: [],
  pullRequest: true,
  comments: [],
});
const review: Review = {
  verdict: "fine",
  fresh: [],
  standing: [],
  mended: [],
  datasets: [],
  others: [{ path: "content/news/stops.mdx", kind: "changed", fields: [] }],
  code: [],
};

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

describe("npm run comment", () => {
  const path = join(folder, "report.json");
  const run = (text: string, environment: Record<string, string> = {}) => {
    writeFileSync(path, text);
    return runScriptAsync("comment", [path, "--allow-loopback"], {
      GITHUB_API_URL: github.api,
      GITHUB_REPOSITORY: "council/data",
      GITHUB_TOKEN: "secret",
      HEAD_SHA: sha,
      HEAD_OWNER: "clerk",
      HEAD_BRANCH: "stops",
      RUN_URL: "https://github.com/council/data/actions/runs/5",
      ...environment,
    });
  };
  const written = () => github.issues[0]?.comments.map(({ body }) => body) ?? [];

  test("writes what the reviewer reads first, and where the whole report is", async () => {
    pulls.push(pull({ fork: true }));
    expect(await run(JSON.stringify(review))).toMatchObject({ status: 0 });
    expect(written()[0]).toMatch(
      /^<!-- portal-review -->\n## Можна схвалювати[\s\S]*actions\/runs\/5/,
    );
  });

  test.each<[what: string, files: StandInPull["files"], told: string | undefined]>([
    ["only data", ["data/datasets/stops/stops.csv", "content/news/a.mdx"], undefined],
    ["the check itself", [".github/workflows/check.yml"], ".github/workflows/check.yml"],
    ["a file moved out of the code", [["src/rules/a.ts", "data/a.ts"]], "src/rules/a.ts"],
    ["a folder that only begins like data", ["database/a.csv"], "database/a.csv"],
  ])("the report says that no code changed; GitHub says: %s", async (_, files, told) => {
    pulls.push(pull({ files: files ?? [] }));
    await run(JSON.stringify(review));
    const [text = ""] = written();
    expect([
      text.includes("## Можна схвалювати"),
      text.includes("могла змінити й саму перевірку"),
      told !== undefined && text.includes(told),
    ]).toEqual([told === undefined, told !== undefined, told !== undefined]);
  });

  test("a report that is none becomes a comment that says so", async () => {
    pulls.push(pull());
    expect((await run("<html>")).status).toBe(0);
    expect(written()[0]).toContain("Перевірку не завершено");
  });

  test("an address that is none is not linked", async () => {
    pulls.push(pull());
    await run(JSON.stringify(review), { RUN_URL: "javascript:alert(1)" });
    expect(written()[0]).not.toContain("javascript");
  });

  test("a review longer than a comment is cut, and GitHub takes it", async () => {
    pulls.push(pull());
    const long = {
      ...review,
      verdict: "blocked",
      fresh: Array.from({ length: 300 }, (_, index) => ({
        rule: "cells-valid" as const,
        severity: "warning",
        place: { file: `data/datasets/a/${index}.csv` },
        message: "м".repeat(4000),
        hint: "п".repeat(900),
      })),
    };
    expect((await run(JSON.stringify(long))).status).toBe(0);
    expect(written()[0]?.length).toBeLessThan(65_536);
    expect(written()[0]).toContain("Звіт обрізано");
  });

  test.each([
    ["no right to write", [403 as const]],
    ["the pull request is gone", [404 as const]],
    ["too long after all", [422 as const]],
    ["GitHub is down", [500 as const, 500 as const, 500 as const]],
    ["the hour's calls are spent", ["spent" as const]],
  ])("%s: a warning, and nothing turns red", async (_, faults) => {
    pulls.push(pull());
    github.faults.push(...faults);
    const { status, stdout } = await run(JSON.stringify(review));
    expect([status, /^::warning::Коментаря не записано/m.test(stdout)]).toEqual([0, true]);
  });
});

test("a report is read up to its longest, and not beyond", () => {
  const report = JSON.stringify({
    verdict: "fine",
    fresh: [],
    standing: [],
    mended: [],
    datasets: [],
    others: [],
    code: [],
  });
  expect(parseReport(report.padEnd(longestReport))?.verdict).toBe("fine");
  expect(parseReport(report.padEnd(longestReport + 1))).toBeUndefined();
  expect(parseReport("{")).toBeUndefined();
});
