import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { examplePortal } from "../rules/example-portal.ts";
import { runScriptAsync } from "./fixtures/built-site.ts";
import { bytes, openClerk, sent, stops } from "./fixtures/forge/clerk.ts";
import { portalFolder } from "./fixtures/written-portal.ts";

const { folder } = portalFolder();
const { clerk, forgeOf, changeOf } = openClerk();
const rows = (count: number) =>
  `id,name,platforms\n${Array.from({ length: count }, (_, at) => `${at + 1},Зупинка ${at + 1},1\n`).join("")}`;

test("npm run merge merges what is clean, says under the request what it did, and tells the job", async () => {
  const { github } = clerk;
  github.kept.keys.robot = { login: "github-actions[bot]", scopes: ["repo"] };
  github.portal.pushers.add("github-actions[bot]");
  github.commit({
    "data/portal.yaml": `${examplePortal["data/portal.yaml"]}mergeCleanUpdates: [stops]\n`,
    [stops]: rows(20),
  });
  const root = join(folder, "clone");
  execFileSync("git", ["clone", "-q", github.bare.folder, root]);
  const output = join(folder, "output");
  const run = (head: string) =>
    runScriptAsync("merge", ["--root", root, "--allow-loopback"], {
      GITHUB_API_URL: github.api,
      GITHUB_REPOSITORY: "council/data",
      GITHUB_TOKEN: "robot",
      GITHUB_OUTPUT: output,
      HEAD_SHA: head,
      HEAD_OWNER: "council",
      HEAD_BRANCH: "dataset-update-stops-2026-11-29",
      PORTAL_DATE: "2026-11-29",
    });
  const files = (text: string) => new Map([[stops, bytes(text)]]);
  const base = github.head();
  const unclean = sent(await forgeOf().propose(changeOf({ base, files: files(rows(17)) })));
  expect(await run(unclean.head)).toMatchObject({ status: 0, stderr: "" });
  const comments = () => github.kept.pulls[0]?.comments.map(({ body }) => body) ?? [];
  expect(comments()).toHaveLength(1);
  expect(comments()[0]).toMatch(
    /^<!-- portal-merge -->\n## Само не прийнято[\s\S]*вилучено 3 рядки з 20/,
  );
  expect(existsSync(output)).toBe(false);

  const clean = await forgeOf().correct(unclean, changeOf({ base, files: files(rows(22)) }));
  expect(await run(sent(clean).head)).toMatchObject({ status: 0, stderr: "" });
  expect(comments()).toHaveLength(1);
  expect(comments()[0]).toMatch(
    /^<!-- portal-merge -->\n## Прийнято без людини[\s\S]*додано 2 рядки[\s\S]*Revert/,
  );
  expect(readFileSync(output, "utf8")).toBe("merged=true\n");
  expect(github.bare.git(["show", `main:${stops}`])).toBe(rows(22).trimEnd());
});
