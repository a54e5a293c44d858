import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { hasErrors } from "../model/reports/finding.ts";
import { loadPortal } from "../site/portal.ts";
import { pageWith } from "./fixtures/published-with.ts";
import { csv, headings, next, send, streets } from "./fixtures/publishing.ts";
import { openRoad } from "./fixtures/publishing-road.ts";
import { realFiles } from "./fixtures/real-files.ts";
import { readStep, secondsOf, startWatch, type Watched, watchedOn } from "./fixtures/stopwatch.ts";

const road = openRoad();

/** What a clerk answers, whatever the table: texts by the field they are typed into. */
const typed: Readonly<Record<string, string>> = {
  description: "Один рядок — один запис. Дані зібрано з відкритих джерел.",
  purpose: "Закон України «Про доступ до публічної інформації»; для відкритості влади.",
  keywords: "громада, таблиця",
};

/** Answers all that is asked → how many answers it took. */
async function answerAll(page: Page, title: string): Promise<number> {
  let answers = 0;
  const isAsked = (id: string) => page.locator(`:not(details) > #q-${id}:visible`).count();
  for (const [id, text] of Object.entries({ title, ...typed }))
    if (await isAsked(id)) {
      await page.fill(`#q-${id}`, text);
      answers++;
    }
  if ((await page.locator("#q-publisher:visible").count()) > 0) {
    await page.fill("#q-publisher", "ЦНАП");
    await page.locator("[name=publisher]").first().check();
    answers += 2;
  }
  if ((await page.locator("#q-frequency:visible").count()) > 0) {
    await page.selectOption("#q-frequency", "yearly");
    answers++;
  }
  if ((await page.locator("#q-themes:visible").count()) > 0) {
    await page.getByLabel("Врядування", { exact: true }).check();
    answers++;
  }
  for (const field of await page.locator("fieldset:has(#q-columns) input:visible").all()) {
    await field.fill("Колонка таблиці");
    answers++;
  }
  return answers;
}

const chosen = [
  "kropyvnytskyi/dereva-vysadzhennia-2018.xlsx",
  "kropyvnytskyi/dokhody-biudzhetu-pomisiachno-2021-2022.xlsx",
  "kropyvnytskyi/shkoly-yedebo-2023-06-08.xlsx",
  "kropyvnytskyi/tsnap-kirovohradska.xlsx",
  "kropyvnytskyi/hariacha-liniia-temy-2026.csv",
  "inshi/kyiv-metro-synia-liniia.csv",
].flatMap((name) => realFiles.filter((file) => file.name === name));

/** A person's way to a request that was sent: what it took, told as a line of .github/performance.md. */
async function watched(page: Page, name: string, started: number): Promise<Watched> {
  const machine = (performance.now() - started) / 1000;
  const took = await watchedOn(page);
  const { clicks, fields, keys, words } = took;
  const minutes = (secondsOf(took) / 60).toFixed(1);
  console.info(
    `| ${name} | ${clicks} | ${fields} | ${keys} | ${words} | ${machine.toFixed(0)} с | ${minutes} хв |`,
  );
  return took;
}

/** On, once the step was read. */
async function readAndGo(page: Page): Promise<void> {
  await readStep(page);
  await next(page);
}

test.skipIf(chosen.length === 0).each(chosen)(
  "$name goes from a clerk's file to a merged set (skipped where /shared/realdata is not beside the project)",
  async ({ name, path }) => {
    const page = await pageWith(await road.site.browser.newContext(), road.github);
    await startWatch(page);
    const started = performance.now();
    await page.goto(`${road.site.address}/publish/?kind=new-dataset`);
    await page.setInputFiles("#file", path);
    await page.getByRole("grid").waitFor();
    await readAndGo(page);
    await headings(page, "Опис");
    const answers = await answerAll(page, `Таблиця ${name.replace(/^.*\/|\..*$/g, "")}`);
    await page.getByText("Помилок немає").waitFor();
    await readAndGo(page);
    await headings(page, "Перегляд");
    await readAndGo(page);
    await headings(page, "Надіслати");
    await readStep(page);
    await send(page);
    await page.getByText("Зміну розглядають.").waitFor();
    const took = await watched(page, name, started);
    const number = Number(new URL(page.url()).searchParams.get("request"));
    road.github.merge(number);
    await page.getByRole("button", { name: "Перевірити ще раз" }).click();
    await page.getByText("Зміну прийнято.").waitFor();
    expect(answers).toBeLessThanOrEqual(12);
    // The goal for a first set: ten minutes.
    expect(secondsOf(took)).toBeLessThan(600);
    await page.context().close();
  },
);

test("a monthly update takes ten clicks and two minutes", async () => {
  const page = await pageWith(await road.site.browser.newContext(), road.github);
  await startWatch(page);
  const started = performance.now();
  await page.goto(`${road.site.address}/dataset/streets/`);
  await page.getByRole("link", { name: "Оновити цей набір" }).click();
  await headings(page, "Новіша таблиця");
  await page.setInputFiles("#file", csv(streets().after, "вулиці.csv"));
  await page.getByRole("grid").waitFor();
  await readAndGo(page);
  await headings(page, "Перегляд");
  await readAndGo(page);
  await headings(page, "Надіслати");
  await readStep(page);
  await send(page);
  await page.getByText("Зміну розглядають.").waitFor();
  const took = await watched(page, "щомісячне оновлення", started);
  // And the one on the set's page, which another page has counted.
  expect(took.clicks + 1).toBeLessThanOrEqual(10);
  expect(secondsOf(took)).toBeLessThan(120);
  await page.context().close();
});

test.skipIf(chosen.length === 0)("all of them together are a portal without errors", () => {
  const { findings } = loadPortal(road.checkOut("refs/heads/main"), "2026-11-23");
  expect(findings.filter((finding) => hasErrors([finding]))).toEqual([]);
});
