import { expect, test } from "vitest";
import { openSite } from "./fixtures/browser.ts";
import { kinds } from "./fixtures/page-kinds.ts";

const site = openSite();

/** Where each of some elements of a page stands, pixels. */
async function placesOf(path: string, width: number, selector: string): Promise<Place[]> {
  const page = await site.browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(site.address + path);
  const places = await page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const { left, top, width } = element.getBoundingClientRect();
      const drawn = element instanceof SVGSVGElement ? element.viewBox.baseVal.width : width;
      return { left: Math.round(left), top: Math.round(top), scale: width / drawn };
    }),
  );
  await page.close();
  return places;
}
/** `scale`: how large a drawing is shown of what it was drawn. */
type Place = { left: number; top: number; scale: number };

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

test.each([
  [390, "under each other", 1],
  [1440, "side by side", 2],
])(
  "charts of a dashboard that follow each other stand, %i px wide, %s",
  async (width, _, columns) => {
    const charts = await placesOf("/dashboards/trees/", width, "article .chart");
    expect(charts.length).toBeGreaterThan(4);
    expect(new Set(charts.map(({ left }) => left)).size).toBe(columns);
  },
);

test("the drawings of two charts side by side begin on one line, whatever is said over them", async () => {
  const drawings = await placesOf("/dashboards/trees/", 1440, "article .wide-drawing");
  expect(drawings).toHaveLength(6);
  expect(new Set(drawings.map(({ top }) => top)).size).toBe(3);
});

test("letters of a dashboard's drawing are as large as they were drawn", async () => {
  const drawings = await placesOf("/dashboards/budget/", 1440, "article .wide-drawing svg");
  expect(drawings.length).toBeGreaterThan(3);
  expect(drawings.filter(({ scale }) => scale < 0.95)).toEqual([]);
});

test.each([
  ["/", ".home-finding, .plan-picture section, h2, main li"],
  ["/datasets/", ".item"],
  ["/registers/acts/", "dl > div, h2"],
  ["/plan/", ".tasks > li, .plan-picture section, h2"],
  ["/dashboards/trees/", "figure"],
])("on paper what belongs together on %s stays on one sheet", async (path, together) => {
  const page = await site.browser.newPage();
  await page.emulateMedia({ media: "print" });
  await page.goto(site.address + path);
  const breaks = await page
    .locator(`main :is(${together})`)
    .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).breakInside));
  expect([...new Set(breaks)]).toEqual(["avoid"]);
  await page.close();
});
