import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { openBrowser } from "../src/test/fixtures/browser.ts";
import { command } from "./command.ts";

const types: Record<string, string> = {
  html: "text/html",
  css: "text/css",
  js: "text/javascript",
  json: "application/json",
  svg: "image/svg+xml",
};

/** A built site at an address of this machine; text goes packed, as every host sends it. */
async function serve(site: string): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname);
    const named = join(site, path);
    const file =
      existsSync(named) && statSync(named).isDirectory() ? join(named, "index.html") : named;
    if (!existsSync(file)) return response.writeHead(404).end();
    const type = types[file.split(".").at(-1) ?? ""];
    const bytes = readFileSync(file);
    // What GitHub Pages lets a browser keep.
    response.setHeader("cache-control", "max-age=600");
    if (!type) return response.end(bytes);
    response.writeHead(200, {
      "content-type": `${type}; charset=utf-8`,
      "content-encoding": "gzip",
    });
    return response.end(gzipSync(bytes));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Lighthouse's slow phone: 1.6 Mbit/s, 150 ms there and back, a processor four times slower. */
const phone = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

/** The browser's own «Slow 4G» (DevTools): nine tenths of that, and 562 ms. */
const slower = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1_600_000 / 8) * 0.9,
  uploadThroughput: (750_000 / 8) * 0.9,
};

/** One page as the phone first shows it: milliseconds to its largest paint, and how much of it moved. */
async function paint(
  browser: Browser,
  address: string,
): Promise<{ largest: number; shift: number }> {
  const { page, context } = await openPhone(browser, phone);
  await page.goto(address, { waitUntil: "networkidle" });
  const seen = await page.evaluate(
    () => (window as unknown as { seen: { largest: number; shift: number } }).seen,
  );
  await context.close();
  return seen;
}

/** A page on a slow phone, which notes its largest paint and how much of it moves. */
async function openPhone(browser: Browser, network: typeof phone) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", network);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(() => {
    const seen = { largest: 0, shift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      seen.largest = list.getEntries().at(-1)?.startTime ?? 0;
    }).observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        seen.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  return { page, context, session };
}

/**
 * A search opened by its address, or from the home page by who types there and presses Enter: milliseconds to the first
 * thing found, bytes and requests until then, shift.
 */
async function firstAnswer(
  browser: Browser,
  { address, query, typed }: { address: string; query: string; typed?: boolean | undefined },
  network: typeof phone,
) {
  const { page, context, session } = await openPhone(browser, network);
  if (typed) {
    await page.goto(address, { waitUntil: "networkidle" });
    await page.locator("#home-search").pressSequentially(query, { delay: 110 });
  }
  const came = { bytes: 0, requests: 0 };
  session.on("Network.requestWillBeSent", () => {
    came.requests++;
  });
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    came.bytes += encodedDataLength;
  });
  const began = performance.now();
  if (typed) await page.keyboard.press("Enter");
  else
    await page.goto(`${address}/search/?q=${encodeURIComponent(query)}`, { waitUntil: "commit" });
  await page.waitForSelector("search-results ul.register li", { timeout: 60_000 });
  const told = { milliseconds: performance.now() - began, ...came };
  await page.waitForLoadState("networkidle");
  const shift = await page.evaluate(
    () => (window as unknown as { seen: { shift: number } }).seen.shift,
  );
  await context.close();
  return { ...told, shift };
}

/** Three of each kind of query; a form is one that no title has. */
const asked: readonly { kind: string; queries: readonly string[]; typed?: boolean }[] = [
  { kind: "by address", queries: ["школи", "дерева", "бюджет"] },
  { kind: "another form", queries: ["школами", "деревам", "бюджетові"] },
  { kind: "a slip", queries: ["дереава", "бюджжет", "вибоирчі"] },
  { kind: "another layout", queries: ["irjkb", "lthtdf", "dekbws"] },
  { kind: "typed at home", queries: ["школи", "дерева", "бюджет"], typed: true },
];

