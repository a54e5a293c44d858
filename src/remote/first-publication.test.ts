import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { examplePortal } from "../rules/example-portal.ts";
import { project } from "../test/fixtures/built-site.ts";
import { portalFolder } from "../test/fixtures/written-portal.ts";
import { firstPublication } from "./first-publication.ts";
import type { Publications } from "./github/publications.ts";

const site = "https://data.example.gov.ua";
const failing = (code: string): Error => Object.assign(new Error(code), { code });
const answering =
  (answers: Record<string, number | Error>): typeof fetch =>
  async (input) => {
    const answer = answers[new URL(String(input)).pathname] ?? answers["*"] ?? 404;
    if (answer instanceof Error) throw answer;
    return new Response(null, { status: answer });
  };
const never = () => Promise.resolve<Publications>({ state: "never" });
const once = () => Promise.resolve<Publications>({ state: "once", day: "2026-11-01" });
const unknown = () =>
  Promise.resolve<Publications>({ state: "unknown", why: "GitHub недоступний" });

test.each<[string, Record<string, number | Error>]>([
  ["the name is not in the DNS yet", { "*": failing("ENOTFOUND") }],
  ["Pages have nothing there", { "*": 404 }],
])(
  "%s and nothing was ever published: the first, and it is said what comes next",
  async (_, answers) => {
    const { isFirst, says } = await firstPublication(answering(answers), site, never);
    expect(isFirst).toBe(true);
    expect(says).toMatch(/^Це перша публікація: .* Від наступної публікації тут перевірятиметься/);
  },
);

test.each<
  [string, Record<string, number | Error>, (() => Promise<Publications>) | undefined, string]
>([
  ["it was published once and is gone", {}, once, "уже публікували (2026-11-01)"],
  ["its domain is gone", { "*": failing("ENOTFOUND") }, once, "уже публікували (2026-11-01)"],
  ["GitHub does not say", {}, unknown, "звідси не видно (GitHub недоступний)"],
  ["there is nobody to ask", {}, undefined, "звідси не видно."],
  ["the server is down", { "*": failing("ECONNREFUSED") }, never, "каталогу не прочитано"],
  ["the name server is down", { "*": failing("EAI_AGAIN") }, never, "каталогу не прочитано"],
  ["the server is ailing", { "*": 503 }, never, "каталогу не прочитано"],
  ["the address leads away", { "*": 301 }, never, "каталогу не прочитано"],
  ["only the catalogue is gone", { "/build.json": 200 }, never, "каталогу не прочитано"],
])("%s: not the first, and the way round is named", async (_, answers, publications, words) => {
  const { isFirst, says } = await firstPublication(answering(answers), site, publications);
  expect(isFirst).toBe(false);
  expect(says).toContain(words);
  expect(says).toContain("«Каталог публікують уперше»");
  expect(says).toContain("--first");
});

const { writePortal } = portalFolder();

/** `harvest-gate --live` in a portal whose site and GitHub are this server. */
async function gate(answers: Record<string, unknown>, environment: Record<string, string>) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://any");
    const answer = answers[pathname];
    response.writeHead(answer === undefined ? 404 : 200).end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const root = writePortal("first", {
    "data/portal.yaml": String(examplePortal["data/portal.yaml"]).replace(
      /^site: .*$/m,
      `site: ${address}`,
    ),
    "dist/catalog.ttl": `<${site}/dataset/stops> a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> "Зупинки"@uk ; <http://purl.org/dc/terms/identifier> "stops" .\n`,
    "dist/changes.json": '{"tombstones":[]}',
  });
  try {
    return await new Promise<{ status: number | null; stdout: string; stderr: string }>((done) => {
      const child = execFile(
        process.execPath,
        [join(project, "scripts/harvest-gate.ts"), "--live", "--allow-loopback"],
        {
          cwd: root,
          env: { ...process.env, GITHUB_ACTIONS: "", GITHUB_API_URL: address, ...environment },
        },
        (_, stdout, stderr) => done({ status: child.exitCode, stdout, stderr }),
      );
    });
  } finally {
    server.close();
  }
}

const inActions = {
  GITHUB_ACTIONS: "true",
  GITHUB_REPOSITORY: "council/data",
  GITHUB_WORKFLOW_REF: "council/data/.github/workflows/publish.yml@refs/heads/main",
  GITHUB_TOKEN: "secret",
};
const runs = "/repos/council/data/actions/workflows/publish.yml/runs";
const deployments = "/repos/council/data/deployments";

test("the gate lets the first publication pass in GitHub's own run, and explains it", async () => {
  const empty = { [runs]: { workflow_runs: [] }, [deployments]: [] };
  const { status, stdout, stderr } = await gate(empty, inActions);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("Це перша публікація:");
  expect(stdout).toContain("Каталог можна публікувати.");
});

test("the gate stays shut where the site was published before, or nobody knows", async () => {
  const before = { [runs]: { workflow_runs: [{ created_at: "2026-11-01T00:00:00Z" }] } };
  for (const [answers, environment, words] of [
    [before, inActions, "уже публікували (2026-11-01)"],
    [{}, { ...inActions, GITHUB_WORKFLOW_REF: "" }, "звідси не видно."],
    [{}, {}, "звідси не видно."],
  ] as const) {
    const { status, stdout, stderr } = await gate(answers, environment);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(words);
    expect(stderr).toContain("--first");
  }
});
