import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readXlsx } from "hucre";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openSite } from "./fixtures/browser.ts";
import { runScriptAsync } from "./fixtures/built-site.ts";

const site = openSite();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const taken = async (page: Page, press: () => Promise<unknown>) => {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
};

test("a reader with a phone and without JavaScript finds the trees, reads the table and takes it", async () => {
  const context = await site.browser.newContext({ ...phone, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.address);
  await page.getByRole("link", { name: /Довкілля/ }).click();
  await page.getByRole("link", { name: /Видалення дерев/ }).click();
  await expect.poll(() => page.locator("data-explorer > .scroll tbody tr").count()).toBe(20);
  // Nothing that needs a script is offered.
  await expect.poll(() => page.locator("main button:visible, main input:visible").count()).toBe(0);
  await page.getByRole("link", { name: "Що означають колонки" }).click();
  await expect.poll(() => page.locator("#columns").isVisible()).toBe(true);
  await expect.poll(() => page.getByText("Назва породи").count()).toBe(1);
  const csv = await taken(page, () =>
    page.locator('.take a.button[href$="trees-removed.csv"]').click(),
  );
  expect(csv.bytes.toString().split("\n").length).toBe(1117);
  const book = await taken(page, () => page.locator('.take a[href$="trees-removed.xlsx"]').click());
  expect(book.bytes.subarray(0, 2).toString()).toBe("PK");
  await context.close();
});

test("a journalist finds a table, draws it her way, takes the picture and shares the address", async () => {
  const context = await site.browser.newContext({
    viewport: { width: 1280, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  await page.goto(site.address);
  await page.getByRole("combobox").fill("доходи бюджету");
  await page.keyboard.press("Enter");
  await page.locator("search-results a", { hasText: "Помісячні доходи" }).first().click();
  const explorer = page.locator('data-explorer[data-name="income-by-month"]');
  await explorer.getByRole("button", { name: "Графік" }).click();
  await explorer.locator("canvas").waitFor();
  await explorer.getByLabel("Вигляд графіка").selectOption("line");
  await explorer.getByLabel("Що показати").selectOption("sum transfers");
  await expect
    .poll(() => explorer.locator("figcaption").innerText())
    .toBe("«Трансферти, грн» разом, за «Місяць»");
  await expect
    .poll(async () => plain(await explorer.locator("figure .quiet").first().innerText()))
    .toMatch(/^Найбільше: груд\. 2021 р\./);
  const picture = await taken(page, () => explorer.getByRole("button", { name: "PNG" }).click());
  expect(picture.name).toBe("income-by-month-chart.png");
  await explorer.locator("summary", { hasText: "Поділитися" }).click();
  await explorer.getByRole("button", { name: "Копіювати" }).first().click();
  let address = "";
  await expect
    .poll(async () => {
      address = await page.evaluate(() => navigator.clipboard.readText());
      return address;
    })
    .toMatch(/^http/);
  await context.close();
  const reader = await site.browser.newPage();
  await reader.goto(address);
  await reader.locator("data-explorer canvas").first().waitFor();
  await expect
    .poll(() => reader.locator(".chart-tab figcaption").innerText())
    .toBe("«Трансферти, грн» разом, за «Місяць»");
  await reader.close();
});

test("who works in Excel gets a workbook with types: numbers, dates, codes with their zeros", async () => {
  const response = await fetch(`${site.address}/dataset/trees-removed/trees-removed.xlsx`);
  const book = await readXlsx(new Uint8Array(await response.arrayBuffer()));
  const [head = [], first = []] = book.sheets[0]?.rows ?? [];
  const cell = (title: string) => first[head.indexOf(title)];
  expect(cell("Дата акта")).toEqual(new Date("2017-04-25T00:00:00Z"));
  expect(cell("Код ЄДРПОУ виконавця")).toBe("22218998");
  expect(cell("За планом")).toBeTypeOf("number");
  expect(book.sheets[0]?.rows.length).toBe(1116);
});

test("a developer: a permanent address, a true checksum, a part of a file, every version", async () => {
  const get = async (path: string, headers: Record<string, string> = {}) =>
    Buffer.from(await (await fetch(site.address + path, { headers })).arrayBuffer());
  const list = JSON.parse((await get("/datasets.json")).toString());
  const streets = list.datasets.find(({ id }: { id: string }) => id === "streets");
  expect(streets).toBeDefined();
  const passport = JSON.parse((await get("/dataset/streets/datapackage.json")).toString());
  const csv = await get("/dataset/streets/streets.csv");
  const hash = createHash("sha256").update(csv).digest("hex");
  expect(passport.resources[0].hash).toBe(`sha256:${hash}`);
  expect((await get("/dataset/streets/streets.csv", { Range: "bytes=0-22" })).toString()).toBe(
    csv.subarray(0, 23).toString(),
  );
  const page = (await get("/dataset/streets/")).toString();
  const [, version = ""] =
    /href="(\/dataset\/streets\/versions\/[0-9a-f]{10}\/streets\.csv)"/.exec(page) ?? [];
  expect((await get(version)).equals(csv)).toBe(true);
  const records = JSON.parse((await get("/dataset/streets/streets.json")).toString());
  expect(records.length).toBe(848);
});

describe("a citizen with a phone", () => {
  const opened = async (path: string) => {
    const context = await site.browser.newContext(phone);
    const page = await context.newPage();
    await page.goto(site.address + path);
    return page;
  };

  test("learns of the trees of her street, the nearest polling station, and where schools are", async () => {
    const page = await opened("/");
    await page.getByLabel("Вулиця або адреса").fill("вул. Полтавська");
    await page.keyboard.press("Enter");
    const card = page.locator(".street-card");
    await card.waitFor();
    await expect
      .poll(async () => plain(await card.innerText()))
      .toMatch(
        /Видалення дерев[\s\S]*26 рядків[\s\S]*Найближче\s+Виборчі дільниці [^\n]*: Номер дільниці 350929, за 170 м/,
      );
    // Nobody knows the points of schools: their addresses are told instead of a distance.
    const schools = card.getByRole("listitem").filter({ hasText: "Заклади загальної" });
    await expect.poll(async () => plain(await schools.innerText())).toMatch(/: 43 адреси$/);
    await schools.getByRole("link").click();
    await page.waitForURL("**/dataset/schools/?table=schools");
    await page.goBack();
    await card.getByRole("link", { name: "Видалення дерев" }).click();
    await expect
      .poll(async () => plain(await page.locator("[data-status]").first().innerText()))
      .toBe("Знайдено 26 рядків з 1 115");
    await page.context().close();
  });

  test("is told one nearest polling station of her house, by the street's page and by the map", async () => {
    const page = await opened("/street/?q=Волкова 26");
    const card = page.locator(".street-card");
    await expect
      .poll(async () => plain(await card.innerText()))
      .toMatch(/Номер дільниці 350852, за 210 м\s+Відстань навпростець від цього будинку/);
    await page.goto(`${site.address}/dataset/polling-stations/?show=map`);
    await page.getByLabel("Найближче до адреси").fill("Волкова 26");
    await page.keyboard.press("Enter");
    await expect
      .poll(async () => plain(await page.locator(".nearest").innerText()))
      .toMatch(
        /^Найближче до: вул\. Волкова, 26\s+Номер дільниці 350852 210 м[\s\S]*Відстань навпростець від цього будинку/,
      );
    await page.context().close();
  });

  test.each([
    ["that may be an avenue or a lane", "пр. Перемоги", ["просп. Перемоги", "пров. Перемоги"], ""],
    ["of a corner", "Соборна/Київська", ["вул. Соборна", "вул. Київська"], ""],
    ["with a slip", "Плтавська 30", [], "вул. Полтавська, 30"],
    ["in Latin letters", "Poltavska", [], "вул. Полтавська"],
  ])("asks for a street %s and is answered: %s", async (_, text, cards, offer) => {
    const page = await opened(`/street/?q=${encodeURIComponent(text)}`);
    await expect.poll(() => page.locator(".street-card h2").allInnerTexts()).toEqual(cards);
    if (offer !== "") {
      await page.getByText("Можливо, ви шукаєте:").waitFor();
      await page.getByRole("link", { name: offer, exact: true }).click();
      await expect.poll(() => page.locator(".street-card h2").allInnerTexts()).toEqual([offer]);
    }
    await page.context().close();
  });

  test.each([
    ["що обіцяла рада", "/plan/"],
    ["повідомити про помилку", "/requests/"],
    ["порівняти роки", "/dashboards/"],
    ["api", "/api/"],
    ["найближча школа", "/dataset/school-32-service-area/"],
    ["дерева", "/dataset/trees-removed/"],
  ])("asks «%s» and is led to %s first", async (query, path) => {
    const page = await opened(`/search/?q=${encodeURIComponent(query)}`);
    const first = page.locator("search-results ul.register a").first();
    await expect.poll(() => first.getAttribute("href")).toBe(path);
    await page.context().close();
  });

  test("follows a set by its feed, compares years, asks for a set that is missing", async () => {
    const page = await opened("/dataset/trees-removed/");
    // A feed opened in a browser is bare XML or a download: its address is copied, and what to do with it is told.
    await page.getByRole("link", { name: "Як дізнаватися про зміни" }).tap();
    const feed = page.locator("#follow");
    await feed.getByText("Thunderbird").waitFor();
    const address = await feed.locator("[data-code]").innerText();
    await expect.poll(() => feed.getByRole("button", { name: "Копіювати" }).isVisible()).toBe(true);
    const entries = await (await fetch(site.address + new URL(address).pathname)).text();
    expect(entries).toContain("<title>Відкриті дані Кропивницького: Видалення дерев");
    // A set that is updated no more has an empty calendar, which is not offered.
    await expect.poll(() => feed.locator('a[href^="webcal:"]').count()).toBe(0);
    await page.goto(`${site.address}/follow/`);
    const calendar = page.locator('a[href^="webcal:"]');
    const days = await fetch(
      site.address + new URL((await calendar.getAttribute("href")) ?? "").pathname,
    );
    expect(await days.text()).toMatch(/^BEGIN:VCALENDAR[\s\S]*BEGIN:VEVENT/);
    await page.goto(`${site.address}/dashboards/`);
    await page.getByRole("link", { name: "Бюджет громади рік до року" }).click();
    await page.waitForURL("**/dashboards/*/");
    await expect
      .poll(async () => plain(await page.locator("main").innerText()))
      .toContain("2022. Найбільше: грудень");
    await page.goto(site.address);
    const ask = page.getByRole("link", { name: /Попросити цей набір/ }).first();
    await expect
      .poll(async () => decodeURIComponent((await ask.getAttribute("href")) ?? ""))
      .toMatch(/^mailto:[^?]+\?subject=Попросити дані: /);
    await page.context().close();
  });

  test("reports a row by a letter that names the row, the file and its state", async () => {
    const page = await opened("/dataset/trees-removed/?q=полтавська");
    await page.locator("data-explorer .row-number button").first().click();
    const letter = page.getByRole("dialog").locator('a[href^="mailto:"]');
    await letter.scrollIntoViewIfNeeded();
    await expect
      .poll(async () => decodeURIComponent((await letter.getAttribute("href")) ?? ""))
      .toMatch(
        /subject=Помилка в рядку 30: «Видалення дерев[^&]*&body=[\s\S]*trees-removed\.csv[\s\S]*SHA-256[\s\S]*row(=|%3D)30/,
      );
    await page.context().close();
  });
});

test("a wrong row is reported by the keyboard alone, in forty keys from the home page at most", async () => {
  const page = await site.browser.newPage({ viewport: { width: 1440, height: 900 } });
  let keys = 0;
  const press = async (key: string) => {
    keys++;
    await page.keyboard.press(key);
  };
  const type = async (text: string) => {
    keys += text.length;
    await page.keyboard.type(text);
  };
  const has = (css: string) =>
    page.evaluate((asked) => document.activeElement?.matches(asked) ?? false, css);
  const tabTo = async (css: string) => {
    for (let tabs = 0; tabs < 12; tabs++) {
      await press("Tab");
      if (await has(css)) return;
    }
    throw new Error(`Tab does not come to ${css}.`);
  };
  await page.goto(site.address);
  await tabTo('.skip[href="#content"]');
  await press("Enter");
  await tabTo("#home-search");
  await type("дерева");
  await press("Enter");
  await page.waitForURL("**/search/?q=*");
  await page.locator("search-results .register a").first().waitFor();
  await tabTo('.skip[href="#found"]');
  await press("Enter");
  await tabTo('search-results a[href="/dataset/trees-removed/"]');
  await press("Enter");
  await page.waitForURL("**/dataset/trees-removed/");
  await tabTo('.skip[href="#table"]');
  await press("Enter");
  // Table, chart, map and columns are one stop; the rows are one key below the field.
  await tabTo("data-explorer input[type=search]");
  await type("полтавська");
  await press("ArrowDown");
  await expect.poll(() => has('[aria-label="Рядок 30: показати всі комірки"]')).toBe(true);
  await press("Enter");
  await page.getByRole("dialog").waitFor();
  await tabTo('dialog a[href^="mailto:"]');
  expect(keys).toBeLessThanOrEqual(40);
  await page.close();
});

test.each([390, 1440])("a menu lies over the head that stays in sight, %i wide", async (width) => {
  const page = await site.browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(`${site.address}/dataset/trees-removed/?q=полтавська`);
  const explorer = page.locator("data-explorer").first();
  await explorer.locator(".row-number button").first().waitFor();
  await explorer.locator("summary", { hasText: "Поділитися" }).click();
  const menu = explorer.locator(".menu[open] .menu-content");
  const covered = await menu.evaluate((content) => {
    const { left, top, right, bottom } = content.getBoundingClientRect();
    const found: string[] = [];
    for (let x = left + 4; x < right; x += 12)
      for (let y = top + 4; y < Math.min(bottom, innerHeight); y += 12) {
        const above = document.elementFromPoint(x, y);
        if (above && !content.contains(above)) found.push(above.outerHTML.slice(0, 60));
      }
    return found;
  });
  expect(covered).toEqual([]);
  await page.close();
});

describe("who listens to a page", () => {
  test("hears what the table is, what its buttons do, and what each press changed", async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.address}/dataset/trees-removed/`);
    const before = await page.locator("main").ariaSnapshot();
    expect(before).toContain(
      '- heading "Видалення дерев у Кропивницькому, 2018–2020 роки" [level=1]',
    );
    expect(before).toContain('- navigation "На цій сторінці"');
    expect(before).toContain('- region "Таблиця «Дерева, що підлягали видаленню»"');
    expect(before).toMatch(/- searchbox "Шукати в таблиці"/);
    await page.locator("data-explorer").getByRole("button", { name: "Таблиця" }).click();
    await page.waitForSelector("data-explorer .row-number button");
    const explorer = page.locator("data-explorer");
    const opened = await explorer.ariaSnapshot();
    expect(opened).toContain('- toolbar "Що показувати"');
    expect(opened).toContain('- button "Таблиця" [pressed]');
    expect(opened).toContain('- columnheader "Порода"');
    expect(opened).toContain('rowheader "Рядок 1: показати всі комірки"');
    await explorer.getByRole("searchbox").fill("соборна");
    await expect
      .poll(async () => plain(await explorer.locator("[data-status]").innerText()))
      .toMatch(/^Знайдено \d+ ряд\S+ з 1 115$/);
    await expect
      .poll(() => explorer.locator("[data-status]").getAttribute("aria-live"))
      .toBe("polite");
    await explorer.getByRole("button", { name: "Порода" }).click();
    await expect
      .poll(() => explorer.locator('th[aria-sort="ascending"]').innerText())
      .toContain("Порода");
    await explorer
      .getByRole("button", { name: /^Рядок/ })
      .first()
      .click();
    await expect
      .poll(() => page.getByRole("dialog").ariaSnapshot())
      .toMatch(
        /dialog "вул\. Соборна[^"]*":[\s\S]*paragraph: "Дерева, що підлягали видаленню: рядок [\d\s]+"/,
      );
    await page.close();
  });

  test("has a chart's and a map's content in words and in a table", async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.address}/dataset/trees-removed/?show=chart&chart=bar&x=status`);
    await page.locator(".chart-tab canvas").waitFor();
    const figure = page.locator(".chart-tab figure");
    await expect.poll(() => figure.locator("canvas").getAttribute("aria-hidden")).toBe("true");
    await figure.locator("summary").click();
    const told = await figure.ariaSnapshot();
    expect(told).toContain("Найбільше: Замовлення виконано підрядником — 739");
    expect(told).toMatch(/- row "Замовлення виконано підрядником 739"/);
    await page.goto(`${site.address}/dataset/trees-removed/?show=map`);
    await page.locator(".map-cluster").first().waitFor();
    await expect
      .poll(() => page.locator(".map-tab").ariaSnapshot())
      .toMatch(/- button "\d+ міс\S+ на карті\."/);
    await page.close();
  });
});

test("who looks for what is not here is led to a request for it", async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.address}/search/?q=йцукенгшщ`);
  await page.locator("[data-nothing]").waitFor();
  await page
    .locator("[data-nothing]")
    .getByRole("link", { name: "Попросити дані, яких немає" })
    .click();
  await page.waitForURL("**/requests/");
  const letter = page.locator('main a[href^="mailto:"]').first();
  await expect
    .poll(async () => decodeURIComponent((await letter.getAttribute("href")) ?? ""))
    .toMatch(/subject=/);
  await page.close();
});

test("a teacher puts a table on the school's page by one line, and her pupils sort it there", async () => {
  const page = await site.browser.newPage({ viewport: { width: 1000, height: 900 } });
  await page.goto(`${site.address}/dataset/schools/?hide=id,edrpou`);
  const explorer = page.locator("data-explorer").first();
  await explorer.locator("summary", { hasText: "Поділитися" }).click();
  const line = await explorer.getByLabel("Код для вставлення").inputValue();
  await page.close();
  const school = await site.browser.newPage({ viewport: { width: 1000, height: 900 } });
  await school.setContent(`<h1>Школи нашого міста</h1>${line}`);
  const frame = school.frameLocator("iframe");
  await frame.locator(".row-number button").first().waitFor();
  await expect.poll(() => school.locator("script").count()).toBe(0);
  await frame.locator("th[data-sort] button").nth(1).click();
  await frame.locator("th[aria-sort]").first().waitFor();
  await expect.poll(() => frame.locator("th:visible", { hasText: "ЄДРПОУ" }).count()).toBe(0);
  await expect
    .poll(() => frame.getByRole("link", { name: /Школ|школ|Заклад/ }).count())
    .toBeGreaterThan(0);
  await school.close();
});

/** Ukrainian words that a page of the English side does not mark as such. Runs in the browser. */
const unmarked = (): string[] => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim() ?? "";
    if (!parent || !/[а-яіїєґ]/i.test(text) || parent.closest("script, style, code, pre")) continue;
    if (parent.closest("[lang]")?.getAttribute("lang") === "en") found.push(text.slice(0, 60));
  }
  return found;
};

test.each([
  "/en/",
  "/en/datasets/",
  "/en/dataset/trees-removed/",
  "/en/dataset/budget-income-monthly/",
  "/en/dataset/trees-removed/?show=chart&chart=bar&x=itemSpecies&by=status",
  "/en/search/?q=trees",
  "/en/search/?q=qwzx",
  "/en/sql/?data=trees-removed",
  "/en/theme/envi/",
  "/en/about/",
  "/en/accessibility/",
  "/en/requests/",
])("%s speaks English, and what is Ukrainian in it is marked so", async (path) => {
  const page = await site.browser.newPage();
  await page.goto(site.address + path, { waitUntil: "networkidle" });
  await expect.poll(() => page.evaluate(unmarked)).toEqual([]);
  await page.close();
});

test("the site is verified by anyone who has the repository", async () => {
  // The working copy may hold changes that are in no commit: then the command says so and compares nothing.
  const { status, stderr, stdout } = await runScriptAsync("verify", [
    `${site.address}/nowhere`,
    "--allow-loopback",
  ]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain("немає build.json");
});
