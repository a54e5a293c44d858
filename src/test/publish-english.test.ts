import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite } from "./fixtures/browser.ts";
import { openGitHubWithPortal, pageWith } from "./fixtures/published-with.ts";
import { csv, headings, stops, streets } from "./fixtures/publishing.ts";
import { ukrainianTexts } from "./fixtures/ukrainian-texts.ts";

const site = openSite();
let github: Awaited<ReturnType<typeof openGitHubWithPortal>>;
beforeAll(async () => {
  github = await openGitHubWithPortal();
});
afterAll(() => github.stop());

async function opened(address: string, width = 1280): Promise<Page> {
  const context = await site.browser.newContext({ viewport: { width, height: 900 } });
  const page = await pageWith(context, github);
  await page.goto(`${site.address}/en${address}`);
  return page;
}

const next = (page: Page) => page.getByRole("button", { name: "Next", exact: true }).click();

/** Every Ukrainian text of the page is marked; those that are no data of the table or of the portal are what is expected. */
async function judge(
  page: Page,
  step: string,
  isData: (text: string) => boolean,
): Promise<{ step: string; marked: string[] }> {
  const { marked, unmarked } = await ukrainianTexts(page);
  expect({ step, unmarked }).toEqual({ step, unmarked: [] });
  return { step, marked: [...new Set(marked)].filter((text) => !isData(text)) };
}

/** Is a text of a file somebody chose? */
const among =
  (...texts: string[]) =>
  (text: string) =>
    texts.some((one) => one.includes(text));

/** Answers as they are written, which stand as examples. */
const examples = [
  "Один рядок — один заклад: назва, адреса, кількість груп і місць. Дані управління освіти на 1 вересня. Приватних садків у таблиці немає.",
  "Закон України «Про дошкільну освіту»; щоб планувати мережу закладів.",
  "Управління освіти",
];

test("a new dataset is described in English from its file to the ways to send it", async () => {
  const page = await opened("/publish/");
  await page.getByRole("button", { name: "Publish a new dataset" }).click();
  await headings(page, "File");
  await page.setInputFiles("#file", csv(stops));
  await page.getByRole("grid").waitFor();
  // Official structures are called as the resolution calls them.
  const official = await page.locator("option").allTextContents();
  const words = among(stops, ...official);
  // A cell is read out with its column's name and its coordinate.
  const ofFile = (text: string) => words(text) || /, [A-Z]+\d+$/.test(text);
  expect(await judge(page, "file", ofFile)).toEqual({ step: "file", marked: [] });
  await next(page);
  await headings(page, "Description");
  expect(await judge(page, "description", () => false)).toEqual({
    step: "description",
    marked: examples,
  });
  await page.getByText("Filled in for you: look it over").click();
  const keywords = "дитячий садок, дошкілля, черга в садок";
  const title = "Заклади дошкільної освіти громади, 2026";
  expect(await judge(page, "found out", () => false)).toEqual({
    step: "found out",
    marked: [...examples, title, keywords],
  });
  await page.getByText("Taken from the file’s name.").waitFor();

  await next(page);
  const alert = page.getByRole("alert");
  await alert.getByText("Answer: What is in the table?").waitFor();
  expect((await judge(page, "unanswered", among(title, keywords))).marked).toEqual(examples);
  await page.fill("#q-description", "Один рядок — одна зупинка громадського транспорту.");
  await page.fill("#q-purpose", "Щоб пасажири знали, де зупинки.");
  await page.fill("#q-publisher", "Transport");
  await page.getByLabel("Transport and Communications Department").check();
  await page.selectOption("#q-frequency", { label: "Yearly" });
  await next(page);
  await headings(page, "Preview");
  const description = "Один рядок — одна зупинка громадського транспорту.";
  const shown = among(stops, description, "Зупинки транспорту", "зупинки · транспорту");
  expect(await judge(page, "preview", shown)).toEqual({ step: "preview", marked: [] });
  await next(page);
  await headings(page, "Send");
  // What a person confirms is asked by the portal's own template of a request.
  const template = (text: string) => /^(Персональних|Якщо колонку|Звіт у коментарі)/.test(text);
  expect(await judge(page, "send", template)).toEqual({ step: "send", marked: [] });
  await page.context().close();
});

