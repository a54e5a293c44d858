import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openSite } from "./fixtures/browser.ts";
import { flawsOf } from "./fixtures/page-flaws.ts";
import { openGitHubWithPortal, pageWith } from "./fixtures/published-with.ts";
import { choose, csv, headings, next, send, stops, streets } from "./fixtures/publishing.ts";

const site = openSite();
let github: Awaited<ReturnType<typeof openGitHubWithPortal>>;
beforeAll(async () => {
  github = await openGitHubWithPortal();
});
afterAll(() => github.stop());

async function opened(query = ""): Promise<Page> {
  const context = await site.browser.newContext();
  const page = await pageWith(context, github);
  await page.goto(`${site.address}/publish/${query}`);
  return page;
}

test("before a file is chosen the page weighs less than sixty kilobytes", async () => {
  const page = await opened();

  const names: string[] = [];
  page.on("response", (response) => names.push(new URL(response.url()).pathname));

  await page.goto(`${site.address}/publish/`, { waitUntil: "networkidle" });
  // As hosts send them: packed. Letters are the same on every page, and kept by the browser.
  // Each once: words of the page before may come when this one is listened to already.
  const sizes = [...new Set(names)]
    .filter((name) => !/\.(woff2|png|svg|ico)$/.test(name))
    .map((name) => {
      const file = join(inject("site"), name.endsWith("/") ? `${name}index.html` : name);
      return gzipSync(readFileSync(file)).length;
    });
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000);
  await page.context().close();
});

test.each([
  { width: 320, scheme: "light" },
  { width: 320, scheme: "dark" },
  { width: 1280, scheme: "dark" },
] as const)("every step stands without a flaw at $width px, $scheme", async ({ width, scheme }) => {
  const context = await site.browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
  });
  const page = await pageWith(context, github);
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  const judge = async (step: string) => {
    expect({ step, ...(await flawsOf(page)), faults }).toEqual({
      step,
      violations: [],
      sideways: 0,
      faults: [],
    });
  };
  await page.goto(`${site.address}/publish/`);
  await page.getByRole("button", { name: "Оновити набір" }).click();
  await headings(page, "Оновити набір");
  await judge("what");
  await next(page);
  await page.getByRole("alert").waitFor();
  await judge("what is missing");
  await page.fill("#dataset", "вулиц");
  await page.locator("#about-streets").check();
  await next(page);
  await headings(page, "Новіша таблиця");
  await page.setInputFiles("#file", csv(streets().after, "вулиці.csv"));
  await page.getByRole("grid").waitFor();
  await judge("file");
  await next(page);
  await headings(page, "Перегляд");
  await judge("look");
  await next(page);
  await headings(page, "Надіслати");
  await judge("send");
  await send(page);
  await page.getByText("Зміну розглядають.").waitFor();
  await judge("request");
  await page.goto(`${site.address}/publish/?kind=new-dataset`);
  await choose(page, csv(stops));
  await headings(page, "Опис");
  await judge("passport");
  await context.close();
});

test.each<[situation: string, name: string, text: string, why: string]>([
  ["a file without a line", "порожній.csv", "", "У файлі немає таблиці."],
  [
    "a page of the web that calls itself a workbook",
    "звіт.xls",
    "<html><body><table><tr><td>Школа</td></tr></table></body></html>",
    "Це вебсторінка, яку програма назвала книгою Excel.",
  ],
  [
    "quotes that nobody closed",
    "школи.csv",
    'Назва,Кількість\n"Школа №1,5\n"Школа "Мрія"",6\nСадок,7\n',
    "Лапки стоять посеред комірки.",
  ],
])(
  "%s is told why it cannot be read, and who goes on is told again",
  async (_, name, text, why) => {
    const page = await opened("?kind=new-dataset");
    await page.setInputFiles("#file", csv(text, name));
    await page.getByText(why).waitFor();
    await expect.poll(() => page.getByText("Файл не прочитано до кінця").isVisible()).toBe(true);
    await expect.poll(() => page.getByLabel("Офіційна структура").count()).toBe(0);
    await next(page);
    await page.getByRole("alert").getByText("причина — у зауваженнях").waitFor();
    expect(await flawsOf(page)).toEqual({ violations: [], sideways: 0 });
    await page.context().close();
  },
);

test("a page asks for nothing that its policy forbids", async () => {
  const context = await site.browser.newContext();
  const page = await pageWith(context, github);
  const refused: string[] = [];
  await page.exposeFunction("refused", (what: string) => refused.push(what));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ blockedURI, violatedDirective }) =>
      (window as unknown as { refused(what: string): void }).refused(
        `${violatedDirective}: ${blockedURI}`,
      ),
    );
  });
  await page.goto(`${site.address}/publish/?kind=passport-correction&about=streets`);
  await headings(page, "Опис");
  await next(page);
  await headings(page, "Перегляд");
  await page.goto(`${site.address}/review/`);
  await page.locator("review-page[aria-busy=false]").waitFor();
  expect(refused).toEqual([]);
  await context.close();
});

test("the whole road is gone by keys alone", async () => {
  const page = await opened("?kind=dataset-update");
  await headings(page, "Оновити набір");
  /** Tab until something with this name has the focus. */
  const reach = async (name: RegExp) => {
    for (let presses = 0; presses < 80; presses++) {
      const focused = await page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement | null;
        // Before anything has the focus it is the body's, in which everything is named.
        if (element === (document.body as HTMLElement)) return "";
        return element?.labels?.[0]?.textContent ?? element?.textContent ?? "";
      });
      if (name.test(focused)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Nothing named ${name} is reached by Tab.`);
  };
  await reach(/Який це набір/);
  await page.keyboard.type("вулиць");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await reach(/^Далі$/);
  await page.keyboard.press("Enter");
  await headings(page, "Новіша таблиця");
  await page.setInputFiles("#file", csv(streets().after, "вулиці.csv"));
  await page.getByRole("grid").waitFor();
  for (const heading of ["Перегляд", "Надіслати"]) {
    await reach(/^Далі$/);
    await page.keyboard.press("Enter");
    await headings(page, heading);
  }
  await reach(/Ключ доступу/);
  await page.keyboard.type("secret");
  await reach(/Надіслати на розгляд/);
  await page.keyboard.press("Enter");
  await page.getByText("Зміну розглядають.").waitFor();
  await page.context().close();
});
