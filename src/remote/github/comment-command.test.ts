import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { runScriptAsync } from "../../test/fixtures/built-site.ts";
import { openGitHubStandIn, type StandInPull } from "../../test/fixtures/github-stand-in.ts";
import { issue, pull, review, sha } from "../../test/fixtures/reviewed-pull.ts";

const folder = mkdtempSync(join(tmpdir(), "portal-comment-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let github: Awaited<ReturnType<typeof openGitHubStandIn>>;
let pulls: StandInPull[];

beforeEach(async () => {
  pulls = [];
  github = await openGitHubStandIn([issue()], "secret", pulls);
});

afterEach(() => github.close());

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

  test("leads to the pages of the request before and after", async () => {
    pulls.push(pull());
    await run(JSON.stringify(review));
    expect(written()[0]).toMatch(
      /\[Сторінки наборів до і після\]\(https:\/\/[\w.-]+\/review\/\?request=7\)/,
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
