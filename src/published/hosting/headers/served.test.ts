import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { catalogueOf, generatedPortal } from "../../../test/fixtures/generated-portal.ts";
import {
  answering,
  ask,
  freePort,
  hasNginx,
  startNginx,
} from "../../../test/fixtures/nginx-server.ts";
import { recipeOf } from "../../addresses/index.ts";
import { renderApache } from "./apache.ts";
import { renderNginx } from "./nginx.ts";
import { headersOf } from "./rules.ts";

const apache = "/usr/sbin/apache2";
const modules = "/usr/lib/apache2/modules";

const work = mkdtempSync(join(tmpdir(), "served-"));
const running: ChildProcess[] = [];
afterAll(() => {
  for (const server of running) server.kill();
  rmSync(work, { recursive: true, force: true });
});

const files = generatedPortal(1);
const recipeAt = (root: string) =>
  recipeOf(
    catalogueOf({
      ...files,
      "data/portal.yaml": (files["data/portal.yaml"] ?? "").replace(
        /^site: .*$/m,
        `site: https://data.example.gov.ua${root}`,
      ),
    }),
  );

const paths = [
  "/index.html",
  "/404.html",
  "/_astro/Head.CkqD8EbR.css",
  "/_astro/index.B5mbDwRE.js",
  "/_astro/geologica.4zI1yfsv.woff2",
  "/api/3/action/package_list",
  "/catalog.jsonld",
  "/catalog.ttl",
  "/catalog.rdf",
  "/catalog.nt",
  "/feeds/all.atom",
  "/calendar.ics",
  "/archive.zip",
  "/dataset/stops/stops.csv",
  "/dataset/stops/stops.xlsx",
  "/dataset/stops/stops.parquet",
  "/dataset/stops/stops.rows",
  "/portal.duckdb",
  "/dataset/stops/map.geojson",
  "/dataset/stops/index.html",
  "/dataset/stops/datapackage.yaml",
  "/dataset/stops/passport.csv",
  "/embed/table/stops/stops/index.html",
  "/news/trees/source.mdx",
  "/search-index/wasm.unknown.pagefind",
  "/search-index/fragment/uk_be5bf6f.pf_fragment",
  "/.well-known/security.txt",
  "/sitemap.xml",
  "/openapi.json",
  "/mark.svg",
];

