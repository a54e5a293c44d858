import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openSite } from "../../test/fixtures/browser.ts";

const site = openSite();
/** An engine that starts anew fetches its tables again, on a machine at work with other tests. */
const soon = { timeout: 20_000 };
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
  await expect.poll(() => page.locator("textarea").inputValue()).toContain("FROM trees_removed");
  await expect.poll(() => rows(page).count()).toBe(27);
  await expect
    .poll(() => new URL(page.url()).searchParams.getAll("data"))
    .toEqual(["trees-removed"]);
  const shared = await open(new URL(page.url()).search);
  await expect.poll(() => said(shared), soon).toContain("Запит прийшов із посилання");
  await expect.poll(() => rows(shared).count()).toBe(0);
  await shared.getByRole("button", { name: "Виконати" }).click();
  await rows(shared).first().waitFor();
  await expect.poll(() => cells(shared)).toEqual(await cells(page));
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
  await expect
    .poll(async () => (await cells(page)).flat().every((name) => /соборн/i.test(name ?? "")), soon)
    .toBe(true);
  await run(
    page,
    "SELECT DISTINCT addressThoroughfare FROM streets WHERE addressThoroughfare BETWEEN 'І' AND 'К' ORDER BY addressThoroughfare",
  );
  await expect.poll(() => cells(page).then((all) => all.length), soon).toBeGreaterThan(20);
  const names = (await cells(page)).flat();
  expect(names).toEqual([...names].sort(new Intl.Collator("uk").compare));
  expect(new Set(names.map((name) => name?.[0]))).toEqual(new Set("ІЇЙ".split("")));
  await run(
    page,
    "SELECT upper('їжак') AS word, (SELECT count(*) FROM streets) + (SELECT count(*) FROM trees_removed) AS n",
  );
  await expect.poll(() => cells(page), soon).toEqual([["ЇЖАК", "1 963"]]);
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
  await expect.poll(() => rows(page).count(), soon).toBe(5);
  await expect.poll(async () => (await cells(page))[0]).toEqual(["Акація", "219"]);
  await page.context().setOffline(false);
  await page.locator("[data-result] .tabs button", { hasText: "Графік" }).click();
  await page.waitForSelector("[data-result] canvas");
  await page.locator("[data-result] .menu summary", { hasText: "Завантажити" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("[data-result] .menu").getByRole("button", { name: "CSV" }).first().click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^query-view-\d{4}-\d\d-\d\d\.csv$/);
  await page.close();
});

test("a mistake is told in SQLite's words, a query without end is stopped, and the next one answers", async () => {
  const page = await open("?data=streets");
  await rows(page).first().waitFor();
  await run(page, "SELEC 1");
  await expect
    .poll(() => said(page), soon)
    .toBe(
      'Запит не виконано. SQLite каже: near "SELEC": syntax error. Перевірте слово, яке названо, і те, що перед ним.',
    );
  await run(
    page,
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n",
  );
  await page.locator("[data-stop]:not([hidden])").click();
  await expect.poll(() => said(page), soon).toContain("Запит зупинено");
  await run(page, "SELECT count(*) AS n FROM streets");
  await expect.poll(() => cells(page), soon).toEqual([["848"]]);
  await page.close();
});

test("an unknown set is said to be one", async () => {
  const page = await open("?data=no-such-set");
  await expect
    .poll(() => said(page), soon)
    .toBe("Набору «no-such-set» немає або в ньому немає таблиць.");
  await page.close();
});

test("a link's query is not run, in either language, until the reader has read it and pressed", async () => {
  const query = `?${new URLSearchParams({ data: "streets", sql: "SELECT 40 + 2 AS n" })}`;
  for (const [root, note, press] of [
    ["", "Запит прийшов із посилання. Прочитайте його й натисніть «Виконати».", "Виконати"],
    ["/en", "This query came with the link. Read it, then press “Run”.", "Run"],
  ] as const) {
    const page = await site.browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(`${site.address}${root}/sql/${query}`);
    await expect.poll(() => said(page), soon).toBe(note);
    await expect.poll(() => page.locator("[data-said]").getAttribute("class")).toBe("note");
    await expect.poll(() => page.locator("textarea").inputValue()).toBe("SELECT 40 + 2 AS n");
    await page.waitForTimeout(300);
    await expect.poll(() => page.locator("[data-result]").innerHTML()).toBe("");
    await page.getByRole("button", { name: press, exact: true }).click();
    await expect.poll(() => cells(page), soon).toEqual([["42"]]);
    await expect.poll(() => said(page)).toBe("");
    await page.close();
  }
});

