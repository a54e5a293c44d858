import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite } from "./fixtures/browser.ts";
import { openGitHubWithPortal, pageWith } from "./fixtures/published-with.ts";
import { csv, headings, streets } from "./fixtures/publishing.ts";

const site = openSite();
let github: Awaited<ReturnType<typeof openGitHubWithPortal>>;
beforeAll(async () => {
  github = await openGitHubWithPortal();
});
afterAll(() => github.stop());

/** Presses of Tab after which a person has given up. */
const patience = 120;

/** Goes on with Tab until the control that is named so is in focus; how many times it was pressed. */
async function tabTo(page: Page, name: string): Promise<number> {
  for (let pressed = 1; pressed <= patience; pressed++) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate((wanted) => {
      const here = document.activeElement as HTMLInputElement | null;
      const said = [
        here?.id,
        here?.innerText,
        ...[...(here?.labels ?? [])].map((one) => one.innerText),
      ];
      return said.some((text) => text?.trim() === wanted);
    }, name);
    if (found) return pressed;
  }
  throw new Error(`«${name}» is not reached with Tab.`);
}

/** Columns of pixels that do not fit beside the window. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("a newer table is sent by keyboard alone, in a window of 1280 by 1024 at four hundred per cent", async () => {
  const context = await site.browser.newContext({ viewport: { width: 320, height: 256 } });
  const page = await pageWith(context, github);
  const beside: number[] = [];
  let tabs = 0;
  const press = async (name: string) => {
    tabs += await tabTo(page, name);
    await page.keyboard.press("Enter");
  };
  const arrived = async (heading: string) => {
    await headings(page, heading);
    beside.push(await sideways(page));
  };
  await page.goto(`${site.address}/dataset/streets/`);
  await press("Оновити цей набір");
  await arrived("Новіша таблиця");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press("file")]);
  await chooser.setFiles(csv(streets().after, "вулиці.csv"));
  await page.getByRole("grid").waitFor();
  beside.push(await sideways(page));
  await press("Далі");
  await arrived("Перегляд");
  await press("Далі");
  await arrived("Надіслати");
  tabs += await tabTo(page, "key");
  await page.keyboard.type("secret");
  await press("Надіслати на розгляд");
  await page.getByText("Зміну розглядають.").waitFor();
  beside.push(await sideways(page));
  expect(beside).toEqual(beside.map(() => 0));
  // Five presses of Enter and one word typed; the rest is the way to them.
  expect(tabs).toBeLessThan(150);
  process.stdout.write(`by keyboard alone: Tab pressed ${tabs} times, Enter 6 times\n`);
  await context.close();
});
