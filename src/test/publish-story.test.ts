import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { hasErrors } from "../model/reports/finding.ts";
import { loadPortal } from "../site/portal.ts";
import { flawsOf } from "./fixtures/page-flaws.ts";
import { pageWith } from "./fixtures/published-with.ts";
import { choose, csv, headings, next, send, streets } from "./fixtures/publishing.ts";
import { openRoad } from "./fixtures/publishing-road.ts";

const road = openRoad();

const opened = (query = "", width = 320, colorScheme: "light" | "dark" = "light"): Promise<Page> =>
  road.opened(query, { viewport: { width, height: 900 }, colorScheme });

const whole = async (page: Page) =>
  expect(await flawsOf(page)).toEqual({ violations: [], sideways: 0 });

/** Sends what is written, and gives the file of it as people who check it out have it, with what the portal says. */
async function sent(page: Page, path: string): Promise<{ text: string; accepted: boolean }> {
  await next(page);
  await headings(page, "Перегляд");
  await page.getByText("Помилок немає").waitFor();
  await whole(page);
  await next(page);
  await headings(page, "Надіслати");
  await send(page);
  await page.getByText("Зміну розглядають.").waitFor();
  const number = Number(new URL(page.url()).searchParams.get("request"));
  const pull = road.github.kept.pulls.find((one) => one.number === number);
  const branch = `refs/heads/${pull?.branch}`;
  expect(road.github.bare.git(["diff", "--name-only", "main", branch])).toBe(path);
  const root = road.checkOut(branch);
  const { findings } = loadPortal(root, "2026-11-23");
  return { text: readFileSync(join(root, path), "utf8"), accepted: !hasErrors(findings) };
}

test("news with a chart go from their first word to a request the portal accepts", async () => {
  const page = await opened();
  await page.getByRole("button", { name: "Написати новину чи дашборд" }).click();
  await headings(page, "Написати новину чи дашборд");
  await next(page);
  await page.getByRole("alert").getByText("Виберіть, що ви пишете.").waitFor();
  await page.getByLabel("Написати новину", { exact: true }).check();
  await next(page);
  await headings(page, "Написати новину");
  await whole(page);

  await page.fill("#q-title", "Найбільше в місті вулиць");
  await page.fill("#q-description", "Провулків, площ і проспектів разом менше, ніж вулиць.");
  await page.fill("#q-text", "Вулиць більше, **ніж** усього іншого.\n\n![мапа](map.png)");
  await page.getByRole("button", { name: "Рядок 3" }).click();
  await page.getByText("Картинок у новинах немає").first().waitFor();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe("![мапа](map.png)");
  await page.keyboard.press("Delete");
  await page.locator(".story-told li").waitFor({ state: "detached" });

  await page.getByRole("button", { name: "+ Графік" }).click();
  await page.getByRole("button", { name: "Вставити в текст" }).click();
  await page.getByRole("dialog").getByText("Виберіть набір зі списку.").waitFor();
  await page.fill("#picked", "вулиці");
  await page.locator("#picked-streets").check();
  await page.selectOption("#picked-chart", { label: "Скласти свій" });
  await page.selectOption("#picked-x", { label: "Тип вулиці" });
  await whole(page);
  await page.getByRole("button", { name: "Вставити в текст" }).click();
  // A chart is drawn once it is near the screen.
  await page.locator(".story-preview data-chart").scrollIntoViewIfNeeded();
  await page.locator(".story-preview data-chart canvas").waitFor();
  await page.locator(".story-preview strong", { hasText: "ніж" }).waitFor();
  // A chart of a set is of what the news are about: the set is ticked, which can be taken back.
  const sets = page.getByRole("group", { name: "Набори" });
  const ticked = page.locator(".story-ticked");
  await ticked.getByText("«Вулиці Кропивницького з кількістю адрес» додано").waitFor();
  await whole(page);
  await ticked.getByRole("button", { name: "Не додавати" }).click();
  await ticked.getByText("Набору не додано.").waitFor();
  await expect.poll(() => sets.getByRole("checkbox").count()).toBe(0);
  await page.fill("#q-datasets", "вулиці");
  await page.locator("#q-datasets-streets").check();
  await whole(page);

  // What was typed is there again after a way back, and in another visit.
  await page.goBack();
  await headings(page, "Написати новину чи дашборд");
  await page.goForward();
  await headings(page, "Написати новину");
  await page.reload();
  await expect.poll(() => page.inputValue("#q-title")).toBe("Найбільше в місті вулиць");
  const { text, accepted } = await sent(page, "content/news/naibilshe-v-misti-vulyts.mdx");
  expect(text).toBe(`---
title: Найбільше в місті вулиць
date: 2026-11-23
description: Провулків, площ і проспектів разом менше, ніж вулиць.
datasets: [streets]
---
Вулиць більше, **ніж** усього іншого.

<Chart dataset="streets" resource="streets" title="Кількість записів: Тип вулиці" kind="bar" x="addressThoroughfareType" sort="value" limit="10" />
`);
  expect(accepted).toBe(true);
  await page.context().close();
});