/** The first answer of the search to each kind of query, the middle of three, at both slow networks. */
async function measureSearch(browser: Browser, address: string): Promise<void> {
  for (const [name, network] of Object.entries({ "150 ms": phone, "562 ms": slower }))
    for (const { kind, queries, typed } of asked) {
      const runs = [];
      for (const query of queries)
        runs.push(await firstAnswer(browser, { address, query, typed }, network));
      runs.sort((a, b) => a.milliseconds - b.milliseconds);
      const { milliseconds = 0, bytes = 0, requests = 0, shift = 0 } = runs[1] ?? {};
      process.stdout.write(
        `search, first answer, ${name}, ${kind}: ${(milliseconds / 1000).toFixed(2)} s, ${(bytes / 1000).toFixed(0)} KB, ${requests} requests, shift ${shift.toFixed(3)}\n`,
      );
    }
}

/** Milliseconds from a change of a control of the catalogue to the new count on its page, the middle of several. */
async function answer(
  browser: Browser,
  address: string,
  changes: readonly [selector: string, value?: string][],
): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(address, { waitUntil: "networkidle" });
  const times: number[] = [];
  for (const [selector, value] of changes) {
    const time = await page.evaluate(
      async ([css = "", text]) => {
        const control = document.querySelector<HTMLInputElement>(css);
        const count = document.querySelector("[data-count]");
        if (!control || !count) return -1;
        const begin = performance.now();
        const said = new Promise<void>((done) => {
          new MutationObserver((_, observer) => {
            observer.disconnect();
            done();
          }).observe(count, { childList: true, characterData: true, subtree: true });
          setTimeout(done, 5000);
        });
        if (text === undefined) control.click();
        else {
          control.value = text;
          control.dispatchEvent(new Event("input", { bubbles: true }));
        }
        await said;
        return performance.now() - begin;
      },
      [selector, value] as const,
    );
    times.push(time);
  }
  await page.close();
  // The first answer fetches what the others need.
  return times.slice(1).sort((a, b) => a - b)[Math.floor((times.length - 1) / 2)] ?? 0;
}

const pages = ["/", "/datasets/", "/dataset/trees-removed/", "/search/"];
const words = ["з", "зу", "зуп", "зупи", "зупин", "зупинк", "зупинки"];
const themeBox = (place: number) => `fieldset label:nth-of-type(${place}) input[name="theme"]`;

/** The middle of three showings of each page. */
async function measurePages(browser: Browser, address: string, site: string): Promise<void> {
  for (const path of pages) {
    if (!existsSync(join(site, path))) continue;
    const runs = [
      await paint(browser, address + path),
      await paint(browser, address + path),
      await paint(browser, address + path),
    ].sort((a, b) => a.largest - b.largest);
    const middle = runs[1];
    process.stdout.write(
      `${path.padEnd(26)} largest paint ${((middle?.largest ?? 0) / 1000).toFixed(2)} s, shift ${(middle?.shift ?? 0).toFixed(3)}\n`,
    );
  }
}

/** How long the catalogue thinks over a facet and over a letter. */
async function measureCatalogue(browser: Browser, address: string): Promise<void> {
  const catalogue = `${address}/datasets/`;
  const boxes = [1, 2, 3, 4, 5, 6].map((place): [string] => [themeBox(place)]);
  const facets = await answer(browser, catalogue, boxes);
  const typed = words.map((text): [string, string] => ["#catalogue-q", text]);
  const letters = await answer(browser, catalogue, typed);
  process.stdout.write(
    `catalogue: a facet ${facets.toFixed(1)} ms, a letter ${letters.toFixed(1)} ms\n`,
  );
}

/** A built site as a slow phone meets it: largest paint, shift, and how long the catalogue thinks over a facet and a letter. */
await command(
  {
    about:
      "Міряє зібраний сайт, як його бачить повільний телефон: найбільший малюнок, зсув, відповідь каталогу, перша відповідь пошуку.",
    positionals: "[ТЕКА]",
    options: {
      only: {
        type: "string",
        value: "ЩО",
        choices: ["search"],
        about: "лише перша відповідь пошуку",
      },
    },
  },
  async ({ positionals, values }) => {
    const site = resolve(positionals[0] ?? "dist");
    const { server, address } = await serve(site);
    const browser = await openBrowser();
    try {
      if (values.only !== "search") {
        await measurePages(browser, address, site);
        await measureCatalogue(browser, address);
      }
      await measureSearch(browser, address);
    } finally {
      await browser.close();
      server.close();
    }
  },
);
