import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validate } from "@actions/languageservice";
import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "yaml";
import { project } from "./fixtures/built-site.ts";
import { checkWorkflow, workflowRules } from "./fixtures/workflow-rules.ts";

const folder = join(project, ".github/workflows");
const files = readdirSync(folder).sort();
const textOf = (file: string) => readFileSync(join(folder, file), "utf8");
/** 1 is an error to the language service; some of its errors have no severity at all. */
const isError = ({ severity = 1 }: { severity?: number }) => severity === 1;
let asked = 0;
/** An address of its own for each: the service remembers what it said of an address. */
const errorsOf = async (text: string) =>
  (await validate(TextDocument.create(`file:///${++asked}.yml`, "yaml", 1, text)))
    .filter(isError)
    .map(({ message }) => message);

test("there are five workflows, and each is read here", () => {
  expect(files).toEqual(["check.yml", "merge.yml", "nightly.yml", "publish.yml", "report.yml"]);
});

describe("GitHub's own language service", () => {
  test.each(files)("finds no error in %s", async (file) => {
    expect(await errorsOf(textOf(file))).toEqual([]);
  });
  test("would find one", async () => {
    expect(
      await errorsOf(textOf("check.yml").replace("timeout-minutes: 20", "timeout: 20")),
    ).not.toEqual([]);
    expect(
      await errorsOf(
        textOf("check.yml").replace("needs: [review, tests]", "needs: [review, test]"),
      ),
    ).not.toEqual([]);
  });
});

describe.each(Object.keys(workflowRules))("%s", (name) => {
  test.each(files)("in %s", (file) => {
    expect(checkWorkflow(workflowRules[name] ?? (() => ["no rule"]), textOf(file), file)).toEqual(
      [],
    );
  });
});

/** What GitHub fills in before a command is run. */
const expression = (name: string) => `$\{{ ${name} }}`;

const night = "the night's site is built when the night's checks have ended, never by the clock";
const merging =
  "what is merged by itself was checked, is the portal's own, and is judged by its code alone";
const attested = "what was published is attested, and nothing runs beside the key";