test("what the head lacks and what the text may not have is told at once, each at its place", async () => {
  const page = await opened("?kind=entry&about=news", 1280);
  await headings(page, "Написати новину");
  await page.fill("#q-title", "Найбільше в місті вулиць");
  await page.fill("#q-text", "Вулиць більше.\n\n![мапа](map.png)");
  await page.locator(".story-told li", { hasText: "Картинок у новинах немає" }).waitFor();
  await page.locator("#q-description-error").getByText("Заповніть поле «Про що це».").waitFor();
  await expect.poll(() => page.locator("#q-en-title-error").isVisible()).toBe(false);
  const rest = page.locator("summary", { hasText: "Дата, план дій" });
  await rest.click();
  await page.fill("#q-date", "");
  await rest.click();
  await next(page);
  const alert = page.getByRole("alert");
  await expect
    .poll(() => alert.locator("li").allTextContents())
    .toEqual([
      "Дайте відповідь: Дата публікації",
      "Дайте відповідь: Про що це",
      "У тексті не дозволено: «зображення».",
    ]);
  // What was folded away is open where something is missing in it.
  await alert.getByRole("link", { name: "Дата публікації" }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("q-date");
  await whole(page);
  await page.context().close();
});

test("of a thousand sets a few are shown, and one is found and ticked by keys alone", async () => {
  const context = await road.site.browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await pageWith(context, road.github);
  await page.route("**/publish/portal.json", async (route) => {
    const response = await route.fetch();
    const facts = await response.json();
    const many = Array.from({ length: 1000 }, (_, at) => ({
      id: `many-${at}`,
      title: `Перелік об’єктів ${at}`,
    }));
    await route.fulfill({ json: { ...facts, datasets: [...facts.datasets, ...many] } });
  });
  await page.goto(`${road.site.address}/publish/?kind=entry&about=news`);
  await headings(page, "Написати новину");
  const group = page.getByRole("group", { name: "Набори" });
  await expect.poll(() => group.getByRole("checkbox").count()).toBe(0);
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollHeight))
    .toBeLessThan(2200);
  await group.getByLabel("Знайти за назвою").focus();
  await page.keyboard.type("об’єкт 77");
  await group.getByText("Знайдено: 19, показано 6. Допишіть ще слово.").waitFor();
  await expect.poll(() => group.getByRole("checkbox").count()).toBe(6);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await group.getByLabel("Знайти за назвою").fill("немає такого");
  await group.getByText("Нічого не знайдено.").waitFor();
  const chosen = group.getByRole("checkbox", { name: "Перелік об’єктів 77" });
  await expect.poll(() => chosen.isChecked()).toBe(true);
  await expect.poll(() => group.getByRole("checkbox").count()).toBe(1);
  await whole(page);
  await chosen.uncheck();
  await group.getByLabel("Знайти за назвою").fill("");
  await expect.poll(() => group.getByRole("checkbox").count()).toBe(0);
  await context.close();
});

