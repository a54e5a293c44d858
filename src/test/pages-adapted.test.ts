import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openSite } from "./fixtures/browser.ts";
import { kinds } from "./fixtures/page-kinds.ts";

const site = openSite();
const plain = kinds.filter((kind) => !kind.includes("?"));

/** How far a page goes beyond its width, and controls whose words do not fit in them. */
const measure = () => ({
  sideways: document.documentElement.scrollWidth - innerWidth,
  cut: [...document.querySelectorAll<HTMLElement>("a, button, summary, label, h1, h2, h3, .tag")]
    .filter((element) => element.checkVisibility() && !element.closest(".sr, .scroll"))
    // A name that only readers hear is a pixel wide.
    .filter((element) => element.offsetWidth > 1)
    .filter(
      (element) =>
        getComputedStyle(element).overflow !== "visible" &&
        element.scrollWidth > element.clientWidth + 1,
    )
    .map((element) => element.outerHTML.slice(0, 80)),
});
const whole = { sideways: 0, cut: [] };

describe("text spaced as WCAG 1.4.12 asks, at 320 px: the reflow of 1.4.10, which is 400 % of 1280", () => {
  /** One window for all: another address is faster than another window. */
  let page: Page | undefined;
  test.each(plain)("%s loses nothing", async (path) => {
    page ??= await site.browser.newPage({
      viewport: { width: 320, height: 800 },
      bypassCSP: true,
    });
    const measured = page;
    await page.goto(site.address + path);
    await page.addStyleTag({
      content:
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }",
    });
    await expect.poll(() => measured.evaluate(measure)).toEqual(whole);
  });
});

test.each([320, 768, 1440])("bars that are compared are equally long, %i wide", async (width) => {
  const page = await site.browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(`${site.address}/rating/`);
  const ends = await page
    .locator(".rated .share")
    .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().right));
  expect(ends.length).toBeGreaterThan(5);
  expect([...new Set(ends)]).toHaveLength(1);
  await page.close();
});

test("with fonts blocked every page is whole in the letters of the system", async () => {
  const page = await site.browser.newPage({ viewport: { width: 320, height: 800 } });
  await page.route("**/*.woff2", (route) => route.abort());
  for (const path of plain) {
    await page.goto(site.address + path);
    await expect
      .poll(async () => ({ path, ...(await page.evaluate(measure)) }))
      .toEqual({ path, ...whole });
  }
  await page.close();
});

test("who asks for less motion sees none", async () => {
  const page = await site.browser.newPage({ reducedMotion: "reduce" });
  for (const path of ["/", "/datasets/", "/dataset/trees-removed/"]) {
    await page.goto(site.address + path);
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll("*")].filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return (
            transitionDuration.split(", ").some((time) => time !== "0s") || animationName !== "none"
          );
        }).length,
    );
    expect({ path, moving }).toEqual({ path, moving: 0 });
  }
  await page.close();
});

test("on paper there are the words and tables, and none of the tools", async () => {
  const page = await site.browser.newPage({ viewport: { width: 794, height: 1123 } });
  await page.emulateMedia({ media: "print" });
  for (const path of [
    "/",
    "/datasets/",
    "/dataset/trees-removed/",
    "/news/trees-removed/",
    "/dashboards/trees/",
  ]) {
    await page.goto(site.address + path);
    const seen = await page.evaluate(() => ({
      heading: document.querySelector("h1")?.checkVisibility(),
      tools: [
        ...document.querySelectorAll<HTMLElement>(
          "nav, button:not(th button), input, select, footer, .skip",
        ),
      ]
        .filter((element) => element.checkVisibility())
        .map((element) => element.outerHTML.slice(0, 60)),
      // Code is copied, not retyped from a sheet.
      code: [...document.querySelectorAll("main copy-block:not(.prose) pre")].filter((element) =>
        element.checkVisibility(),
      ).length,
      // A sheet has as many columns as can be read on it, and says of how many.
      columns: [...document.querySelectorAll("data-explorer > .scroll thead th")].filter(
        (element) => element.checkVisibility(),
      ).length,
    }));
    const columns = path === "/dataset/trees-removed/" ? 9 : 0;
    expect({ path, ...seen }).toEqual({ path, heading: true, tools: [], code: 0, columns });
  }
  await page.close();
});

