import { expect, test } from "vitest";
import { openSite } from "./fixtures/browser.ts";

const site = openSite();

test("without JavaScript a reader finds a set through its theme and downloads the file", async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.address);
  await page.click('a[href="/theme/regi/"]');
  await page.click('a[href="/dataset/streets/"]');
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.click('a[href="/dataset/streets/streets.csv"]'),
  ]);
  expect(download.suggestedFilename()).toBe("streets-2026-11-23.csv");
  await context.close();
});

test("the address keeps the view of the catalogue: facets, text and order", async () => {
  const page = await site.browser.newPage();
  await page.goto(
    `${site.address}/datasets/?theme=ENVI&format=CSV&q=${encodeURIComponent("дерев")}`,
    { waitUntil: "networkidle" },
  );
  const shown = () =>
    page
      .locator("ul.register > li:visible")
      .evaluateAll((items) => items.map((item) => item.getAttribute("data-path")).sort());
  await expect
    .poll(() => shown())
    .toEqual([
      "/dataset/trees-planted/",
      "/dataset/trees-planting-source/",
      "/dataset/trees-pruned/",
      "/dataset/trees-pruning-source/",
      "/dataset/trees-removal-source/",
      "/dataset/trees-removed/",
    ]);
  await page.locator('input[name="publisher"][value="housing-utilities-department"]').check();
  await expect
    .poll(() => new URL(page.url()).searchParams.getAll("publisher"))
    .toEqual(["housing-utilities-department"]);
  await page.waitForFunction(
    () => document.querySelectorAll("ul.register > li:not([hidden])").length === 3,
  );
  await page.locator("[data-reset]").click();
  await expect.poll(() => new URL(page.url()).search).toBe("");
  await page.close();
});

test("a table is sorted and searched from the keyboard", async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.address}/dataset/streets/`, { waitUntil: "networkidle" });
  const header = page.locator('data-explorer th[data-column="addressCount"]');
  await header.locator("button").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(
    () => document.querySelectorAll("data-explorer > .scroll tbody tr").length === 50,
  );
  await page.keyboard.press("Enter");
  await page.waitForFunction(() =>
    document
      .querySelector("data-explorer > .scroll tbody tr")
      ?.textContent?.includes("Богдана Хмельницького"),
  );
  await expect.poll(() => header.getAttribute("aria-sort")).toBe("descending");
  await page.locator("data-explorer input[type=search]").first().fill("соборна");
  await page.waitForFunction(
    () => document.querySelectorAll("data-explorer > .scroll tbody tr").length < 10,
  );
  await expect
    .poll(() => page.locator("data-explorer > .scroll tbody").textContent())
    .toContain("Соборна");
  await page.close();
});

test("the chart is drawn and its numbers can be read", async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.address}/dataset/population-by-age/`, { waitUntil: "networkidle" });
  await page.locator("data-chart").first().scrollIntoViewIfNeeded();
  await page.locator("data-chart svg:visible").first().waitFor();
  await page.locator("figure details summary").first().click();
  await expect.poll(() => page.locator("figure details table").first().isVisible()).toBe(true);
  await page.close();
});

test("a former identifier's address leads to the dataset, in the reader's language", async () => {
  const alias = "eb164fb8-b3b9-4eca-bb3a-6ce97623ee74";
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const language of ["", "/en"]) {
    await page.goto(`${site.address}${language}/dataset/${alias}/`);
    await page.waitForURL(`**${language}/dataset/municipal-property/`);
    await expect.poll(() => page.locator("h1").count()).toBe(1);
  }
  await context.close();
});

test("a call is copied whole by a press of Enter; without JavaScript it is there to be selected", async () => {
  const context = await site.browser.newContext({
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  await page.goto(`${site.address}/api/`, { waitUntil: "networkidle" });
  const block = page.locator("copy-block", { has: page.locator("strong", { hasText: "DuckDB" }) });
  const code = (await block.first().locator("pre").textContent()) ?? "";
  await block.first().locator("button").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.textContent === "Скопійовано");
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  expect(code).toMatch(/^SELECT \* FROM read_csv\('https:[\s\S]+columns = \{[\s\S]+LIMIT 5;$/);
  await context.close();
  const plain = await site.browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(`${site.address}/api/`);
  await expect.poll(() => still.locator("copy-block button:visible").count()).toBe(0);
  await expect.poll(() => still.locator("copy-block pre").first().isVisible()).toBe(true);
  await plain.close();
});

test("mandated sets are filtered by state and publisher, the choice is in the address; without JavaScript all are there", async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.address}/coverage/?publisher=housing-utilities-department`, {
    waitUntil: "networkidle",
  });
  const shown = () =>
    page.locator("[data-item]:visible").evaluateAll((items) => items.map(({ id }) => id));
  const own = await shown();
  expect(own).toContain("mun-033");
  await page.locator('select[name="state"]').selectOption("published");
  await expect.poll(() => shown()).toEqual(["mun-033"]);
  await expect.poll(() => page.locator("[data-count]").textContent()).toBe("1 набір");
  await expect
    .poll(() => new URL(page.url()).search)
    .toBe("?state=published&publisher=housing-utilities-department");
  // «Missing» is said of the publisher that was chosen, though another one has the set.
  await page.locator('select[name="state"]').selectOption("missing");
  await expect.poll(() => page.locator("#all-007 .state:visible").innerText()).toBe("немає");
  await page.locator('select[name="state"]').selectOption("published");
  // Groups with nothing to show go with their headings.
  await expect.poll(() => page.locator("[data-group]:visible").count()).toBe(1);
  await page.locator('select[name="category"]').selectOption({ index: 1 });
  await expect.poll(() => page.locator("[data-none]").isVisible()).toBe(true);
  await page.close();
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${site.address}/coverage/`);
  await expect.poll(() => plain.locator("form.filter").isVisible()).toBe(false);
  await expect.poll(() => plain.locator("[data-item]:visible").count()).toBe(91);
  await context.close();
});

test("a dashboard stands in another site's frame with its chart, its numbers and the way to its source", async () => {
  const page = await site.browser.newPage();
  await page.setContent(
    `<iframe src="${site.address}/embed/dashboard/budget/" width="700" height="900"></iframe>`,
  );
  const frame = page.frameLocator("iframe");
  await frame.locator("data-chart svg:visible").first().waitFor();
  await expect.poll(() => frame.locator(".figure-number strong").textContent()).toMatch(/млн\sгрн/);
  await expect.poll(() => frame.locator("header, nav, footer").count()).toBe(0);
  await expect.poll(() => frame.locator('a[href="/dashboards/budget/"]').count()).toBe(1);
  await page.close();
});
