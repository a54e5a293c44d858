import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { openGitHub } from "../github/client.ts";
import { openReach } from "../reach.ts";
import { gitHubChecks } from "./github.ts";

const site = "https://data.example.gov.ua";
const now = Date.parse("2026-11-23");
const run = (conclusion: string, day: string) => ({
  workflow_runs: [
    { status: "in_progress", conclusion: null, created_at: "2026-11-23T00:00:00Z" },
    {
      status: "completed",
      conclusion,
      created_at: `${day}T00:40:00Z`,
      html_url: "https://github.com/council/data/actions/runs/7",
    },
  ],
});
const workflow = (id: number, name: string, state = "active") => ({
  id,
  path: `.github/workflows/${name}.yml`,
  state,
});
type Answers = Record<string, unknown>;

/** A repository where everything is switched on; undefined is what GitHub does not have, 403 what it does not show. */
const whole: Answers = {
  "": {
    default_branch: "main",
    private: false,
    archived: false,
    pushed_at: "2026-11-22T01:00:00Z",
  },
  "/rules/branches/main": [
    {
      type: "required_status_checks",
      parameters: { required_status_checks: [{ context: "check / gate" }] },
    },
    { type: "pull_request", parameters: { require_code_owner_review: true } },
  ],
  "/branches/main": { name: "main", protection: { enabled: false } },
  "/actions/workflows": {
    workflows: [workflow(1, "check"), workflow(2, "publish"), workflow(3, "nightly")],
  },
  "/actions/workflows/2/runs": run("success", "2026-11-23"),
  "/actions/workflows/3/runs": run("success", "2026-11-23"),
  "/pages": {
    build_type: "workflow",
    cname: "data.example.gov.ua",
    html_url: "https://data.example.gov.ua/",
    https_enforced: true,
  },
  "/environments/github-pages": { deployment_branch_policy: { protected_branches: true } },
};

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** GitHub as these answers make it, in this process. */
async function told(
  answers: Answers,
  { token = "secret", onPages = "yes" as "yes" | "no" | "unknown" } = {},
): Promise<string[]> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://any");
    const answer = answers[pathname.replace("/repos/council/data", "")];
    const status = answer === undefined ? 404 : typeof answer === "number" ? answer : 200;
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(status === 200 ? answer : { message: "no" }));
  }).listen(0, "127.0.0.1");
  servers.push(server);
  await new Promise((ready) => server.on("listening", ready));
  const client = openGitHub({
    repository: "council/data",
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fetch: openReach({ allowLoopback: true }),
    pauses: [],
    ...(token === "" ? {} : { token }),
  });
  const checks = await gitHubChecks(client, { site, now, onPages, hasKey: token !== "" });
  return checks
    .filter(({ result }) => result !== "good")
    .map(({ id, result, says }) => `${result} ${id}: ${says}`);
}

test("a repository where everything is switched on lacks nothing", async () => {
  expect(await told(whole)).toEqual([]);
});