test("after an update a first text is written, finished by a person and sent", async () => {
  const page = await opened("?kind=dataset-update&about=streets", 1280, "dark");
  await choose(page, csv(streets().after, "streets.csv"));
  await headings(page, "Перегляд");
  await next(page);
  await headings(page, "Надіслати");
  await send(page);
  await page.getByText("Зміну розглядають.").waitFor();
  await page.getByRole("button", { name: "Розповісти про це новиною" }).click();
  await headings(page, "Написати новину");
  const written = await page.inputValue("#q-text");
  const rows = streets().before.trim().split("\n").length - 1;
  // What is drawn is what was sent, and not yet what is on the portal.
  await page.getByText("Графіки й числа пораховано з таблиці, яку ви надіслали").waitFor();
  const rowsLeft = '<Figure dataset="streets" of="rows" label="вулиць у наборі" />';
  await page.fill("#q-text", `${written}\n\n${rowsLeft}`);
  const counted = page.locator(".figure-number", { hasText: "вулиць у наборі" });
  await expect
    .poll(async () => (await counted.innerText()).replace(/\D/g, ""))
    .toBe(String(rows - 1));
  await expect
    .poll(() => page.inputValue("#q-title"))
    .toBe("Вулиці Кропивницького з кількістю адрес: 1 рядок вилучено");
  expect(written).toContain(`Було ${rows} рядків, тепер ${rows - 1}.`);
  await next(page);
  await page.getByRole("alert").getByText("лишилося запитання заготовки").first().waitFor();
  await whole(page);
  await page.fill(
    "#q-text",
    written.replace(/^> \*\*Допишіть:\*\* .*\n/gm, "Одну вулицю об’єднано з іншою.\n"),
  );
  const { text, accepted } = await sent(
    page,
    "content/news/vulytsi-kropyvnytskoho-z-kilkistiu-adres-1-riadok-vylucheno.mdx",
  );
  expect(text).toContain("datasets: [streets]");
  expect(accepted).toBe(true);
  await page.context().close();
});

test("a chart of news about an update is made of the columns that were sent, and says which are new", async () => {
  const page = await opened("?kind=dataset-update&about=streets", 1280);
  const [head = "", ...rows] = streets().before.trim().split("\n");
  const wider = rows.map((row, at) => `${row},${at + 1}`);
  await choose(page, csv(`${[`${head},Довжина вулиці`, ...wider].join("\n")}\n`, "streets.csv"));
  await headings(page, "Перегляд");
  await next(page);
  await headings(page, "Надіслати");
  await send(page);
  await page.getByRole("button", { name: "Розповісти про це новиною" }).click();
  await headings(page, "Написати новину");
  await page.getByRole("button", { name: "+ Графік" }).click();
  await page.locator("#picked-streets").check();
  await page.getByText("На порталі ще немає таких: «Довжина вулиці».").waitFor();
  await page.selectOption("#picked-chart", { label: "Скласти свій" });
  await page.selectOption("#picked-y", { label: "Сума: Довжина вулиці" });
  await whole(page);
  await page.getByRole("button", { name: "Вставити в текст" }).click();
  await expect.poll(() => page.inputValue("#q-text")).toContain('y="dovzhynaVulytsi"');
  await page.locator(".story-told li", { hasText: "немає" }).waitFor({ state: "detached" });
  await page.context().close();
});

test("what is on the portal is corrected in its own file, and a set's page begins news of it", async () => {
  const page = await opened("?kind=entry&about=news/trees-removed", 1280);
  await headings(page, "Виправити новину чи дашборд");
  await page.locator(".story-preview figure.chart").waitFor();
  const title = await page.inputValue("#q-title");
  await page.fill("#q-title", `${title} у місті`);
  const path = "content/news/trees-removed.mdx";
  const { text, accepted } = await sent(page, path);
  const published = `${road.github.bare.git(["show", `main:${path}`])}\n`;
  expect(text).toBe(published.replace(/^title: .*$/m, `title: "${title} у місті"`));
  expect(accepted).toBe(true);

  await page.goto(`${road.site.address}/dataset/schools/`);
  await page.getByRole("link", { name: "Написати про цей набір" }).click();
  await headings(page, "Написати новину");
  await page.getByText("Перший текст написав портал").waitFor();
  await expect.poll(() => page.inputValue("#q-text")).toContain('<DatasetCard id="schools" />');
  page.on("dialog", (dialog) => void dialog.accept());
  await page.getByRole("button", { name: "Почати з порожнього тексту" }).click();
  await page.waitForFunction(
    () => document.querySelector<HTMLTextAreaElement>("#q-text")?.value === "",
  );
  await page.context().close();
});

test("a dashboard has the portal's quality, and a picture that is pasted is refused with the way on", async () => {
  const page = await opened("?kind=entry&about=dashboards", 1280);
  await headings(page, "Написати дашборд");
  await page.getByRole("button", { name: "+ Якість порталу" }).click();
  await expect.poll(() => page.inputValue("#q-text")).toBe("<Quality />");
  await page.getByText("Тут стоятиме якість даних порталу.").waitFor();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["x"], "map.png", { type: "image/png" }));
    document
      .querySelector("#q-text")
      ?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
  });
  await page.getByRole("alert").getByText("Картинок у новинах немає").waitFor();
  await expect.poll(() => page.inputValue("#q-text")).toBe("<Quality />");
  await page.context().close();
});