test("what GitHub refuses is told in English, the reviewers' report in Ukrainian that is marked", async () => {
  const page = await opened("/publish/?kind=dataset-update&about=streets");
  await headings(page, "The newer table");
  await page.setInputFiles("#file", csv(streets().after, "вулиці.csv"));
  await page.getByRole("grid").waitFor();
  await next(page);
  await headings(page, "Preview");
  await page.getByText("The report is in Ukrainian").waitFor();
  await judge(page, "preview", () => true);
  await next(page);
  await headings(page, "Send");
  await page.fill("#key", "nonsense");
  await page.getByRole("button", { name: "Send to be reviewed" }).click();
  await page.getByRole("alert").getByText("GitHub did not accept the key").waitFor();
  await judge(page, "refused", () => true);
  await page.fill("#key", "secret");
  await page.getByRole("button", { name: "Send to be reviewed" }).click();
  await page.getByText("The change is being reviewed.").waitFor();
  expect(
    await judge(
      page,
      "request",
      among("Оновлення набору: Вулиці Кропивницького з кількістю адрес"),
    ),
  ).toEqual({
    step: "request",
    marked: [],
  });
  const number = new URL(page.url()).searchParams.get("request");
  await page.goto(`${site.address}/en/review/?request=${number}`);
  await page.locator(".verdict").waitFor();
  await judge(page, "review", () => true);
  await page.context().close();
});

test("a correction, with what a rule says of it", async () => {
  const page = await opened("/publish/?kind=passport-correction&about=streets");
  await headings(page, "Description");
  await page.fill("#q-title", "Вулиці: Сидоренко Тарас Петрович");
  await next(page);
  await headings(page, "Preview");
  await page.getByText("Findings are in Ukrainian").waitFor();
  await page.getByRole("link", { name: "More" }).first().waitFor();
  await judge(page, "preview", () => true);
  await page.context().close();
});

test.each(["acts", "meetings", "polls", "requests", "trainings"])(
  "an entry of the register %s is asked in English",
  async (register) => {
    const page = await opened(`/publish/?kind=register-entry&about=${register}`, 390);
    await page.locator("#q-title").waitFor();
    for (const add of await page.getByRole("button", { name: "Add a row" }).all())
      await add.click();
    // Sets and entries are named by the portal's data.
    const labels = await page.locator(".options label, option").allTextContents();
    expect(await judge(page, register, among(...labels))).toEqual({ step: register, marked: [] });
    await next(page);
    await page
      .getByRole("alert")
      .getByText(/^Answer: /)
      .first()
      .waitFor();
    expect(await judge(page, register, among(...labels))).toEqual({ step: register, marked: [] });
    await page.context().close();
  },
);

test("news are asked in English, and what is wrong with them is marked", async () => {
  const page = await opened("/publish/?kind=entry");
  await page.getByLabel("Write a news item", { exact: true }).check();
  await next(page);
  await headings(page, "Write a news item");
  const labels = await page.locator(".options label").allTextContents();
  expect(await judge(page, "news", among(...labels))).toEqual({ step: "news", marked: [] });
  await page.fill("#q-title", "Найбільше в місті вулиць");
  await page.fill("#q-description", "Провулків менше, ніж вулиць.");
  await page.fill("#q-text", "Вулиць більше.\n\n![мапа](map.png)");
  await page.getByRole("button", { name: "Line 3" }).waitFor();
  await judge(page, "refused", () => true);
  await page.getByText("Findings are in Ukrainian").waitFor();
  await page.context().close();
});

test.each([
  ["a table", csv(stops)],
  ["what is no table", csv("%PDF-1.7\n", "звіт.csv")],
])("%s is checked in English", async (_, file) => {
  const page = await opened("/check/", 390);
  await page.locator("form.check").waitFor();
  await page.setInputFiles("input[type=file]", file);
  await page.locator("[data-answer] h2").first().waitFor();
  await judge(page, "check", () => true);
  const told = await page.locator("[data-status]").textContent();
  expect(told?.replace(file.name, "")).not.toMatch(/\p{Script=Cyrillic}/u);
  await page.context().close();
});
