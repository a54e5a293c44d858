import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createViteServer } from "vitest/node";
import { bigTable } from "../../test/fixtures/big-table.ts";
import { closePages, sharedBrowser } from "../../test/fixtures/browser.ts";

/** The grid alone on a page of its own, served from the sources: one browser and one server for all tests. */
const project = join(import.meta.dirname, "../../..");
let browser: Browser;
let server: Awaited<ReturnType<typeof createViteServer>>;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "grid-"));
  server = await createViteServer({
    root: project,
    configFile: false,
    logLevel: "error",
    // Libraries are made ready for the browser once, and again where one of them is another.
    cacheDir: join(project, "node_modules/.cache/grid"),
    server: { port: 0, host: "127.0.0.1", hmr: false, watch: null },
    // Found before the page asks: a library met on the way would load the page again.
    optimizeDeps: {
      noDiscovery: true,
      include: ["csv-parse/browser/esm/sync", "fastest-levenshtein", "fflate", "re2js", "zod"],
    },
  });
  await server.listen();
  browser = await sharedBrowser();
});
afterAll(async () => {
  await closePages();
  await server?.close();
  rmSync(folder, { recursive: true });
});

async function open(text: string, query = "", more: object = {}): Promise<Page> {
  const path = join(folder, "table.csv");
  writeFileSync(path, text);
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...more });
  const address = server.resolvedUrls?.local[0];
  await page.goto(`${address}src/test/fixtures/grid-page.html${query}`);
  await page.waitForFunction(() => customElements.get("table-grid"));
  await page.setInputFiles("input[type=file]", path);
  await page.waitForSelector(".grid-row");
  return page;
}
const cell = (page: Page, name: string) => {
  const [, letter = "A", row = "1"] = /^([A-Z])(\d+)$/.exec(name) ?? [];
  return page.locator(
    `[aria-rowindex="${Number(row) + 1}"] [aria-colindex="${letter.charCodeAt(0) - 63}"]`,
  );
};
/** A cell's text, without what is said of it. */
const textOf = (page: Page, name: string) =>
  cell(page, name).evaluate((element) => element.firstChild?.textContent ?? "");
const selected = (page: Page) => page.locator(".grid-at").innerText();
const count = async (page: Page) =>
  (await page.locator(".grid-count").innerText()).replaceAll("\u00a0", " ");

const sums = 'id,name,sum\n1,Вокзал,"12,5"\n2,Центр,7.25\n3,Парк,"3,5"\n4,Ліс,1.5\n5,Сад,2.5\n';

test("the keyboard of a spreadsheet: moves, edits, undoes, fills, and Tab leads out", async () => {
  const page = await open(sums);
  await page.locator(".grid-scroll").focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => selected(page)).toBe("B2");
  await page.keyboard.type("Stop");
  await page.keyboard.press("Enter");
  await expect.poll(() => textOf(page, "B2")).toBe("Stop");
  await expect.poll(() => selected(page)).toBe("B3");
  await page.keyboard.press("F2");
  await page.keyboard.type("!");
  await page.keyboard.press("Tab");
  await expect.poll(() => textOf(page, "B3")).toBe("Центр!");
  await expect.poll(() => selected(page)).toBe("C3");
  await page.keyboard.type("x");
  await page.keyboard.press("Escape");
  await expect.poll(() => textOf(page, "C3")).toBe("7.25");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect
    .poll(() => Promise.all([textOf(page, "B2"), textOf(page, "B3")]))
    .toEqual(["Вокзал", "Центр"]);
  await page.keyboard.press("Control+Shift+z");
  await expect.poll(() => textOf(page, "B2")).toBe("Stop");
  await expect
    .poll(() => page.getByRole("button", { name: /^↷?\s*Повторити: B3/ }).count())
    .toBe(1);
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+Control+ArrowDown");
  await page.keyboard.press("Control+d");
  await expect.poll(() => textOf(page, "A6")).toBe("2");
  await page.keyboard.press("Tab");
  await expect.poll(() => page.evaluate(() => document.activeElement?.role)).not.toBe("grid");
  await page.close();
});

test("a file that was just read is not judged a second time", async () => {
  const page = await open(sums);
  const isJudging = await page.evaluate(
    () => (document.querySelector("table-grid") as unknown as { isJudging: boolean }).isJudging,
  );
  expect(isJudging).toBe(false);
  await page.close();
});

test("findings are gone to, mended by one press in the whole column, and come back when that is undone", async () => {
  const page = await open(sums);
  await expect.poll(() => count(page)).toBe("1 зауваження");
  await page.locator(".grid-scroll").focus();
  await page.keyboard.press("F8");
  await expect.poll(() => selected(page)).toBe("C2");
  await expect.poll(() => cell(page, "C2").innerText()).toContain("зауваження");
  await page.locator(".grid-found button").click();
  await expect
    .poll(() => Promise.all([textOf(page, "C2"), textOf(page, "C4")]))
    .toEqual(["12.5", "3.5"]);
  await expect.poll(() => count(page)).toBe("Зауважень немає");
  await page.getByRole("button", { name: /Скасувати: виправлення/ }).click();
  await expect.poll(() => count(page)).toBe("1 зауваження");
  await page.close();
});

