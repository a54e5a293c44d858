import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runScript, runScriptAsync } from "../../test/fixtures/built-site.ts";
import { portalFolder } from "../../test/fixtures/written-portal.ts";

const { folder, writePortal } = portalFolder();
const day = { PORTAL_DATE: "2026-11-23", GITHUB_TOKEN: "" };

test("doctor looks at a site, says what it lacks and ends with 1 where something is needed", async () => {
  const root = writePortal("looked-at");
  const server = createServer((request, response) => {
    const isNote = request.url === "/build.json";
    response.writeHead(isNote ? 200 : 404, { "content-type": "application/json" });
    response.end(isNote ? '{"date":"2026-11-01","clean":true}' : "{}");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const args = ["--root", root, "--site", `${site}/`, "--allow-loopback", "--format", "json"];
    const { status, stdout } = await runScriptAsync("doctor", args, day);
    const { checks, site: looked } = JSON.parse(stdout);
    expect([status, looked]).toEqual([1, site]);
    expect(checks.map(({ id, result }: Record<string, string>) => `${result} ${id}`)).toEqual([
      "must git-history",
      "should repository",
      "should maintainers",
      "should code-owners",
      "good site",
      "must certificate",
      "should build-age",
      "must files",
      "good content-types",
      "should cors",
      "should transfer",
      "should security-headers",
      "unseen caching",
      "good not-found",
      "should security-txt",
      "unseen github",
    ]);
  } finally {
    server.close();
  }
});

test("without leave to, it visits nothing on this machine, and says so", async () => {
  const root = writePortal("not-visited");
  const args = ["--root", root, "--site", "http://127.0.0.1:1"];
  const { status, stdout } = await runScriptAsync("doctor", args, day);
  expect(status).toBe(1);
  expect(stdout).toContain("Сайт http://127.0.0.1:1 не відповідає: не відвідано: порт 1");
});

test("--recipe prints a server's settings of this very portal and calls nobody", () => {
  expect(runScript("doctor", ["--root", join(folder, "no-portal")]).status).toBe(2);
  const portal = writePortal("recipe");
  const { status, stdout } = runScript("doctor", ["--root", portal, "--recipe", "nginx"], day);
  expect(status).toBe(0);
  expect(stdout).toContain("server_name data.example.gov.ua;");
  for (const [recipe, words] of [
    ["apache", "Header always set X-Content-Type-Options"],
    ["headers", "/_astro/*\n  Cache-Control"],
    ["storage", "aws s3"],
    ["storage-cors", "ExposeHeaders"],
  ] as const)
    expect(runScript("doctor", ["--root", portal, "--recipe", recipe], day).stdout).toContain(
      words,
    );
});
