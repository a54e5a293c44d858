import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openBrowser, serveFolder } from "./fixtures/browser.ts";
import { kinds } from "./fixtures/page-kinds.ts";

let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;
beforeAll(async () => {
  server = await serveFolder(inject("site"));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test.each(kinds)(
  "%s: Tab reaches every control in order, each with a visible focus",
  async (path) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(server.address + path, { waitUntil: "networkidle" });
    const controls = await page.evaluate(
      () =>
        [
          ...document.querySelectorAll<HTMLElement>(
            "a[href], button, input, select, summary, [tabindex='0']",
          ),
        ]
          .filter((element) => element.checkVisibility({ visibilityProperty: true }))
          .map((element, index) => {
            element.dataset.stop = String(index);
            return index;
          }).length,
    );
    const reached: string[] = [];
    const unseen: string[] = [];
    for (let index = 0; index < controls; index += 1) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        return {
          stop: element.dataset.stop ?? element.tagName,
          html: element.outerHTML.slice(0, 80),
          seen:
            outlineStyle !== "none" &&
            parseFloat(outlineWidth) >= 2 &&
            box.width > 0 &&
            box.bottom > 0 &&
            box.top < innerHeight,
        };
      });
      reached.push(stop.stop);
      if (!stop.seen) unseen.push(stop.html);
    }
    await page.close();
    expect({ reached, unseen }).toEqual({
      reached: Array.from({ length: controls }, (_, index) => String(index)),
      unseen: [],
    });
  },
);
