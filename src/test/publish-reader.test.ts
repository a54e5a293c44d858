import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite } from "./fixtures/browser.ts";
import { openGitHubWithPortal, pageWith } from "./fixtures/published-with.ts";
import { csv, headings, next, stops } from "./fixtures/publishing.ts";

const site = openSite();
let github: Awaited<ReturnType<typeof openGitHubWithPortal>>;
beforeAll(async () => {
  github = await openGitHubWithPortal();
});
afterAll(() => github.stop());

/** What a screen reader has of a step: without addresses of this very draft, and lists no longer than a few lines. */
async function heardOf(page: Page): Promise<string> {
  const snapshot = await page.locator("publish-page").ariaSnapshot();
  const lines = snapshot
    .split("\n")
    .filter((line) => !line.includes("/url:"))
    .map((line) => line.trimEnd());
  const isOption = (line: string | undefined) => /^\s*- option /.test(line ?? "");
  return lines.filter((line, at) => !(isOption(line) && isOption(lines[at - 1]))).join("\n");
}

/** Where the person stands: the window's title, and the element in focus with what describes it. */
const standsAt = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { activeElement: here, title } = document;
    const about = document.getElementById(here?.getAttribute("aria-describedby") ?? "");
    return [
      title.replace(/ — [^—]*$/, ""),
      `${here?.tagName.toLowerCase()}: ${here?.textContent}`,
      about?.textContent ?? "",
    ];
  });

/** Sentences that live regions say from now on, each once. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const hear = (region: Element | null | undefined) => {
      const text = region?.textContent?.replace(/\s+/g, " ").trim();
      if (text && heard.at(-1) !== text) heard.push(text);
    };
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        hear(element?.closest("[role=status], [aria-live=polite]"));
        for (const node of addedNodes)
          if (node instanceof Element && node.getAttribute("role") === "alert") hear(node);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
}

test("a new set is described and sent by who hears the page: every step says what it is, what it lacks and what became of it", async () => {
  const page = await pageWith(await site.browser.newContext(), github);
  await page.goto(`${site.address}/publish/`);
  const heard = await listen(page);
  await page.getByRole("button", { name: "Оприлюднити новий набір" }).click();
  await headings(page, "Файл");
  await expect
    .poll(() => standsAt(page))
    .toEqual(["Файл — Оприлюднити дані", "h2: Файл", "Крок 2 з 5"]);
  await next(page);
  await page.getByRole("alert").waitFor();
  expect(await heardOf(page)).toMatchSnapshot("a file is missing");
  await page.getByRole("alert").getByRole("link", { name: "Виберіть файл." }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("file");
  await heard();

  await page.setInputFiles("#file", csv(stops));
  await page.getByRole("grid").waitFor();
  await page.getByText(/^Файл прочитано: 3\sрядки, 3\sколонки\. /).waitFor();
  await expect
    .poll(() => heard())
    .toContainEqual(expect.stringMatching(/^Файл прочитано: 3\sрядки, 3\sколонки\. /));
  await page.getByRole("grid").focus();
  const cell = await page.evaluate(() => {
    const grid = document.querySelector("[role=grid]");
    const id = grid?.getAttribute("aria-activedescendant") ?? "";
    return document.getElementById(id)?.ariaLabel;
  });
  expect(cell).toBe("Вокзал, Назва зупинки, A2");
  expect(await heardOf(page)).toMatchSnapshot("a table");

  await next(page);
  await headings(page, "Опис");
  await expect
    .poll(() => standsAt(page))
    .toEqual(["Опис — Оприлюднити дані", "h2: Опис", "Крок 3 з 5"]);
  await heard();
  await next(page);
  await page.getByRole("alert").waitFor();
  expect(await heardOf(page)).toMatchSnapshot("a description is asked for");
  await heard();
  await page.fill("#q-description", "Один рядок — одна зупинка.");
  await page.fill("#q-purpose", "Закон «Про доступ до публічної інформації»; для пасажирів.");
  await page.fill("#q-publisher", "транспорт");
  await page.locator("[name=publisher]").first().check();
  await page.selectOption("#q-frequency", "yearly");
  await page.getByText("Помилок немає").waitFor();
  // Of a long text, of which much may still be written, nothing is counted aloud; the verdict is said once.
  const said = await heard();
  expect(said.filter((sentence) => sentence.startsWith("Лишилося"))).toEqual([]);
  await expect.poll(async () => [...said, ...(await heard())].includes("Помилок немає")).toBe(true);

  await next(page);
  await headings(page, "Перегляд");
  await expect
    .poll(() => standsAt(page))
    .toEqual(["Перегляд — Оприлюднити дані", "h2: Перегляд", "Крок 4 з 5"]);
  expect(await heardOf(page)).toMatchSnapshot("what will be sent");
  await next(page);
  await headings(page, "Надіслати");
  await expect
    .poll(() => standsAt(page))
    .toEqual(["Надіслати — Оприлюднити дані", "h2: Надіслати", "Крок 5 з 5"]);
  expect(await heardOf(page)).toMatchSnapshot("ways to send");
  await page.fill("#key", "wrong");
  await page.getByRole("button", { name: "Надіслати на розгляд" }).click();
  await page.getByRole("alert").waitFor();
  await page.fill("#key", "secret");
  await page.getByRole("button", { name: "Надіслати на розгляд" }).click();
  await page.getByText("Зміну розглядають.").waitFor();
  await expect.poll(async () => (await standsAt(page))[1]).toMatch(/^h2: Ваша зміна № \d+$/);
  await page.context().close();
});
