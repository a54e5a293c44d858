import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openSite } from "../../test/fixtures/browser.ts";

const site = openSite();

async function search(query: string, language = ""): Promise<Page> {
  const page = await site.browser.newPage();
  await page.goto(`${site.address}${language}/search/?q=${encodeURIComponent(query)}`);
  await page.waitForFunction(() => {
    const found = document.querySelector("search-results");
    const said = found?.querySelector("[data-status]")?.textContent ?? "";
    return said !== "" && said !== found?.getAttribute("data-wait");
  });
  return page;
}
const paths = (page: Page) =>
  page
    .locator("search-results ul.register a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
const found = async (query: string) => {
  const page = await search(query);
  const links = await paths(page);
  await page.close();
  return links;
};

test("English words and abbreviations find Ukrainian sets", async () => {
  expect(await found("schools")).toContain("/dataset/schools/");
  expect(await found("elections")).toContain("/dataset/polling-stations/");
  expect(await found("budget revenue")).toContain("/dataset/budget-income-monthly/");
  expect(await found("ЦНАП")).toContain("/dataset/service-centres/");
});

test("names of columns and values of small lists find their set", async () => {
  expect(await found("itemSpecies")).toContain("/dataset/trees-removed/");
  // Rows come after what the sets say of themselves.
  const page = await search("тополі");
  await page.locator('search-results a[href^="/dataset/trees-removed/?table="]').first().waitFor();
  await page.close();
});

test("a street is found inside tables, and the link opens the table at its rows", async () => {
  const page = await search("вулиця Преображенська");
  const rows = page.locator("search-results li", { hasText: "Є в рядках таблиці" });
  const link = rows.locator('a[href^="/dataset/streets/?table=streets&q="]');
  await link.click();
  await page.waitForSelector("data-explorer .row-number button");
  await expect
    .poll(() => page.locator("data-explorer .scroll tbody").first().innerText())
    .toContain("Преображенська");
  await page.close();
});

test("every form of a looked for word is marked in what is found", async () => {
  const page = await search("деревам");
  const marks = await page.locator("search-results mark").allInnerTexts();
  expect(marks.length).toBeGreaterThan(3);
  // «Насадження» say the same.
  expect(marks.filter((mark) => !/^(дерев|насадж)/i.test(mark))).toEqual([]);
  await page.close();
});

test("words that are nowhere together find what has some of them, and say so", async () => {
  const page = await search("школи тролейбус");
  await expect
    .poll(() => page.locator("[data-status]").innerText())
    .toBe("Усіх слів разом немає ніде. Ось де є частина з них.");
  await expect.poll(async () => (await paths(page)).length).toBeGreaterThan(0);
  await page.close();
});

test("where nothing is found the page proposes ways on, the request for data among them", async () => {
  const page = await search("йцукенгшщ");
  await expect.poll(() => page.locator("[data-status]").innerText()).toMatch(/нічого не знайдено/);
  const ways = page.locator("[data-nothing]");
  await expect.poll(() => ways.isVisible()).toBe(true);
  await expect.poll(() => ways.locator('a[href="/requests/"]').count()).toBe(1);
  await expect.poll(() => ways.locator('a[href^="/theme/"]').count()).toBeGreaterThan(3);
  await page.close();
});

test("letters typed offer names; arrows choose, Enter opens, Esc closes; «/» leads to the field", async () => {
  const page = await site.browser.newPage();
  await page.goto(site.address);
  await page.keyboard.press("/");
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("home-search");
  await page.keyboard.type("видал дер", { delay: 20 });
  const options = page.locator("[role=option]");
  await options.first().waitFor();
  await expect.poll(() => options.first().innerText()).toMatch(/видалення/i);
  const input = page.locator("#home-search");
  await expect.poll(() => input.getAttribute("aria-expanded")).toBe("true");
  await page.keyboard.press("ArrowDown");
  const active = await input.getAttribute("aria-activedescendant");
  await expect.poll(() => page.locator(`#${active}`).getAttribute("aria-selected")).toBe("true");
  await page.keyboard.press("Escape");
  await expect.poll(() => input.getAttribute("aria-expanded")).toBe("false");
  await expect.poll(() => input.inputValue()).toBe("видал дер");
  await page.keyboard.type("е");
  await options.first().waitFor();
  await page.keyboard.press("ArrowDown");
  await Promise.all([page.waitForURL("**/dataset/**"), page.keyboard.press("Enter")]);
  await page.close();
});

test("an answer waits for one script and one file, which come while a word is typed elsewhere", async () => {
  const page = await site.browser.newPage();
  const asked: string[] = [];
  page.on("request", (request) => {
    asked.push(new URL(request.url()).pathname);
  });
  const needed = () =>
    asked
      .filter((path) => /\.js$|search-index\/[^/]+\.json$/.test(path))
      .map((path) => path.replace(/-[\w-]{8}\.js$/, ".js"));
  await page.goto(`${site.address}/search/?q=${encodeURIComponent("школами")}`);
  await page.locator("search-results ul.register a").first().waitFor();
  // Rows of tables come after.
  expect(needed().slice(0, 2).sort()).toEqual([
    "/_astro/search-program.js",
    "/search-index/head.json",
  ]);
  await page.goto(site.address, { waitUntil: "networkidle" });
  asked.length = 0;
  await page.locator("#home-search").pressSequentially("ш");
  await expect
    .poll(() => needed().sort())
    .toEqual(["/_astro/search-program.js", "/search-index/head.json"]);
  await page.close();
});

test("where the one script does not come the page says so, and leads on", async () => {
  const page = await site.browser.newPage();
  const unanswered = page.locator("search-results > .unanswered");
  await page.route("**/search-program*", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto(`${site.address}/search/?q=парк`);
  await expect
    .poll(() => unanswered.innerText(), { timeout: 15_000 })
    .toBe("Пошук не завантажився. Перевірте з’єднання і спробуйте ще раз. Усі набори");
  await unanswered.getByRole("link").click();
  await page.waitForURL("**/datasets/");
  await page.unroute("**/search-program*");
  await page.goto(`${site.address}/search/?q=парк`);
  await page.locator("search-results ul.register a").first().waitFor();
  await expect.poll(() => unanswered.isVisible()).toBe(false);
  await page.close();
});

test("on the English side names and texts are English where somebody wrote them", async () => {
  const page = await search("trees", "/en");
  const titles = await page.locator("search-results h2").allInnerTexts();
  expect(titles.some((title) => /tree/i.test(title))).toBe(true);
  await expect
    .poll(async () => (await paths(page)).every((path) => path.startsWith("/en/")))
    .toBe(true);
  await page.close();
});

test("on the English side a missing set has its English name, and is said to be in English", async () => {
  const page = await search("parking", "/en");
  const item = page.locator("search-results li.missing", { hasText: "Parking: sites" });
  await item.waitFor();
  const languages = await item
    .locator("a, p, span")
    .evaluateAll((parts) =>
      parts.map((part) => [part.localName, part.closest("[lang]")?.getAttribute("lang")].join()),
    );
  // Who has to publish it has a Ukrainian name alone.
  expect([...new Set(languages)].sort()).toEqual(["a,en", "p,en", "span,uk"]);
  await page.close();
});

test("what nobody asked for is not found for a word that only stands near to it", async () => {
  for (const query of ["Карла Маркса", "молодь", "карту"]) {
    const page = await search(query);
    await expect.poll(() => page.locator("[data-nothing]").isVisible()).toBe(true);
    await expect.poll(() => page.locator("[data-taken]").isVisible()).toBe(false);
    await expect.poll(() => paths(page)).toEqual([]);
    await page.close();
  }
});

/** The list of what the catalogue keeps for a choice, and what it says of it. */
async function chosen(page: Page): Promise<{ sets: string[]; lost: boolean }> {
  await page.waitForFunction(() => {
    const lost = document.querySelector<HTMLElement>("[data-lost]");
    const pager = document.querySelector<HTMLElement>("[data-pager]");
    return lost?.hidden === false || pager === null || pager.hidden;
  });
  return {
    sets: await page
      .locator("data-catalogue ul.register h2 a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? "")),
    lost: await page.locator("[data-lost]").isVisible(),
  };
}

test.each([
  ["columns of the facets", "**/datasets/facets.bin*", "/datasets/?theme=ENVI"],
  ["list of records", "**/search-index/head.json*", "/datasets/?q=дерева"],
])(
  "a %s of the build before is asked for anew, and where there is no other, no sets are shown for it",
  async (_, stale, address) => {
    const right = await site.browser.newPage();
    await right.goto(site.address + address);
    await expect.poll(async () => (await chosen(right)).sets.length).toBeGreaterThan(0);
    const expected = await chosen(right);
    await right.close();
    for (const times of [1, Number.POSITIVE_INFINITY]) {
      const page = await site.browser.newPage();
      let met = 0;
      await page.route(stale, async (route) => {
        const answer = await route.fetch();
        const body = await answer.body();
        // What another build held: the same length, another order.
        const other = Buffer.from(body).reverse();
        await route.fulfill({ response: answer, body: met++ < times ? other : body });
      });
      await page.goto(site.address + address);
      if (times === 1)
        await expect.poll(() => chosen(page)).toEqual({ sets: expected.sets, lost: false });
      else await expect.poll(() => chosen(page)).toEqual({ sets: [], lost: true });
      expect(met).toBeGreaterThan(1);
      await page.close();
    }
  },
);

test("a street whose file does not come is not said to be nowhere, and is found when it does", async () => {
  const page = await site.browser.newPage();
  let broken = true;
  await page.route("**/search-index/streets/*.json", (route) =>
    broken ? route.fulfill({ status: 503 }) : route.continue(),
  );
  await page.goto(`${site.address}/street/?q=${encodeURIComponent("Соборна")}`);
  const said = page.locator("my-street [data-said]");
  await expect.poll(() => said.innerText()).toMatch(/^Пошук не завантажився/);
  broken = false;
  await page.getByRole("button", { name: "Показати" }).click();
  await page.waitForSelector("my-street .street-card");
  await page.getByRole("searchbox", { name: "Вулиця або адреса" }).fill("Ц");
  await expect.poll(() => page.locator("my-street .street-card").count()).toBe(0);
  await expect.poll(() => said.innerText()).toBe("");
  await page.close();
});

test.each([
  ["/search/?q=петиції", true],
  ["/search/?q=йцукенгшщ", true],
  ["/datasets/?q=петиції", true],
  ["/datasets/?q=йцукенгшщ", true],
  ["/search/?q=дерева", false],
])("the address a letter goes to is read where data are not there: %s", async (path, isRead) => {
  const page = await site.browser.newPage();
  await page.goto(site.address + path);
  const read = page.locator(".where-to-write:visible a");
  if (isRead) await expect.poll(() => read.allInnerTexts()).toEqual(["data@krmr.gov.ua"]);
  else {
    await page.locator(".register .item").first().waitFor();
    await expect.poll(() => read.count()).toBe(0);
  }
  await page.close();
});
