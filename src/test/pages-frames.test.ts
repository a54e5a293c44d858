import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { openSite } from "./fixtures/browser.ts";

const site = openSite();

/** What a frame says of its table, and in which language. */
const saidBy = async (page: Page): Promise<string[]> => [
  await page.locator("html").getAttribute("lang").then(String),
  await page.locator("[data-status]").innerText(),
  await page.locator("main > p.quiet a").getAttribute("href").then(String),
];

test("a frame is one page for both languages: Ukrainian, and English where its address asks for it", async () => {
  const page = await site.browser.newPage();
  const frame = `${site.address}/embed/table/streets/streets/`;
  await page.goto(frame);
  await expect.poll(() => saidBy(page)).toEqual(["uk", "Перші 20 з 848", "/dataset/streets/"]);
  await page.goto(`${frame}?lang=en`);
  await expect.poll(() => saidBy(page)).toEqual(["en", "First 20 of 848", "/en/dataset/streets/"]);
  // Only one of the two ever came to life, and a view keeps the language.
  await expect.poll(() => page.locator("data-explorer").count()).toBe(1);
  await page.locator("[data-asks] input").fill("Шевченка");
  await expect.poll(() => page.locator("[data-status]").innerText()).toMatch(/found of/);
  await page.locator("th button").first().click();
  await page.waitForURL(/\?lang=en&q=[^&]+&sort=/);
  await page.close();
});

test("a chart's frame is drawn in the language its address asks for", async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.address}/embed/chart/trees-removed/species/?lang=en`);
  await page.locator("data-chart svg:visible").waitFor();
  await expect.poll(() => page.locator("data-chart").count()).toBe(1);
  await expect.poll(() => page.locator("details summary").innerText()).toBe("Numbers of the chart");
  await page.close();
});

test("without JavaScript a frame is Ukrainian and holds its rows", async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.address}/embed/table/streets/streets/?lang=en`);
  await expect.poll(async () => (await saidBy(page))[0]).toBe("uk");
  await expect.poll(() => page.locator("data-explorer > .scroll tbody tr").count()).toBe(20);
  await context.close();
});

test("a host without rules of redirects shows the page of what is not there, which leads on from a former address", async () => {
  const page = await site.browser.newPage();
  const missing = readFileSync(join(inject("site"), "404.html"), "utf8");
  await page.route(/\/(en\/embed\/table|nowhere)\//, (route) =>
    route.fulfill({ status: 404, contentType: "text/html", body: missing }),
  );
  await page.goto(`${site.address}/en/embed/table/streets/streets/?q=a`);
  await page.waitForURL(/\/embed\/table\/streets\/streets\/\?lang=en&q=a$/);
  await expect.poll(async () => (await saidBy(page))[0]).toBe("en");
  await page.goto(`${site.address}/nowhere/`);
  await expect.poll(() => page.locator("h1").innerText()).toBe("Такої сторінки немає");
  await page.close();
});