/** Each rule fails on a workflow where only that was broken. */
const mutations: [rule: string, file: string, from: string | RegExp, to: string][] = [
  ["nothing is permitted at the top", "check.yml", "permissions: {}\nconcurrency", "concurrency"],
  [
    "nothing is permitted at the top",
    "check.yml",
    "permissions: {}\nconcurrency",
    "permissions: write-all\nconcurrency",
  ],
  ["a job may do only what it needs", "check.yml", "contents: read", "contents: write"],
  [
    "a job may do only what it needs",
    "publish.yml",
    "id-token: write",
    "id-token: write\n      contents: write",
  ],
  [
    "every action is pinned to a commit, its version beside it",
    "check.yml",
    /@[0-9a-f]{40} # v7\.0\.1/,
    "@v7",
  ],
  ["every action is pinned to a commit, its version beside it", "report.yml", / # v8\.0\.1/, ""],
  [
    "no stranger's words inside a command",
    "report.yml",
    "npm run -s comment --",
    `echo ${expression("github.event.workflow_run.head_branch")} &&`,
  ],
  [
    "no stranger's words inside a command",
    "check.yml",
    '--base "$BASE" --head HEAD\n',
    `--base ${expression("github.event.pull_request.base.sha")}\n`,
  ],
  ["never on pull_request_target", "check.yml", "  pull_request:", "  pull_request_target:"],
  [
    "the required workflow runs on every change",
    "check.yml",
    "  pull_request:",
    "  pull_request:\n    paths: [data/**]",
  ],
  ["the required workflow answers a merge queue", "check.yml", "  merge_group:\n", ""],
  ["every job ends by itself", "nightly.yml", "    timeout-minutes: 30\n", ""],
  [
    "two runs do not cross, and no deployment is cut short",
    "report.yml",
    /concurrency:[\s\S]*?false\n/,
    "",
  ],
  [
    "two runs do not cross, and no deployment is cut short",
    "publish.yml",
    "cancel-in-progress: false",
    "cancel-in-progress: true",
  ],
  ["a checkout keeps no key", "check.yml", "          persist-credentials: false\n", ""],
  [
    "what shards made is taken after the libraries, whose coming would take it away",
    "publish.yml",
    "        run: npm run -s libraries\n",
    "        run: 'true'\n",
  ],
  ["dates come from the whole history", "publish.yml", "          fetch-depth: 0\n", ""],
  ["no cache is restored", "publish.yml", "          package-manager-cache: false\n", ""],
  [
    "one gate waits for all and lets no skipped job pass",
    "check.yml",
    "    if: always()\n    needs",
    "    needs",
  ],
  [
    "one gate waits for all and lets no skipped job pass",
    "check.yml",
    "needs: [review, tests]",
    "needs: [review]",
  ],
  [
    "one gate waits for all and lets no skipped job pass",
    "check.yml",
    " || needs.tests.result != 'success'",
    "",
  ],
  ["the change is judged by the base branch's code", "check.yml", "path: trusted", "path: judge"],
  [
    "the change is judged by the base branch's code",
    "check.yml",
    "working-directory: trusted",
    "working-directory: change",
  ],
  [
    "the site is published only through the harvest gate",
    "publish.yml",
    "harvest-gate -- --live",
    "harvest-gate -- --help",
  ],
  ["the site is published only through the harvest gate", "publish.yml", "    needs: build\n", ""],
  [night, "publish.yml", "types: [completed]", "types: [requested]"],
  [night, "publish.yml", "workflows: [nightly]", "workflows: [check]"],
  [
    night,
    "publish.yml",
    "  workflow_dispatch:",
    '  schedule:\n    - cron: "17 1 * * *"\n  workflow_dispatch:',
  ],
  [night, "nightly.yml", "name: nightly", "name: night"],
  [attested, "publish.yml", / {6}- uses: actions\/attest-build[\s\S]*?SHA256SUMS\n/, ""],
  [attested, "publish.yml", "> SHA256SUMS", "> sums"],
  [
    attested,
    "publish.yml",
    "needs: [build, deploy]\n    runs-on: ubuntu-24.04\n    timeout-minutes: 5",
    "needs: build\n    runs-on: ubuntu-24.04\n    timeout-minutes: 5",
  ],
  [
    attested,
    "publish.yml",
    "          name: checksums\n      - uses: actions/attest",
    "          name: checksums\n      - run: npm ci\n      - uses: actions/attest",
  ],
  [merging, "merge.yml", "workflows: [check]", "workflows: [nightly]"],
  [merging, "merge.yml", "conclusion == 'success'", "conclusion != ''"],
  [merging, "merge.yml", "head_repository.full_name == github.repository", "head_repository != ''"],
  [merging, "merge.yml", "event == 'pull_request'", "event != ''"],
  [
    merging,
    "merge.yml",
    "          fetch-depth: 0\n",
    `          fetch-depth: 0\n          ref: ${expression("github.event.workflow_run.head_sha")}\n`,
  ],
  [
    merging,
    "merge.yml",
    "      - name: Merge a clean update",
    "      - uses: actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1\n      - name: Merge a clean update",
  ],
  [
    merging,
    "merge.yml",
    "      - run: gh api",
    "      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1\n      - run: gh api",
  ],
];

describe("a broken workflow is seen", () => {
  test.each(mutations)("%s: %s", (rule, file, from, to) => {
    const text = textOf(file);
    const broken = text.replace(from, to);
    expect(broken).not.toBe(text);
    expect(checkWorkflow(workflowRules[rule] ?? (() => []), broken, file)).not.toEqual([]);
  });
  test("every rule has a workflow that fails it", () => {
    expect(new Set(mutations.map(([rule]) => rule))).toEqual(new Set(Object.keys(workflowRules)));
  });
});

test("every npm command of a workflow exists", () => {
  const { scripts } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  const called = files.flatMap((file) =>
    [...textOf(file).matchAll(/npm run (?:-s )?([a-z-]+)/g)].map(([, name]) => name ?? ""),
  );
  expect(called.filter((name) => !(name in scripts))).toEqual([]);
});

test("new versions of actions and of npm packages come weekly, together, a week old", () => {
  const { version, updates } = parse(readFileSync(join(project, ".github/dependabot.yml"), "utf8"));
  expect(version).toBe(2);
  expect(
    updates.map((update: Record<string, Record<string, unknown>>) => [
      update["package-ecosystem"],
      update.schedule?.interval,
      update.cooldown,
      Object.values(update.groups ?? {}).map((group) => (group as { patterns: unknown }).patterns),
    ]),
  ).toEqual([
    ["github-actions", "weekly", { "default-days": 7 }, [["*"]]],
    ["npm", "weekly", { "default-days": 7 }, [["*"]]],
  ]);
});

test.each(["report.yml", "merge.yml"])("%s follows the workflow that checks", (file) => {
  const { on } = parse(textOf(file));
  expect(on.workflow_run.workflows).toEqual([parse(textOf("check.yml")).name]);
});
