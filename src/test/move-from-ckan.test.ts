import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderRedirects } from "../published/hosting/redirects.ts";
import { loadPortal } from "../site/portal.ts";
import { runScript, runScriptAsync } from "./fixtures/built-site.ts";
import { shapedFiles, shapedPackages } from "./fixtures/ckan-shapes.ts";
import { type CkanStandIn, openCkanStandIn } from "./fixtures/ckan-stand-in.ts";
import { secondAnswers } from "./fixtures/second-portal.ts";

const folder = mkdtempSync(join(tmpdir(), "moved-portal-"));
const day = { PORTAL_DATE: "2026-11-23" };
let portal: CkanStandIn;
beforeAll(async () => {
  portal = await openCkanStandIn({
    packages: shapedPackages.map(([, one]) => one),
    files: shapedFiles,
  });
});
afterAll(async () => {
  await portal.close();
  rmSync(folder, { recursive: true, force: true });
});
const said = Object.entries(secondAnswers).flatMap(([name, answer]) => [`--${name}`, answer]);
const found = (name: string, ...args: string[]) =>
  runScriptAsync(
    "new-portal",
    [join(folder, name), "--yes", "--allow-loopback", ...said, ...args],
    day,
  );
const reportsOf = (root: string) =>
  readdirSync(root)
    .filter((file) => file.startsWith("import-report"))
    .sort();

test("a portal is founded from a CKAN portal: its sets, their old addresses, and what was not known", async () => {
  const root = join(folder, "moved");
  const { status, stdout, stderr } = await found("moved", "--from", portal.address);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toContain(`Перенесено наборів — ${shapedPackages.length}`);
  expect(stdout).toMatch(/Не вказано, і нічого не вигадано: ліцензії — наборів \d+, мови — /);
  expect(stdout).toContain("Історію почато");

  const { catalogue, findings } = loadPortal(root, day.PORTAL_DATE);
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  // The register of sets is the portal's own.
  expect(catalogue?.datasets).toHaveLength(shapedPackages.length + 1);
  const rules = catalogue ? renderRedirects(catalogue).split("\n") : [];
  for (const [, { id }] of shapedPackages)
    expect(rules.filter((rule) => rule.startsWith(`/vidkryti-dani/dataset/${id} `))).toHaveLength(
      1,
    );
  expect(rules).toContain(
    "/vidkryti-dani/dataset/:dataset/resource/* /vidkryti-dani/dataset/:dataset/ 301",
  );

  // People note in a report what they did: another run leaves it as it is.
  const [report = ""] = reportsOf(root);
  expect(report).toBe("import-report-2026-11-23.csv");
  writeFileSync(join(root, report), "моє\n");
  const again = await runScriptAsync(
    "import-ckan",
    ["--url", portal.address, "--out", root, "--allow-loopback"],
    day,
  );
  expect([again.status, again.stdout.split("\n")[0]]).toEqual([
    0,
    `Перенесено наборів — 0, таблиць — 0; уже були — ${shapedPackages.length}.`,
  ]);
  expect(reportsOf(root)).toEqual([
    "import-report-2026-11-23-2.csv",
    "import-report-2026-11-23.csv",
  ]);
  expect(readFileSync(join(root, report), "utf8")).toBe("моє\n");
});

test("a portal that is away leaves a founded portal, and says how to go on", async () => {
  portal.faults.push(
    ...Array.from({ length: 4 }, () => ({ action: "package_search", kind: 403 }) as const),
  );
  const { status, stdout, stderr } = await found("away", "--ckan", portal.address);
  expect(status).toBe(1);
  expect(stderr).toContain("Портал не прочитано");
  expect(stdout).toContain(`npm run import-ckan -- --url ${portal.address} --out .`);
  expect(loadPortal(join(folder, "away"), day.PORTAL_DATE).catalogue?.datasets).toHaveLength(1);
});

test("what is no address is told so, and nothing is written", () => {
  const { status, stderr } = runScript(
    "new-portal",
    [join(folder, "wrong"), "--yes", ...said, "--ckan", "data.example.org"],
    day,
  );
  expect([status, stderr.trim().split("\n").length]).toEqual([2, 1]);
  expect(stderr).toContain("Портал CKAN називають адресою");
  expect(readdirSync(folder)).not.toContain("wrong");
});
