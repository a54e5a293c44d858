import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { hasErrors } from "../model/reports/finding.ts";
import { loadPortal } from "../site/portal.ts";
import { flawsOf } from "./fixtures/page-flaws.ts";
import { headings, next, send } from "./fixtures/publishing.ts";
import { openRoad } from "./fixtures/publishing-road.ts";

const road = openRoad();

const opened = (query = ""): Promise<Page> =>
  road.opened(query, { viewport: { width: 320, height: 900 } });

const whole = async (page: Page) =>
  expect(await flawsOf(page)).toEqual({ violations: [], sideways: 0 });

test("an entry of a register goes from its form to a merged request", async () => {
  const page = await opened();
  await page.getByRole("button", { name: "Додати запис до реєстру" }).click();
  await headings(page, "Додати запис до реєстру");
  await whole(page);
  await next(page);
  await page.getByRole("alert").getByText("Виберіть реєстр.").waitFor();
  await page.getByLabel("Робоча група", { exact: true }).check();
  await next(page);
  await headings(page, "Робоча група");

  await page.fill("#q-date", "2026-11-20");
  await page.getByRole("button", { name: "Додати рядок" }).click();
  await page.fill("#q-decisions-0-due", "2026-12-20");
  await next(page);
  const alert = page.getByRole("alert");
  await alert.getByText("Дайте відповідь: Про що засідання").waitFor();
  await alert.getByText("Дайте відповідь: Рішення", { exact: true }).waitFor();
  await whole(page);

  await page.fill("#q-title", "Про набори, яких ще немає");
  await page.fill("#q-decisions-0-text", "Оприлюднити перелік укриттів");
  await page.getByText("Помилок немає").waitFor();
  await next(page);
  await headings(page, "Перегляд");
  await page.getByText("Оприлюднити перелік укриттів · 20 грудня 2026").waitFor();
  await page.getByText("  - text: Оприлюднити перелік укриттів").waitFor();
  await page.getByText("Помилок немає").waitFor();
  await whole(page);
  const path = "data/registers/meetings/2026-11-20-pro-nabory-yakykh-shche-nemaie.yaml";
  await page.getByText(path, { exact: true }).waitFor();

  await next(page);
  await headings(page, "Надіслати");
  await send(page);
  await page.getByText("Зміну розглядають.").waitFor();
  const number = Number(new URL(page.url()).searchParams.get("request"));
  const pull = road.github.kept.pulls.find((one) => one.number === number);
  const root = road.checkOut(`refs/heads/${pull?.branch}`);
  expect(road.github.bare.git(["diff", "--name-only", "main", `refs/heads/${pull?.branch}`])).toBe(
    path,
  );
  expect(
    readFileSync(join(root, path), "utf8"),
  ).toBe(`# yaml-language-server: $schema=../../../src/schemas/json/meetings.schema.json
title: Про набори, яких ще немає
date: 2026-11-20
decisions:
  - text: Оприлюднити перелік укриттів
    due: 2026-12-20
`);
  expect(hasErrors(loadPortal(root, "2026-11-23").findings)).toBe(false);
  road.github.merge(number);
  await page.getByRole("button", { name: "Перевірити ще раз" }).click();
  await page.getByText("Зміну прийнято.").waitFor();
  await page.context().close();
});

test("what an entry names is chosen, what is wrong is told, and a draft is gone on with", async () => {
  const page = await opened("?kind=register-entry&about=products");
  await headings(page, "Створено на основі даних");
  await page.fill("#q-title", "Мапа вулиць");
  await page.fill("#q-author", "Громадська організація");
  await page.fill("#q-path", "example.org");
  await page.fill("#q-datasets", "вулиц");
  await page.locator("#q-datasets-streets").check();
  await next(page);
  await headings(page, "Перегляд");
  await page.getByRole("heading", { name: "Мапа вулиць" }).waitFor();
  await next(page);
  await page.getByRole("alert").getByText("Виправте помилки").waitFor();
  await page.goto(`${road.site.address}/publish/`);
  await page.getByText("Мапа вулиць").waitFor();
  await page.getByRole("button", { name: "Продовжити" }).click();
  await headings(page, "Створено на основі даних");
  await expect.poll(() => page.locator("#q-datasets-streets").isChecked()).toBe(true);
  await page.fill("#q-path", "https://example.org/");
  await next(page);
  await headings(page, "Перегляд");
  await page.getByText("Помилок немає").waitFor();
  await page.context().close();
});
