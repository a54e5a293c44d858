import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openSite } from "../../fixtures/browser.ts";

const site = openSite();
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const said = async (page: Page) => plain(await page.locator("[data-said]").innerText());
const rows = (page: Page) => page.locator("[data-result] tbody tr");

async function open(query: string): Promise<Page> {
  const page = await site.browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${site.address}/sql/${query}`);
  await page.waitForSelector("sql-page form:not([hidden])");
  return page;
}
const run = async (page: Page, sql: string) => {
  await page.locator("textarea").fill(sql);
  await page.keyboard.press("Control+Enter");
};
const cells = async (page: Page) =>
  (await rows(page).allInnerTexts()).map((row) => plain(row).split(/\t/).slice(1));

test("a set is added, an example answers, and the address opens the same answer for another reader", async () => {
  const page = await open("");
  await page.locator("select").first().selectOption("trees-removed");
  await page.locator("[data-examples] button", { hasText: "Сума й середнє" }).click();
  await rows(page).first().waitFor();
  expect(await page.locator("textarea").inputValue()).toContain("FROM trees_removed");
  expect(await rows(page).count()).toBe(27);
  expect(new URL(page.url()).searchParams.getAll("data")).toEqual(["trees-removed"]);
  const shared = await open(new URL(page.url()).search);
  await expect.poll(() => said(shared)).toContain("Запит прийшов із посилання");
  expect(await rows(shared).count()).toBe(0);
  await shared.getByRole("button", { name: "Виконати" }).click();
  await rows(shared).first().waitFor();
  expect(await cells(shared)).toEqual(await cells(page));
  await Promise.all([page.close(), shared.close()]);
});

test("letters of any case are found, words stand by the Ukrainian alphabet, two sets are joined", async () => {
  const page = await open("?data=streets&data=trees-removed");
  await rows(page).first().waitFor();
  await run(
    page,
    "SELECT addressThoroughfare FROM streets WHERE addressThoroughfare LIKE '%СОБОРН%'",
  );
  await rows(page).first().waitFor();
  expect((await cells(page)).flat().every((name) => /соборн/i.test(name ?? ""))).toBe(true);
  await run(
    page,
    "SELECT DISTINCT addressThoroughfare FROM streets WHERE addressThoroughfare BETWEEN 'І' AND 'К' ORDER BY addressThoroughfare",
  );
  await expect.poll(() => cells(page).then((all) => all.length)).toBeGreaterThan(20);
  const names = (await cells(page)).flat();
  expect(names).toEqual([...names].sort(new Intl.Collator("uk").compare));
  expect(new Set(names.map((name) => name?.[0]))).toEqual(new Set("ІЇЙ".split("")));
  await run(
    page,
    "SELECT upper('їжак') AS word, (SELECT count(*) FROM streets) + (SELECT count(*) FROM trees_removed) AS n",
  );
  await expect.poll(() => cells(page)).toEqual([["ЇЖАК", "1 963"]]);
  await page.close();
});

test("an answer is drawn and taken away; with the network cut all goes on", async () => {
  const page = await open("?data=trees-removed");
  await rows(page).first().waitFor();
  // The chart is asked for once with the network; the queries need none.
  await page.context().setOffline(true);
  await run(
    page,
    "SELECT itemSpecies, count(*) AS n FROM trees_removed GROUP BY 1 ORDER BY n DESC LIMIT 5",
  );
  await expect.poll(() => rows(page).count()).toBe(5);
  expect((await cells(page))[0]).toEqual(["Акація", "219"]);
  await page.context().setOffline(false);
  await page.locator("[data-result] .tabs button", { hasText: "Графік" }).click();
  await page.waitForSelector("[data-result] canvas");
  await page.locator("[data-result] .menu summary", { hasText: "Завантажити" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("[data-result] .menu").getByRole("button", { name: "CSV" }).first().click(),
  ]);
  expect(download.suggestedFilename()).toBe("query-view.csv");
  await page.close();
});

test("a mistake is told in SQLite's words, a query without end is stopped, and the next one answers", async () => {
  const page = await open("?data=streets");
  await rows(page).first().waitFor();
  await run(page, "SELEC 1");
  await expect
    .poll(() => said(page))
    .toBe(
      'Запит не виконано. SQLite каже: near "SELEC": syntax error. Перевірте слово, яке названо, і те, що перед ним.',
    );
  await run(
    page,
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n",
  );
  await page.locator("[data-stop]:not([hidden])").click();
  await expect.poll(() => said(page)).toContain("Запит зупинено");
  await run(page, "SELECT count(*) AS n FROM streets");
  await expect.poll(() => cells(page)).toEqual([["848"]]);
  await page.close();
});

test("an unknown set is said to be one", async () => {
  const page = await open("?data=no-such-set");
  await expect.poll(() => said(page)).toBe("Набору «no-such-set» немає або в ньому немає таблиць.");
  await page.close();
});

test("a query made to fill the memory or never to end is refused or stopped, and the page goes on", async () => {
  const page = await open("?data=streets");
  await rows(page).first().waitFor();
  for (const [sql, words] of [
    ["SELECT hex(zeroblob(60000000))", "string or blob too big"],
    ["SELECT printf('%.*c', 900000000, 'x')", "string or blob too big"],
    [
      "SELECT group_concat(a.addressThoroughfare) FROM streets a, streets b",
      "string or blob too big",
    ],
    [`SELECT ${"(".repeat(500)}1${")".repeat(500)}`, "Запит не виконано"],
    ["ATTACH ':memory:' AS b", "Запит не виконано"],
  ] as const) {
    await run(page, sql);
    await expect.poll(() => said(page)).toContain(words);
  }
  await run(
    page,
    `SELECT count(*) AS n FROM streets a, streets b WHERE a.addressThoroughfare || b.addressThoroughfare LIKE '${"%а".repeat(60)}%ґ'`,
  );
  await expect.poll(() => cells(page), { timeout: 40_000 }).toEqual([["0"]]);
  await run(page, "SELECT count(*) AS n FROM streets");
  await expect.poll(() => cells(page)).toEqual([["848"]]);
  await page.close();
});

test("an engine that does not stop itself is ended from outside", async () => {
  const page = await open("?data=streets");
  await rows(page).first().waitFor();
  await page.evaluate(() => {
    const host = document.querySelector("sql-page") as HTMLElement & {
      worker: Worker;
      ask(question: object): Promise<object>;
    };
    // A worker that never answers, as one inside a long function.
    host.worker.postMessage = () => {};
    Object.assign(window, { told: host.ask({ sql: "SELECT 1", most: 1, seconds: 0 }) });
  });
  expect(
    await page.evaluate(() => (window as unknown as { told: Promise<object> }).told),
  ).toMatchObject({ interrupted: true });
  await run(page, "SELECT count(*) AS n FROM streets");
  await expect.poll(() => cells(page)).toEqual([["848"]]);
  await page.close();
});
