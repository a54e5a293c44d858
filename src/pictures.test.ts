import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, serveFolder } from "./fixtures/browser.ts";
import { buildPortal } from "./fixtures/portal-site.ts";
import { shownPortal } from "./fixtures/shown-portal.ts";

/** Pictures a person has looked at. `UPDATE_PICTURES=1 npx vitest run src/pictures.test.ts` takes them anew: look at them before they are committed. */
const folder = join(import.meta.dirname, "fixtures/pictures");
const shots = [
  { width: 390, colorScheme: "light", wide: 195 },
  { width: 1280, colorScheme: "dark", wide: 320 },
] as const;
const kinds: Record<string, string> = {
  home: "/",
  catalogue: "/datasets/",
  "catalogue-none": "/datasets/?q=йцукен",
  dataset: "/dataset/trees/",
  "dataset-table": "/dataset/trees/?q=липи#table",
  "dataset-chart": "/dataset/trees/?show=chart&chart=bar&x=kind&by=street#table",
  "dataset-map": "/dataset/trees/?show=map#table",
  "embed-table": "/embed/table/trees/trees/",
  "embed-chart": "/embed/chart/trees/kinds/",
  theme: "/theme/envi/",
  publishers: "/publishers/",
  publisher: "/publisher/council/",
  "news-list": "/news/",
  news: "/news/trees/",
  search: "/search/?q=дерева",
  "search-none": "/search/?q=йцукен",
  sql: "/sql/?data=trees",
  "sql-error": "/sql/?data=trees&sql=SELEC",
  check: "/check/",
  structures: "/structures/",
  structure: "/structures/36-parkingLots/",
  help: "/help/",
  rule: "/help/cells-valid/",
  api: "/api/",
  about: "/about/",
  accessibility: "/accessibility/",
  requests: "/requests/",
  showcase: "/showcase/",
  dashboards: "/dashboards/",
  quality: "/quality/",
  status: "/status/",
  registry: "/registry/",
  rating: "/rating/",
  registers: "/registers/",
  register: "/registers/acts/",
  lost: "/404.html",
  english: "/en/dataset/trees/",
};
/** How far colours may be, of 255 and on average; other builds of a browser draw letters a little otherwise. */
const tolerance = 6;

let built: ReturnType<typeof buildPortal>;
let server: Awaited<ReturnType<typeof serveFolder>>;
let browser: Browser;
beforeAll(async () => {
  built = buildPortal(shownPortal);
  server = await serveFolder(built.site);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  built.remove();
});

const source = (bytes: Buffer, type: string): string =>
  `data:image/${type};base64,${bytes.toString("base64")}`;

describe.each(shots)("at $width px, $colorScheme", ({ width, colorScheme, wide }) => {
  test("every kind of page looks as the person who looked at it saw it", async () => {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      reducedMotion: "reduce",
    });
    const studio = await context.newPage();
    const unlike: string[] = [];
    for (const [name, path] of Object.entries(kinds)) {
      const page = await context.newPage();
      await page.goto(server.address + path, {
        waitUntil: path.includes("?") ? "networkidle" : "load",
      });
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(150);
      const shot = source(await page.screenshot(), "png");
      await page.close();
      const file = join(folder, `${name}-${width}.webp`);
      if (process.env.UPDATE_PICTURES || !existsSync(file)) {
        if (process.env.CI) {
          unlike.push(`${name}: no picture`);
          continue;
        }
        const small = await studio.evaluate(shrink, { shot, wide });
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, Buffer.from(small.split(",")[1] ?? "", "base64"));
      }
      const known = source(readFileSync(file), "webp");
      const far = await studio.evaluate(difference, { shot, known, wide });
      if (far > tolerance) unlike.push(`${name}: ${far.toFixed(1)} of 255`);
    }
    await context.close();
    expect(unlike).toEqual([]);
  });
});

/** A picture made so many pixels wide, as WebP. Runs in the browser. */
async function shrink({ shot, wide }: { shot: string; wide: number }): Promise<string> {
  const image = new Image();
  image.src = shot;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = wide;
  canvas.height = Math.round((image.height * wide) / image.width);
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("No canvas.");
  pen.imageSmoothingQuality = "high";
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/webp", 0.7);
}

/** Mean distance of two pictures' colours, of 255, both made small. Runs in the browser. */
async function difference({
  shot,
  known,
  wide,
}: {
  shot: string;
  known: string;
  wide: number;
}): Promise<number> {
  const pixels = async (address: string) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = wide / 2;
    canvas.height = Math.round((image.height * wide) / image.width / 2);
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("No canvas.");
    pen.imageSmoothingQuality = "high";
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return pen.getImageData(0, 0, canvas.width, canvas.height).data;
  };
  const [a, b] = [await pixels(shot), await pixels(known)];
  if (a.length !== b.length) return 255;
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += Math.abs((a[at] ?? 0) - (b[at] ?? 0));
  return sum / a.length / 0.75;
}
