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

test.each([
  [390, "under each other", 1],
  [1440, "side by side", 2],
])(
  "charts of a dashboard that follow each other stand, %i px wide, %s",
  async (width, _, columns) => {
    const page = await site.browser.newPage({ viewport: { width, height: 900 } });
    await page.goto(`${site.address}/dashboards/trees/`);
    const lefts = await page
      .locator("article .chart")
      .evaluateAll((charts) =>
        charts.map((chart) => Math.round(chart.getBoundingClientRect().left)),
      );
    expect(lefts.length).toBeGreaterThan(4);
    expect(new Set(lefts).size).toBe(columns);
    await page.close();
  },
);

test("the drawings of two charts side by side begin on one line, whatever is said over them", async () => {
  const page = await site.browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${site.address}/dashboards/trees/`);
  const tops = await page
    .locator("article .wide-drawing")
    .evaluateAll((drawings) =>
      drawings.map((drawing) => Math.round(drawing.getBoundingClientRect().top)),
    );
  expect(tops).toHaveLength(6);
  expect(new Set(tops).size).toBe(3);
  await page.close();
});

test("letters of a dashboard's drawing are as large as they were drawn", async () => {
  const page = await site.browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${site.address}/dashboards/budget/`);
  const scales = await page
    .locator("article .wide-drawing svg")
    .evaluateAll((drawings) =>
      drawings.map(
        (svg) => svg.getBoundingClientRect().width / (svg as SVGSVGElement).viewBox.baseVal.width,
      ),
    );
  expect(scales.length).toBeGreaterThan(3);
  expect(scales.filter((scale) => scale < 0.95)).toEqual([]);
  await page.close();
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
