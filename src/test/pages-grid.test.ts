import { expect, test } from "vitest";
import { openSite } from "./fixtures/browser.ts";
import { kinds } from "./fixtures/page-kinds.ts";

const site = openSite();

test("on a wide desk the header, the text and the footer of every page stand on one line", async () => {
  const page = await site.browser.newPage({ viewport: { width: 1600, height: 900 } });
  const leftOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => Math.round(element.getBoundingClientRect().left));
  const lefts: Record<string, number[]> = {};
  for (const path of kinds.filter((kind) => !/^\/embed|\?/.test(kind))) {
    await page.goto(site.address + path);
    const found = [await leftOf(".brand"), await leftOf("h1"), await leftOf(".bottom .groups")];
    if (found.some((left) => left !== 160)) lefts[path] = found;
  }
  expect(lefts).toEqual({});
  await page.close();
});
