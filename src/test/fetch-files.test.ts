import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { examplePortal } from "../rules/example-portal.ts";
import { project, runScriptAsync } from "./fixtures/built-site.ts";
import { pinnedAt, sumOf } from "./fixtures/files-elsewhere.ts";
import { portalFolder } from "./fixtures/written-portal.ts";

const { writePortal } = portalFolder();
const passport = "data/datasets/stops/datapackage.yaml";
/** No other run fetches this very file. */
const content = Buffer.from(`id,name,platforms\n1,Вокзал ${randomUUID()},2\n2,Центр,1\n`);
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? "");
  if (request.url === "/stops.csv") response.end(content);
  else response.writeHead(404).end();
});
let site = "";
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  const kept = join(project, "node_modules/.cache/open-data-portal/files", sumOf(content));
  rmSync(kept, { force: true });
});

/** The example portal with its table at an address, pinned as `pinned`. */
function portalAt(name: string, url: string, pinned: Buffer = content): string {
  const text = pinnedAt(examplePortal[passport] ?? "", "stops.csv", url, pinned);
  const root = writePortal(name, { [passport]: text });
  rmSync(join(root, "data/datasets/stops/stops.csv"));
  return root;
}
const fetchFiles = (root: string, ...args: string[]) =>
  runScriptAsync("fetch-files", ["--root", root, "--allow-loopback", ...args]);

test("a pinned file is fetched once; before it the portal warns, after it the table is judged", async () => {
  const root = portalAt("pinned", `${site}/stops.csv`);
  const before = await runScriptAsync("validate", ["--root", root]);
  expect(before.status).toBe(0);
  expect(before.stdout).toContain("лежить на іншому сервері і ще не прочитаний");
  const first = await fetchFiles(root);
  expect([first.status, first.stderr]).toEqual([0, ""]);
  expect(first.stdout).toContain("завантажено — 1, уже були — 0, не взято — 0.");
  const second = await fetchFiles(root, "stops");
  expect(second.stdout).toContain("завантажено — 0, уже були — 1, не взято — 0.");
  expect(asked).toEqual(["/stops.csv"]);
  const after = await runScriptAsync("validate", ["--root", root]);
  expect(after.stdout).toContain("Помилок: 0. Попереджень: 0.");
});

test("a file that is not as its passport says is one sentence, code 1, and nothing is kept", async () => {
  const other = Buffer.from(content);
  other[0] = 73;
  const root = portalAt("other", `${site}/stops.csv`, other);
  const { status, stderr } = await fetchFiles(root);
  expect(status).toBe(1);
  expect(stderr).toBe(
    `Файл ${site}/stops.csv (набір stops) не взято: його SHA-256 — ${sumOf(content)}, а в паспорті (hash) — ${sumOf(other)}.\n`,
  );
  const { stdout } = await runScriptAsync("validate", ["--root", root]);
  expect(stdout).toContain("ще не прочитаний");
  expect((await fetchFiles(portalAt("gone", `${site}/gone.csv`, other))).status).toBe(1);
});

test("without a leave for tests no address of this machine is visited", async () => {
  const other = Buffer.from(`${content}3,Парк,1\n`);
  const root = portalAt("near", `${site}/near.csv`, other);
  const { status, stderr } = await runScriptAsync("fetch-files", ["--root", root]);
  expect([status, asked.includes("/near.csv")]).toEqual([1, false]);
  expect(stderr).toContain("не відвідано");
});

test("a set and a commit that are not there are wrong calls", async () => {
  const root = portalAt("calls", `${site}/stops.csv`);
  for (const [args, words] of [
    [["routes"], "Немає набору: routes."],
    [["--at", "none"], "Немає коміту none."],
  ] as const) {
    const { status, stderr } = await fetchFiles(root, ...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
  }
});
