import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openSite } from "./fixtures/browser.ts";
import { flawsOf } from "./fixtures/page-flaws.ts";
import { choose, csv, headings, next, stops } from "./fixtures/publishing.ts";
import { xlsx } from "./fixtures/workbook-parts.ts";

const site = openSite();

async function opened(query: string, prepare?: () => void): Promise<Page> {
  const context = await site.browser.newContext();
  const page = await context.newPage();
  if (prepare) await page.addInitScript(prepare);
  await page.goto(`${site.address}/publish/${query}`);
  return page;
}

test("the network is gone between two steps: it is said, and tried again from the same place", async () => {
  const page = await opened("?kind=new-dataset");
  await page.setInputFiles("#file", csv(stops));
  await page.getByRole("grid").waitFor();
  await page.context().setOffline(true);
  await next(page);
  await page.getByRole("alert").getByText("Зроблене не пропало").waitFor();
  await expect.poll(() => page.getByRole("grid").isVisible()).toBe(true);
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Спробувати ще раз" }).click();
  await headings(page, "Опис");
  await expect.poll(() => page.getByRole("alert").count()).toBe(0);
  await page.context().close();
});

test("a browser that keeps nothing is told of at once, and the road goes on", async () => {
  const page = await opened("?kind=new-dataset", () => {
    Object.defineProperty(window, "indexedDB", { get: () => undefined });
  });
  await page.getByRole("status").getByText("Браузер нічого не зберігає").waitFor();
  await choose(page, csv(stops));
  await headings(page, "Опис");
  await page.fill("#q-description", "Один рядок — одна зупинка.");
  await page.goBack();
  await page.getByRole("grid").waitFor();
  await next(page);
  await headings(page, "Опис");
  await expect.poll(() => page.inputValue("#q-description")).toBe("Один рядок — одна зупинка.");
  // What was done is saved without leaving the step, and is gone on with from the file.
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Зберегти чернетку у файл" }).click();
  const file = await (await saved).path();
  const left = page.waitForEvent("dialog");
  void page.reload().catch(() => {});
  const question = await left;
  expect(question.type()).toBe("beforeunload");
  await question.accept();
  await page.getByText("Цієї чернетки в браузері немає").waitFor();
  expect(await flawsOf(page)).toEqual({ violations: [], sideways: 0 });
  await page.setInputFiles("#draft-file", {
    name: "draft.draft.zip",
    mimeType: "application/zip",
    buffer: readFileSync(file),
  });
  await page.getByRole("grid").waitFor();
  await next(page);
  await headings(page, "Опис");
  await expect.poll(() => page.inputValue("#q-description")).toBe("Один рядок — одна зупинка.");
  await page.context().close();
});

test("what the clean table cannot tell of its file is not forgotten on the way: formulas nobody counted", async () => {
  const cell = (at: string, text: string) =>
    `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const row = (at: number, name: string) =>
    `<row r="${at}">${cell(`A${at}`, name)}<c r="B${at}"><f>SUM(C1:C9)</f></c><c r="C${at}"><v>${at}</v></c></row>`;
  const head = `<row r="1">${cell("A1", "Назва")}${cell("B1", "Усього")}${cell("C1", "Місць")}</row>`;
  const rows = head + row(2, "Школа") + row(3, "Садок");
  const page = await opened("?kind=dataset-update&about=streets");
  await choose(page, {
    name: "школи.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(xlsx({ sheets: [{ name: "Аркуш1", rows }] })),
  });
  await headings(page, "Перегляд");
  await page.getByText(/^Формули без збереженого значення/).waitFor();
  await next(page);
  await page.getByRole("alert").getByText("Виправте помилки").waitFor();
  await page.context().close();
});

test.each(["dataset-update", "passport-correction", "withdrawal", "renaming"])(
  "%s of a set that is gone meanwhile asks for another",
  async (kind) => {
    const page = await opened(`?kind=${kind}&about=no-longer-here`);
    await page.getByText("«no-longer-here» на порталі вже немає").waitFor();
    expect(await flawsOf(page)).toEqual({ violations: [], sideways: 0 });
    await page.fill("#dataset", "вулиц");
    await page.locator("#about-streets").check();
    await next(page);
    await page.getByRole("link", { name: "Що", exact: true }).waitFor();
    await page.context().close();
  },
);
