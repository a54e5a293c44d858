/** Where a portal's workflows are called from: the engine's repository, at one commit or tag of it. */
export type WorkflowSource = {
  /** «owner/name» on GitHub. */
  repository: string;
  ref: string;
  /** What the ref is, in words for a person: a version beside a commit. */
  version: string;
};

type Caller = {
  /** When it runs, as YAML. */
  on: string;
  permissions: Record<string, string>;
  inputs?: string;
  cancels: boolean;
  /** Another than the called workflow's own: of one name both would wait for each other. */
  group: string;
};

const expression = (words: string) => `$\{{ ${words} }}`;

/** Each workflow of the engine: when a portal runs it, and what it may do there. */
const callers: Record<string, Caller> = {
  check: {
    on: "  pull_request:\n  merge_group:\n",
    permissions: { contents: "read" },
    group: `portal-check-${expression("github.ref")}`,
    cancels: true,
  },
  report: {
    on: "  workflow_run:\n    workflows: [check]\n    types: [completed]\n",
    permissions: { actions: "read", contents: "read", "pull-requests": "write" },
    group: `portal-report-${expression("github.event.workflow_run.head_sha")}`,
    cancels: false,
  },
  merge: {
    on: "  workflow_run:\n    workflows: [check]\n    types: [completed]\n",
    permissions: { contents: "write", "pull-requests": "write", actions: "write" },
    group: `portal-merge-${expression("github.event.workflow_run.head_sha")}`,
    cancels: false,
  },
  publish: {
    on: `  push:
    branches: [main]
  workflow_run:
    workflows: [nightly]
    types: [completed]
    branches: [main]
  workflow_dispatch:
    inputs:
      first:
        description: "Каталог публікують уперше: порівнювати немає з чим"
        type: boolean
        default: false
      withdrawn:
        description: "Скільки наборів вилучають, якщо це третина каталогу або більше"
        type: string
        default: "0"
`,
    permissions: {
      contents: "read",
      pages: "write",
      "id-token": "write",
      attestations: "write",
      issues: "write",
    },
    inputs: `    with:\n      first: ${expression("inputs.first || false")}\n      withdrawn: ${expression("inputs.withdrawn || '0'")}\n`,
    group: "portal-publish",
    cancels: false,
  },
  nightly: {
    on: '  schedule:\n    - cron: "37 0 * * *"\n  workflow_dispatch:\n',
    permissions: { contents: "write", issues: "write" },
    group: "portal-nightly",
    cancels: false,
  },
};

/** Workflows of a portal: each calls the engine's of the same name, pinned. */
export const workflowFiles = ({ repository, ref, version }: WorkflowSource) =>
  Object.fromEntries(
    Object.entries(callers).map(([name, { on, permissions, inputs = "", group, cancels }]) => [
      `.github/workflows/${name}.yml`,
      `name: ${name}
on:
${on}permissions: {}
concurrency:
  group: ${group}
  cancel-in-progress: ${cancels}
jobs:
  ${name}:
    permissions:
${Object.entries(permissions)
  .map(([what, may]) => `      ${what}: ${may}\n`)
  .join("")}    uses: ${repository}/.github/workflows/${name}.yml@${ref} # ${version}
${inputs}`,
    ]),
  );

/** Once a week: a new version of the engine, and of its workflows. */
export const dependabotFile = `# Нова версія рушія приходить пропозицією зміни: раз на тиждень, коли їй уже тиждень.
version: 2
updates:
  - package-ecosystem: npm
    directory: /
    schedule:
      interval: weekly
      day: monday
      timezone: Europe/Kyiv
    versioning-strategy: increase
    cooldown:
      default-days: 7
    open-pull-requests-limit: 2
    commit-message:
      prefix: Рушій
  - package-ecosystem: github-actions
    directory: /
    schedule:
      interval: weekly
      day: monday
      timezone: Europe/Kyiv
    cooldown:
      default-days: 7
    open-pull-requests-limit: 2
    commit-message:
      prefix: Рушій
`;
