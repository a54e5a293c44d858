import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadPortal } from "../site/portal.ts";
import { runScript } from "./fixtures/built-site.ts";
import { installEngine, packEngine, runInstalled } from "./fixtures/installed-engine.ts";
import { freePort, hasNginx } from "./fixtures/nginx-server.ts";
import { commit } from "./fixtures/published-portal.ts";
import { secondAnswers, secondFiles } from "./fixtures/second-portal.ts";
import { firstCity, servePortals, visit } from "./fixtures/served-portals.ts";
import { deadLinks, emptySections, pagesIn } from "./fixtures/walked-site.ts";

/** Another hromada's portal, as a person would have it: founded by a command, with the engine from its package. */
const folder = mkdtempSync(join(tmpdir(), "second-portal-"));
const packed = packEngine();
afterAll(() => {
  packed.remove();
  rmSync(folder, { recursive: true, force: true });
});
const portal = join(folder, "portal");
const day = { PORTAL_DATE: "2026-11-23" };
const founded = runScript(
  "new-portal",
  [
    portal,
    "--yes",
    "--engine",
    packed.file,
    ...Object.entries(secondAnswers).flatMap(([name, answer]) => [`--${name}`, answer]),
  ],
  day,
);
if (founded.status !== 0) throw new Error(founded.stderr);
installEngine(portal, packed.file);
commit(portal, secondFiles, "Перші набори", "2026-11-20");
const built = runInstalled(portal, ["build"], day);
const site = join(portal, "dist");
const address = `${secondAnswers.site}${secondAnswers.base}`;

test("it is built without a warning", () => {
  expect([built.status, built.stderr.split("\n").slice(1)]).toEqual([
    0,
    ["Збираю сайт: наборів — 2…", `Готово: сайт у теці ${site}.`, ""],
  ]);
});

test("no link of it is dead, and none leaves the path it stands under", () => {
  expect(deadLinks(site, address)).toEqual([]);
});

test.skipIf(!hasNginx)(
  `nginx serves it under its path with the settings it prints, and its catalogue may be published${hasNginx ? "" : ": nginx is not installed here"}`,
  async () => {
    const { port, server } = await servePortals([{ portal, site: address }], folder);
    try {
      const { catalogue } = loadPortal(portal, day.PORTAL_DATE);
      const visited = await visit({ portal, site: address }, port, {
        day: day.PORTAL_DATE,
        catalogue,
      });
      expect(visited).toEqual({
        asked: expect.any(Number),
        pages: pagesIn(site).length,
        faults: [],
        validated: true,
        accepted: true,
      });
    } finally {
      server.kill();
    }
  },
);

test("without a table of addresses no page of it offers to look for a street", () => {
  for (const page of ["index.html", "search/index.html", "street/index.html"])
    expect(readFileSync(join(site, page), "utf8")).not.toMatch(
      /(action|href)="\/vidkryti-dani\/street\/"/,
    );
});

test("links in news and dashboards lead under its path", () => {
  const news = readFileSync(join(site, "news/wells/index.html"), "utf8");
  for (const path of ["/dataset/wells/", "/dataset/wells/wells.csv", "/datasets/?theme=ENVI"])
    expect(news).toContain(`href="/vidkryti-dani${path}"`);
  expect(readFileSync(join(site, "dashboards/water/index.html"), "utf8")).toContain(
    'href="/vidkryti-dani/news/wells/"',
  );
});

test("nothing of the first city is on its pages or in its files", () => {
  expect(
    pagesIn(site)
      .filter(({ html }) => firstCity.test(html))
      .map(({ path }) => path),
  ).toEqual([]);
  for (const file of ["catalog.jsonld", "datasets.json", "robots.txt", "openapi.json", "_headers"])
    expect(readFileSync(join(site, file), "utf8")).not.toMatch(firstCity);
});

test("it speaks one language: no page, no link and no map of the site names another", () => {
  expect(pagesIn(site).filter(({ path }) => path.startsWith("/en/"))).toEqual([]);
  const home = readFileSync(join(site, "index.html"), "utf8");
  expect(home).not.toContain('hreflang="en"');
  expect(readFileSync(join(site, "sitemap.xml"), "utf8")).not.toContain("/en/");
});

test("its colours are its own", () => {
  expect(readFileSync(join(site, "colours.css"), "utf8")).toContain("--sky:#7a0f3c");
  expect(readFileSync(join(site, "index.html"), "utf8")).toContain(
    'href="/vidkryti-dani/colours.css"',
  );
});

test("no section of a page is left without words", () => {
  expect(
    // Answers of the search come into a list that waits for them.
    pagesIn(site)
      .filter(({ path }) => path !== "/search/index.html")
      .flatMap(({ path, html }) => emptySections(html).map((title) => `${path}: ${title}`)),
  ).toEqual([]);
});

test("its sign is letters, and it asks no map of coordinates nobody gave", () => {
  expect(readFileSync(join(site, "mark.svg"), "utf8")).toContain(">ВГ</text>");
  expect(readFileSync(join(site, "index.html"), "utf8")).not.toContain('class="mark plan"><line');
});

test("it is equal to its commit, as its own command finds", () => {
  const { status, stdout } = runInstalled(portal, ["verify", site]);
  expect([status, stdout.trim().split("\n").at(-1)]).toEqual([
    0,
    expect.stringMatching(/^Сайт дорівнює коміту [0-9a-f]{40}\.$/),
  ]);
});

test("npm start shows it under its path", async () => {
  const port = await freePort();
  const server = spawn("npm", ["start", "--ignore-scripts", "--silent"], {
    cwd: portal,
    env: { ...process.env, ...day, PORT: String(port) },
    detached: true,
  });
  try {
    await new Promise<void>((ready, failed) => {
      let said = "";
      for (const stream of [server.stdout, server.stderr])
        stream.on("data", (part) => {
          said += part;
          if (said.includes(`Портал працює: http://localhost:${port}/vidkryti-dani`)) ready();
        });
      server.on("close", () => failed(new Error(said)));
    });
    const home = await fetch(`http://127.0.0.1:${port}/`);
    expect([home.url, home.status]).toEqual([`http://127.0.0.1:${port}/vidkryti-dani/`, 200]);
    const style = /href="([^"]+\.css)"/.exec(await home.text())?.[1] ?? "";
    expect((await fetch(`http://127.0.0.1:${port}${style}`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${port}/vidkryti-dani/no/`)).status).toBe(404);
  } finally {
    server.removeAllListeners("close");
    // The whole of what npm began: itself, the shell, the command and the Node it may have called.
    if (server.pid !== undefined) process.kill(-server.pid);
  }
});
