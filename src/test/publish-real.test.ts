import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hasErrors } from "../model/reports/finding.ts";
import { loadPortal } from "../site/portal.ts";
import { openSite } from "./fixtures/browser.ts";
import { openGitHubWithPortal, pageWith } from "./fixtures/published-with.ts";
import { headings, next, send } from "./fixtures/publishing.ts";
import { realFiles } from "./fixtures/real-files.ts";

const site = openSite();
let github: Awaited<ReturnType<typeof openGitHubWithPortal>>;
const folder = mkdtempSync(join(tmpdir(), "published-"));
beforeAll(async () => {
  github = await openGitHubWithPortal();
});
afterAll(async () => {
  await github.stop();
  rmSync(folder, { recursive: true });
});

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

test.skipIf(chosen.length === 0).each(chosen)(
  "$name goes from a clerk's file to a merged set (skipped where /shared/realdata is not beside the project)",
  async ({ name, path }) => {
    const page = await pageWith(await site.browser.newContext(), github);
    const started = performance.now();
    await page.goto(`${site.address}/publish/?kind=new-dataset`);
    await page.setInputFiles("#file", path);
    await page.getByRole("grid").waitFor();
    await next(page);
    await headings(page, "Опис");
    const answers = await answerAll(page, `Таблиця ${name.replace(/^.*\/|\..*$/g, "")}`);
    await page.getByText("Помилок немає").waitFor();
    await next(page);
    await headings(page, "Перегляд");
    await next(page);
    await headings(page, "Надіслати");
    await send(page);
    await page.getByText("Зміну розглядають.").waitFor();
    const number = Number(new URL(page.url()).searchParams.get("request"));
    github.merge(number);
    await page.getByRole("button", { name: "Перевірити ще раз" }).click();
    await page.getByText("Зміну прийнято.").waitFor();
    const seconds = (performance.now() - started) / 1000;
    // The file, three times on, the key, sending: the rest are answers.
    console.info(`${name}: ${answers} answers, 6 clicks, ${seconds.toFixed(0)} s of the machine`);
    expect(answers).toBeLessThanOrEqual(12);
    await page.context().close();
  },
);

test.skipIf(chosen.length === 0)("all of them together are a portal without errors", () => {
  const place = join(folder, "main");
  github.bare.git(["worktree", "add", "-q", "--detach", place, "refs/heads/main"]);
  const { findings } = loadPortal(place, "2026-11-23");
  expect(findings.filter((finding) => hasErrors([finding]))).toEqual([]);
});