test.each<[string, Answers, string[]]>([
  [
    "no check is required",
    { "/rules/branches/main": [{ type: "deletion" }] },
    [
      "must required-check: Перевірка не обов’язкова: у гілку main можна прийняти зміну з помилками.",
      "should reviewed: У гілку main можна писати без запиту на зміну: звіту й чужого погляду тоді немає.",
    ],
  ],
  [
    "another check is required",
    {
      "/rules/branches/main": [
        {
          type: "required_status_checks",
          parameters: { required_status_checks: [{ context: "check / tests" }] },
        },
        { type: "pull_request", parameters: { require_code_owner_review: false } },
      ],
    },
    [
      "must required-check: Перевірка не обов’язкова: у гілку main можна прийняти зміну з помилками.",
      "should reviewed: Зміну приймають запитом, але згоди тих, хто відповідає за теку, не потрібно.",
    ],
  ],
  [
    "the check is required by the older protection, in the engine's own repository",
    {
      "/rules/branches/main": [
        { type: "pull_request", parameters: { require_code_owner_review: true } },
      ],
      "/branches/main": { protection: { required_status_checks: { contexts: ["gate"] } } },
    },
    [],
  ],
  [
    "GitHub stopped the schedule",
    {
      "/actions/workflows": {
        workflows: [
          workflow(1, "check"),
          workflow(2, "publish", "disabled_manually"),
          workflow(3, "nightly", "disabled_inactivity"),
        ],
      },
    },
    [
      "must workflow-publish: Робочий процес publish вимкнено: сайт не оновлюється.",
      "must workflow-nightly: GitHub вимкнув nightly: 60 днів у репозиторії нічого не змінювали. Тепер посилань, звернень і строків ніхто не переглядає.",
    ],
  ],
  [
    "the schedule will stop in a week",
    { "": { default_branch: "main", pushed_at: "2026-10-01T00:00:00Z" } },
    [
      "should schedule-quota: У репозиторії нічого не змінювали днів: 53. На 60-й GitHub вимкне розклад.",
    ],
  ],
  [
    "the last publication failed, and nights are missing",
    {
      "/actions/workflows/2/runs": run("failure", "2026-11-22"),
      "/actions/workflows/3/runs": run("success", "2026-11-19"),
    },
    [
      "must run-publish: Останній запуск publish (2026-11-22) не вдався.",
      "should run-nightly: Востаннє nightly працював 2026-11-19, а має щоночі.",
    ],
  ],
  [
    "nothing was published yet, and a workflow is not there",
    {
      "/actions/workflows": { workflows: [workflow(1, "check"), workflow(2, "publish")] },
      "/actions/workflows/2/runs": { workflow_runs: [] },
      "/environments/github-pages": undefined,
    },
    [
      "should workflow-nightly: Робочого процесу nightly на GitHub немає: посилань, звернень і строків ніхто не переглядає, якщо цього не робить інша система.",
      "must run-publish: Робочий процес publish ще не закінчився жодного разу.",
      "unseen environment: Середовища github-pages ще немає: воно з’являється з першою публікацією.",
    ],
  ],
  [
    "Pages are not switched on",
    { "/pages": undefined },
    ["must pages: GitHub Pages не ввімкнено."],
  ],
  [
    "Pages are built of a branch",
    { "/pages": { build_type: "legacy", cname: "data.example.gov.ua" } },
    ["must pages: GitHub Pages складає сайт із гілки, а не з робочого процесу."],
  ],
  [
    "Pages have no domain yet",
    {
      "/pages": {
        build_type: "workflow",
        cname: null,
        html_url: "https://council.github.io/data/",
      },
    },
    [
      "must pages: GitHub Pages віддає сайт за адресою council.github.io, а в data/portal.yaml стоїть data.example.gov.ua.",
    ],
  ],
  [
    "http is open, and any branch may publish",
    {
      "/pages": { build_type: "workflow", cname: "data.example.gov.ua", https_enforced: false },
      "/environments/github-pages": { deployment_branch_policy: null },
    },
    [
      "should pages: GitHub Pages віддає сайт і без шифрування.",
      "should environment: Публікувати сайт може робочий процес із будь-якої гілки.",
    ],
  ],
  [
    "the repository is closed",
    { "": { default_branch: "main", private: true, pushed_at: "2026-11-22T01:00:00Z" } },
    [
      "should open-repository: Репозиторій закритий: підпису сайту немає, хвилини GitHub Actions обмежено тарифом, надіслати зміну можуть лише запрошені.",
    ],
  ],
  [
    "there is no such repository",
    { "": undefined },
    [
      "must github: Репозиторію, названого в data/portal.yaml, на GitHub немає, або ключ його не показує.",
    ],
  ],
  [
    "the repository is in the archive",
    { "": { default_branch: "main", archived: true } },
    [
      "must github: Репозиторій передано в архів: змін він не приймає, робочі процеси не запускаються.",
    ],
  ],
])("%s", async (_, change, sentences) => {
  expect(await told({ ...whole, ...change })).toEqual(sentences);
});

test("what a key does not show is told as unseen and blames nobody", async () => {
  const hidden = Object.fromEntries(
    Object.keys(whole).map((path) => [path, path === "" ? whole[""] : 403]),
  );
  expect((await told(hidden)).map((line) => line.split(":")[0])).toEqual([
    "unseen required-check",
    "unseen workflows",
    "unseen pages",
    "unseen environment",
  ]);
  expect((await told({ ...whole, "/pages": undefined }, { token: "" }))[0]).toMatch(
    /^unseen pages/,
  );
});

test("of a site on another host Pages are not asked about", async () => {
  expect(
    await told(
      { ...whole, "/pages": undefined, "/environments/github-pages": undefined },
      { onPages: "no" },
    ),
  ).toEqual([]);
});

test("of a site that does not answer nobody knows where it is to stand", async () => {
  expect(await told({ ...whole, "/pages": undefined }, { onPages: "unknown" })).toEqual([
    "unseen pages: Сайт не відповідає, а GitHub Pages не ввімкнено: де портал має стояти, звідси не видно.",
  ]);
});

test("a closed repository asked about without a key is unseen, not missing", async () => {
  expect((await told({}, { token: "" })).map((line) => line.split(":")[0])).toEqual([
    "unseen github",
  ]);
});