test("a query made to fill the memory is refused in words, and the page goes on", async () => {
  const page = await open("?data=streets");
  await rows(page).first().waitFor();
  const nested = `${"(1+".repeat(300)}1${")".repeat(300)}`;
  for (const [sql, ...words] of [
    ["SELECT hex(zeroblob(60000000))", "string or blob too big", "звузьте запит"],
    ["SELECT printf('%.*c', 900000000, 'x')", "string or blob too big"],
    ["SELECT hex(zeroblob(400000)) FROM streets", "Показано перші 6 рядків"],
    ["SELECT group_concat(a.addressThoroughfare) FROM streets a, streets b", "too big"],
    [
      "WITH RECURSIVE n(x, y) AS (SELECT 1, randomblob(900000) UNION SELECT x + 1, randomblob(900000) FROM n) SELECT count(*) FROM n",
      "out of memory",
      "звузьте запит",
    ],
    [`SELECT ${nested}`, "too large", "розбийте"],
    [`SELECT 1 ${"UNION ALL SELECT 1 ".repeat(101)}`, "too many terms", "розбийте"],
    [`SELECT 'а' LIKE '${"а".repeat(1001)}'`, "pattern too complex", "розбийте"],
    ["ATTACH ':memory:' AS b", "Запит не виконано"],
  ] as const) {
    await run(page, sql);
    for (const word of words)
      await expect.poll(() => said(page), { ...soon, message: sql }).toContain(word);
  }
  await run(page, "SELECT zeroblob(900000) AS z");
  await expect.poll(() => cells(page), soon).toEqual([[`x'${"00".repeat(16)}…'`]]);
  await run(
    page,
    `SELECT count(*) AS n FROM streets WHERE hex(zeroblob(9000)) || addressThoroughfare LIKE '${"%0".repeat(60)}%~'`,
  );
  await expect.poll(() => cells(page), soon).toEqual([["0"]]);
  await run(
    page,
    "SELECT count(*) AS n FROM streets WHERE addressThoroughfare LIKE '!_%' ESCAPE '!'",
  );
  await expect.poll(() => cells(page), soon).toEqual([["0"]]);
  await run(page, "SELECT count(*) AS n FROM streets");
  await expect.poll(() => cells(page), soon).toEqual([["848"]]);
  await page.close();
});

test("a query asks and changes nothing: no table, no limit, no transaction left open", async () => {
  const page = await open("?data=streets");
  await rows(page).first().waitFor();
  for (const sql of [
    "DELETE FROM streets",
    "UPDATE streets SET addressThoroughfare = 'x'",
    "DROP TABLE streets",
    "CREATE TABLE mine (n)",
    "CREATE TEMP VIEW mine AS SELECT 1",
    "PRAGMA query_only = OFF; DELETE FROM streets",
    "PRAGMA hard_heap_limit = 0",
    "ATTACH ':memory:' AS b",
    "BEGIN",
    "SAVEPOINT mine",
    "VACUUM",
  ]) {
    await run(page, "SELECT 1 AS n");
    await expect.poll(() => cells(page), soon).toEqual([["1"]]);
    await run(page, sql);
    await expect.poll(() => said(page), { ...soon, message: sql }).toContain("Запит не виконано");
  }
  await run(page, "SELECT name FROM pragma_table_info('streets') LIMIT 1");
  await expect.poll(() => cells(page), soon).toHaveLength(1);
  await run(
    page,
    "SELECT count(*) AS n, count(DISTINCT addressThoroughfare) > 1 AS m FROM streets",
  );
  await expect.poll(() => cells(page), soon).toEqual([["848", "1"]]);
  await page.close();
});

test("a function that the engine cannot stop is ended from outside, and the next query answers", async () => {
  const page = await site.browser.newPage();
  await page.clock.install();
  await page.goto(`${site.address}/sql/?data=streets`);
  await rows(page).first().waitFor();
  // One comparison of half a million letters at each of half a million places: minutes inside a single call.
  await run(page, "SELECT instr(hex(zeroblob(499000)), hex(zeroblob(250000)) || '1') FROM streets");
  await expect.poll(() => said(page), soon).toBe("Виконую…");
  await page.clock.fastForward(32_000);
  expect(await said(page)).toBe("Виконую…");
  await page.clock.fastForward(2000);
  await expect.poll(() => said(page), soon).toContain("Запит зупинено: він тривав понад 30 с");
  await run(page, "SELECT count(*) AS n FROM streets");
  await expect.poll(() => cells(page), soon).toEqual([["848"]]);
  await page.close();
});
