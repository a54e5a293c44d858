import { afterAll, expect, test } from "vitest";
import { examplePortal } from "../../rules/example-portal.ts";
import { openSite } from "../../test/fixtures/browser.ts";
import { buildPortal } from "../../test/fixtures/portal-site.ts";

const passport = "data/datasets/stops/datapackage.yaml";
/** A grid of streets over a town: more than a phone should fetch at once. */
const streets = Array.from({ length: 900 }, (_, at) => ({
  type: "Feature",
  properties: { kind: "street", level: 1 + (at % 4), name: `вулиця Мережна ${at}-та` },
  geometry: {
    type: "MultiLineString",
    coordinates: [
      [
        [32.1 + at * 0.0003, 48.42],
        [32.1 + at * 0.0003, 48.5],
        [32.1 + at * 0.0003, 48.58],
      ],
    ],
  },
}));
const built = buildPortal({
  ...examplePortal,
  [passport]: `${examplePortal[passport]}`.replace(
    "        - { name: platforms,",
    "        - { name: lat, type: number, title: Широта }\n        - { name: lon, type: number, title: Довгота }\n        - { name: address, type: string, title: Адреса }\n        - { name: platforms,",
  ),
  "data/datasets/stops/stops.csv": `id,name,lat,lon,address,platforms
1,Вокзал,48.5000,32.2000,"вул. Соборна, 1",2
2,Центр,48.5020,32.2000,"вул. Соборна, 10",1
3,Парк,48.5100,32.2500,"вул. Паркова, 3",1
`,
  "data/basemap.json": JSON.stringify({ type: "FeatureCollection", features: streets }),
});
afterAll(() => built.remove());
const site = openSite(() => built.site);

test("a map fetches the tiles it shows, others when it comes nearer, and none that is not there", async () => {
  const page = await site.browser.newPage({
    viewport: { width: 390, height: 800 },
    reducedMotion: "reduce",
  });
  const asked: string[] = [];
  const missing: string[] = [];
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (response.status() >= 400) missing.push(pathname);
    if (pathname.startsWith("/basemap")) asked.push(pathname);
  });
  await page.goto(`${site.address}/dataset/stops/?show=map`);
  const levels = () =>
    [...new Set(asked.flatMap((path) => path.match(/basemap\/(\d+)\//)?.[1] ?? []))].map(Number);
  await expect.poll(levels).toHaveLength(1);
  await expect.poll(() => page.locator(".map-name").count()).toBeGreaterThan(0);
  const far = Math.max(...levels());
  const before = asked.length;
  expect(asked.filter((path) => path.endsWith(".mvt")).length).toBeLessThanOrEqual(12);
  for (let step = 0; step < 3; step++) await page.locator(".leaflet-control-zoom-out").click();
  await expect.poll(() => Math.min(...levels())).toBeLessThan(far);
  // Back at what is known, nothing is asked again.
  for (let step = 0; step < 3; step++) await page.locator(".leaflet-control-zoom-in").click();
  expect(asked.length).toBeGreaterThan(before);
  expect(new Set(asked).size).toBe(asked.length);
  expect(missing).toEqual([]);
  await page.close();
});

test("a street that only the ground knows is found, though no tile has all streets", async () => {
  const page = await site.browser.newPage({ viewport: { width: 390, height: 800 } });
  await page.goto(`${site.address}/dataset/stops/?show=map`);
  await page.getByLabel("Найближче до адреси").fill("Мережна 320-та");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => page.locator(".nearest li button").allInnerTexts())
    .toEqual(["Вокзал", "Центр", "Парк"]);
  await page.close();
});

test("where the system forces its colours, streets are seen on the map", async () => {
  const page = await site.browser.newPage({ forcedColors: "active" });
  await page.goto(`${site.address}/dataset/stops/?show=map`);
  await expect.poll(() => page.locator(".map-name").count()).toBeGreaterThan(0);
  /** How much darker than the paper the darkest dot of the ground is, of 255. */
  const darkest = () =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>(".leaflet-ground-pane canvas");
      const dots = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
      if (!dots) return 0;
      let most = 0;
      for (let at = 0; at < dots.length; at += 4)
        if (dots[at + 3] === 255) most = Math.max(most, 255 - (dots[at] ?? 255));
      return most;
    });
  await expect.poll(darkest).toBeGreaterThan(80);
  await page.close();
});