test("what is printed of a table is what is seen of it: the chart or the map alone, a head on every sheet", async () => {
  const page = await site.browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.emulateMedia({ media: "print" });
  const seen = () =>
    page.evaluate(() => {
      const shown = (selector: string) =>
        document.querySelector(`data-explorer ${selector}`)?.checkVisibility() ?? false;
      return {
        table: shown("> .scroll"),
        columns: shown("> .columns-tab"),
        chart: shown(".chart-tab canvas"),
        map: shown(".map"),
        tools: shown("label") || shown(".leaflet-bar"),
        // Chromium repeats no head that has buttons.
        buttons: [...document.querySelectorAll("data-explorer thead button")].filter(
          (button) => button.getClientRects().length > 0,
        ).length,
      };
    });
  const none = { table: false, columns: false, chart: false, map: false, tools: false, buttons: 0 };
  for (const [show, parts] of [
    ["table", { table: true, columns: true }],
    ["chart", { chart: true }],
    ["map", { map: true }],
    ["columns", { columns: true }],
  ] as const) {
    await page.goto(`${site.address}/dataset/trees-removed/?show=${show}`);
    await expect.poll(seen).toEqual({ ...none, ...parts });
  }
  await page.close();
});

test("a window of a map has an edge, and a cross a finger finds, in any colours", async () => {
  const page = await site.browser.newPage({ colorScheme: "dark" });
  await page.goto(`${site.address}/dataset/polling-stations/?show=map`);
  await page.locator(".map-point").last().press("Enter");
  const cross = page.locator(".leaflet-popup-close-button");
  const look = () =>
    cross.evaluate((element) => {
      const page = getComputedStyle(document.body);
      const wrapper = document.querySelector(".leaflet-popup-content-wrapper") as Element;
      const { width, height } = element.getBoundingClientRect();
      return {
        size: [width, height],
        ink: getComputedStyle(element).color === page.color,
        edge: getComputedStyle(wrapper).borderTopStyle,
      };
    });
  await expect.poll(look).toEqual({ size: [44, 44], ink: true, edge: "solid" });
  await page.close();
});

test("nothing jumps while a page comes", async () => {
  const page = await site.browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.addInitScript(() => {
    const sum = { shift: 0 };
    Object.assign(window, { sum });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput) sum.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const path of [
    "/",
    "/datasets/",
    "/dataset/trees-removed/",
    "/dataset/population-by-age/",
  ]) {
    await page.goto(site.address + path, { waitUntil: "networkidle" });
    await page.evaluate(async () => {
      for (let y = 0; y < document.body.scrollHeight; y += 700) {
        scrollTo(0, y);
        await new Promise((done) => setTimeout(done, 40));
      }
    });
    const { shift } = await page.evaluate(
      () => (window as unknown as { sum: { shift: number } }).sum,
    );
    process.stdout.write(`layout shift of ${path}: ${shift.toFixed(4)}\n`);
    expect(shift).toBeLessThan(0.01);
  }
  await page.close();
});

describe("when files do not come, the page says so and stays usable", () => {
  test.each([
    ["/search/?q=дерева", "**/search-index/**", "[data-status]", "Пошук не завантажився"],
    [
      "/dataset/streets/?q=соборна",
      "**/streets.csv",
      "data-explorer .note",
      "Не вдалося прочитати",
    ],
    [
      "/dataset/trees-removed/?show=chart",
      "**/trees-removed.csv",
      ".chart-tab .note",
      "Не вдалося прочитати",
    ],
    [
      "/dataset/trees-removed/?show=map",
      "**/trees-removed.csv",
      ".map-tab .note",
      "Не вдалося прочитати",
    ],
    ["/sql/?data=streets", "**/streets.csv", "[data-said]", "Не вдалося прочитати"],
  ])("%s without %s", async (path, lost, place, words) => {
    const page = await site.browser.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    await page.route(lost, (route) => route.abort());
    await page.goto(site.address + path);
    await expect.poll(() => page.locator(place).first().innerText()).toContain(words);
    const again = page.locator(`${place} button`);
    if ((await again.count()) > 0) {
      await page.unroute(lost);
      await again.first().click();
      await expect.poll(() => page.locator(place).first().isVisible()).toBe(false);
    }
    expect(faults).toEqual([]);
    await page.close();
  });
});