test("a block comes from the clipboard and goes to it; what does not fit is told", async () => {
  const page = await open(sums);
  await page.locator(".grid-scroll").focus();
  const event = (kind: string, text = "") =>
    page.evaluate(
      ([type, data]) => {
        const clipboardData = new DataTransfer();
        if (data) clipboardData.setData("text/plain", data);
        const sent = new ClipboardEvent(type ?? "", {
          clipboardData,
          cancelable: true,
          bubbles: true,
        });
        document.activeElement?.dispatchEvent(sent);
        return clipboardData.getData("text/plain");
      },
      [kind, text],
    );
  await page.keyboard.press("Control+ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await event("paste", 'а\tб\tв\r\n"г\nґ"\tд\tе\r\n');
  await expect.poll(() => textOf(page, "B3")).toBe("г\nґ");
  await expect
    .poll(() => page.locator(".grid-status").innerText())
    .toContain("Не вмістилося в таблицю: 1");
  expect(await event("copy")).toBe('а\tб\r\n"г\nґ"\tд');
  await event("cut");
  await expect.poll(() => textOf(page, "B3")).toBe("");
  await page.close();
});

test("a column of people is dropped by one press, and replacing shows first what it will do", async () => {
  const page = await open(
    "id,holder,street\n1,Петренко Іван Миколайович,вул. Нова\n2,Шевченко Ольга Іванівна,вул. Стара\n3,Коваль Петро Петрович,вул. Тиха\n",
  );
  await page.getByRole("button", { name: "Вилучити колонку B «holder»" }).click();
  await expect.poll(() => page.locator(".grid-persons .note").count()).toBe(0);
  await expect.poll(() => page.locator(".grid-letter").allInnerTexts()).toEqual(["A", "C"]);
  await page.locator(".grid-scroll").focus();
  await page.keyboard.press("End");
  await page.getByRole("button", { name: "Знайти й замінити" }).click();
  await page.getByLabel("Знайти", { exact: true }).fill("вул.");
  await page.getByLabel("Замінити на").fill("вулиця");
  await expect
    .poll(() => page.locator(".grid-preview p").innerText())
    .toBe("Буде змінено 3 комірки:");
  await page.getByRole("button", { name: "Замінити все" }).click();
  await expect
    .poll(() => page.locator('[aria-rowindex="3"] [role=gridcell]').last().innerText())
    .toBe("вулиця Нова");
  await page.getByRole("button", { name: "Зроблені зміни" }).click();
  await page.getByRole("button", { name: /Скасувати: вилучення колонки B/ }).click();
  await expect.poll(() => page.locator(".grid-letter").allInnerTexts()).toEqual(["A", "B", "C"]);
  await page.close();
});

test("a column takes the name of the structure's field that is chosen for it", async () => {
  const page = await open("uid,nazva,lat\n1,Вокзал,48.5\n2,Центр,48.6\n", "?structure=27-stops");
  await page.getByRole("button", { name: "Звірити колонки" }).click();
  await page.getByLabel("Поле для колонки B · nazva").selectOption("label");
  await expect.poll(() => textOf(page, "B1")).toBe("label");
  await expect.poll(() => page.locator(".grid-matches .matched").count()).toBe(3);
  await page.close();
});

test("a finger taps to select and taps again to edit", async () => {
  const page = await open(sums, "", { hasTouch: true, viewport: { width: 390, height: 844 } });
  await cell(page, "B3").tap();
  await expect.poll(() => selected(page)).toBe("B3");
  await cell(page, "B3").tap();
  await page.keyboard.type("!");
  await page.keyboard.press("Enter");
  await expect.poll(() => textOf(page, "B3")).toBe("Центр!");
  await page.close();
});

test("a hundred thousand rows: only what is seen is drawn, and no picture waits for long", async () => {
  const page = await open([...bigTable(25e6)].join(""));
  const grid = page.locator(".grid-scroll");
  await expect
    .poll(async () => Number(await grid.getAttribute("aria-rowcount")))
    .toBeGreaterThan(100_000);
  await grid.focus();
  await page.keyboard.press("Control+ArrowDown");
  await expect.poll(() => page.locator(".grid-cell.current").count()).toBe(1);
  await expect.poll(() => page.locator(".grid-row").count()).toBeLessThan(60);
  await page.keyboard.type("9");
  await page.keyboard.press("Enter");
  // The judge works on 25 MB meanwhile: the page scrolls on.
  const longest = await page.evaluate(async () => {
    const scroll = document.querySelector(".grid-scroll");
    let last = performance.now();
    let worst = 0;
    for (let step = 0; step < 60; step++) {
      if (scroll) scroll.scrollTop = step * 40_000;
      await new Promise(requestAnimationFrame);
      worst = Math.max(worst, performance.now() - last);
      last = performance.now();
    }
    return worst;
  });
  expect(longest).toBeLessThan(1000);
  await page.close();
});

test.each(["light", "dark"] as const)("axe finds nothing, %s", async (colorScheme) => {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const page = await open(sums, "?structure=27-stops", { colorScheme });
  await page.locator(".grid-scroll").focus();
  await page.keyboard.press("F8");
  for (const name of ["Знайти й замінити", "Звірити колонки", "Зроблені зміни"]) {
    await page.getByRole("button", { name }).click();
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { violations } = await (
        window as unknown as {
          axe: {
            run(
              root: Element,
            ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
          };
        }
      ).axe.run(document.querySelector("main") as Element);
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(violations).toEqual([]);
  }
  await page.close();
});