/** Files of a site in a folder that any user reads. */
function siteIn(folder: string, root: string): string {
  for (const path of paths) {
    const file = join(folder, root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${path}\n`.repeat(200));
  }
  chmodSync(work, 0o755);
  return folder;
}

async function startNginxAt(root: string): Promise<number> {
  const folder = siteIn(mkdtempSync(join(work, "nginx-")), root);
  chmodSync(folder, 0o755);
  const { port, server } = await startNginx(
    [{ recipe: renderNginx(recipeAt(root), "localhost"), folder }],
    folder,
  );
  running.push(server);
  return port;
}

async function startApache(root: string): Promise<number> {
  const port = await freePort();
  const folder = siteIn(mkdtempSync(join(work, "apache-")), root);
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, root, ".htaccess"), renderApache(recipeAt(root)));
  const config = join(work, `apache-${port}.conf`);
  const loaded = [
    "mpm_event",
    "authz_core",
    "mime",
    "dir",
    "headers",
    "rewrite",
    "filter",
    "deflate",
  ]
    .map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`)
    .join("\n");
  writeFileSync(
    config,
    `ServerName localhost\nListen 127.0.0.1:${port}\nPidFile ${config}.pid\nDefaultRuntimeDir ${work}\nErrorLog ${config}.log\nUser www-data\nGroup www-data\n${loaded}\nTypesConfig /dev/null\nDocumentRoot ${folder}\n<Directory ${folder}>\nAllowOverride All\nRequire all granted\n</Directory>\n`,
  );
  const server = spawn(apache, ["-X", "-f", config], { stdio: ["ignore", "ignore", "pipe"] });
  running.push(server);
  await answering(server, port);
  return port;
}

const servers = [
  ["nginx", hasNginx, startNginxAt],
  ["Apache", existsSync(apache) && existsSync(modules), startApache],
] as const;

// Where the server is not installed, its recipe is only read: recipes.test.ts.
for (const [name, isHere, start] of servers)
  for (const root of ["", "/open-data"])
    test.skipIf(!isHere)(
      `${name} with its recipe under «${root}/» says what the rules say${isHere ? "" : ": not installed here, so its recipe is only read"}`,
      async () => {
        const { rules } = recipeAt(root);
        const port = await start(root);
        const at = (path: string, headers = {}, method = "GET") =>
          ask(port, root + path, headers, method);
        for (const path of paths) {
          const { status, headers } = await at(path);
          const meant = [...headersOf(rules, path)];
          expect(
            [status, ...meant.map(([header]) => [header, headers[header.toLowerCase()]])],
            path,
          ).toEqual([200, ...meant]);
          expect((await at(path, {}, "HEAD")).status, path).toBe(200);
        }
        const part = await at("/dataset/stops/stops.csv", {
          range: "bytes=0-9",
          "accept-encoding": "identity",
        });
        expect([part.status, part.headers["content-range"]?.replace(/\d+$/, "N")]).toEqual([
          206,
          "bytes 0-9/N",
        ]);
        // As DuckDB opens a database by ATTACH: is it read in parts, how large is it, then those parts alone.
        const range = (bytes: string) => ({ range: `bytes=${bytes}`, "accept-encoding": "gzip" });
        const asked = await at("/portal.duckdb", range("0-"), "HEAD");
        expect([asked.status, asked.headers["content-length"]]).toEqual([206, "3000"]);
        const { status, headers, body } = await at("/portal.duckdb", range("100-109"));
        expect([status, headers["content-range"], body.length]).toEqual([
          206,
          "bytes 100-109/3000",
          10,
        ]);
        const squeezed = await at("/dataset/stops/stops.csv", { "accept-encoding": "gzip" });
        expect(squeezed.headers["content-encoding"]).toBe("gzip");
        const { etag } = (await at("/dataset/stops/stops.csv")).headers;
        const again = await at("/dataset/stops/stops.csv", { "if-none-match": etag });
        expect(again.status).toBe(304);
        // A file that is not there yet must not be remembered as missing for a year.
        const missing = await at("/_astro/gone.12345678.js");
        expect([missing.status, missing.headers["cache-control"] ?? "nothing"]).toEqual([
          404,
          expect.not.stringContaining("immutable"),
        ]);
        expect(missing.headers["content-security-policy"]).toContain("default-src 'none'");
        const moved = await at("/dataset/stops.nt");
        expect([
          moved.status,
          new URL(moved.headers.location ?? "", "http://any").pathname,
        ]).toEqual([301, `${root}/dataset/stops.ttl`]);
        expect((await at("/en/embed/table/stops/stops/")).status).toBe(200);
        expect((await at("/dataset/stops/")).headers["content-type"]).toBe(
          "text/html; charset=utf-8",
        );
      },
    );

test.skipIf(!hasNginx)("two portals of one nginx are each kept as its own rules say", async () => {
  const kept = "/_astro/Head.CkqD8EbR.css";
  const portals = [
    { host: "one.example.org", root: "" },
    { host: "two.example.org", root: "/open-data" },
  ];
  const { port, server } = await startNginx(
    portals.map(({ host, root }) => {
      const folder = siteIn(mkdtempSync(join(work, "nginx-")), root);
      chmodSync(folder, 0o755);
      return { recipe: renderNginx(recipeAt(root), host), folder };
    }),
    work,
  );
  running.push(server);
  for (const { host, root } of portals)
    for (const path of [kept, "/index.html"]) {
      const { headers } = await ask(port, root + path, { host });
      expect(headers["cache-control"], host + root + path).toBe(
        headersOf(recipeAt(root).rules, path).get("Cache-Control"),
      );
    }
});
