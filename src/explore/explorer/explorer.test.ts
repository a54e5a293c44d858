import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { examplePortal } from "../../rules/example-portal.ts";
import { openSite, serveFolder } from "../../test/fixtures/browser.ts";
import { buildPortal } from "../../test/fixtures/portal-site.ts";

/** All parts of the explorer in one file: they share a browser, and the portal that is built for them. */
const site = openSite();
const explorer = "data-explorer";
const tableRows = `${explorer} > .scroll tbody tr`;

async function open(path: string, more: object = {}): Promise<Page> {
  const page = await site.browser.newPage({ viewport: { width: 1280, height: 900 }, ...more });
  await page.goto(site.address + path);
  await page.waitForSelector(`${explorer} .tabs`);
  return page;
}
/** Text with its non-breaking spaces as plain ones. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const status = async (page: Page) =>
  plain(await page.locator(`${explorer} [data-status]`).first().innerText());
const menu = (page: Page, name: string) =>
  page.locator(`${explorer} .menu`, { has: page.locator("summary", { hasText: name }) }).first();
const state = (page: Page) => new URL(page.url()).searchParams;

test("filters of each kind narrow a table, stand in the address and go by a press on their sign", async () => {
  const page = await open("/dataset/trees-removed/?page=1");
  await menu(page, "Фільтри").locator("summary").click();
  const column = menu(page, "Фільтри").locator("select");
  await column.selectOption("itemSpecies");
  await menu(page, "Фільтри").getByRole("checkbox", { name: "Тополя 211" }).check();
  await expect.poll(() => status(page)).toBe("Знайдено 211 рядків з 1 115");
  await column.selectOption("quantityPlan");
  await menu(page, "Фільтри").getByLabel("Від").fill("5");
  await expect.poll(() => state(page).get("in.quantityPlan")).toBe("5..");
  await column.selectOption("streetAddress");
  await menu(page, "Фільтри").getByLabel("Містить").fill("собор");
  await expect.poll(() => state(page).get("has.streetAddress")).toBe("собор");
  await expect.poll(() => state(page).getAll("is.itemSpecies")).toEqual(["Тополя"]);
  const chips = page.locator(".chips .chip");
  await expect
    .poll(() => chips.allInnerTexts())
    .toEqual(["Адреса: «собор» ✕", "Порода: Тополя ✕", "За планом: від 5 ✕"]);
  const address = page.url();
  await page.getByRole("button", { name: "Скинути все" }).click();
  await expect.poll(() => status(page)).toBe("1 115 рядків");
  await expect.poll(() => new URL(page.url()).search).toBe("");
  const shared = await open(address.slice(site.address.length));
  await expect.poll(() => shared.locator(".chips .chip").count()).toBe(3);
  await shared.locator(".chips .chip").nth(0).click();
  await expect.poll(() => state(shared).get("has.streetAddress")).toBe(null);
  await Promise.all([page.close(), shared.close()]);
});

test("a link older than the table opens, and says what of it is not applied until something else is asked", async () => {
  const page = await open(
    "/dataset/trees-removed/?is.species=Тополя&sort=-height&is.status=x&q=собор",
  );
  const told = page.locator(`${explorer} > .note[role="status"]`).first();
  await expect
    .poll(async () => plain(await told.innerText()))
    .toBe(
      "Цього з посилання тут не враховано, бо таблиця відтоді змінилася: «height», «species». Тож рядки можуть бути не ті, які бачив той, хто ним поділився.",
    );
  await page.locator(`${explorer} .tabs button`, { hasText: "Графік" }).click();
  await page.locator(".chart-tab canvas").waitFor();
  await expect.poll(() => told.isVisible()).toBe(true);
  await page.getByRole("button", { name: "Скинути все" }).click();
  await expect.poll(() => told.isVisible()).toBe(false);
  await page.close();
});

test("nothing found is said, and the way back is beside it", async () => {
  const page = await open("/dataset/streets/?q=такої+вулиці+немає");
  await expect
    .poll(() => status(page))
    .toBe("Таких рядків немає. Зніміть фільтр або змініть слово пошуку.");
  await expect.poll(() => page.locator(tableRows).count()).toBe(0);
  await page.locator(`${explorer} input[type=search]`).press("Escape");
  await expect.poll(() => status(page)).toBe("848 рядків");
  await page.close();
});

test("a row opens whole from the keyboard; arrows go from row to row; Esc gives the focus back", async () => {
  const page = await open("/dataset/trees-removed/?hide=streetAddress");
  await page.locator(`${explorer} .row-number button`).first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog.record[open]");
  const dialog = page.locator("dialog.record");
  await expect
    .poll(() => dialog.locator(".record-head p").first().innerText())
    .toContain("рядок 3");
  // A hidden column is in the row still.
  await expect.poll(() => dialog.locator("dt", { hasText: "Адреса" }).count()).toBe(1);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("3");
  await page.close();
});

test("headers of a table are one stop of the keyboard: arrows go along them, Tab to the first row", async () => {
  const page = await open("/dataset/trees-removed/?page=1");
  await page.waitForSelector(`${explorer} .row-number button`);
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  await page.locator(`${explorer} > .scroll`).focus();
  await expect.poll(() => page.locator(`${explorer} .keys`).isVisible()).toBe(true);
  await page.keyboard.press("Tab");
  await expect.poll(() => focused()).toBe("Адреса");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => focused()).toBe("Порода");
  await page.keyboard.press("Tab");
  await expect.poll(() => focused()).toBe("1");
  await page.keyboard.press("PageDown");
  await expect.poll(() => focused()).toBe("11");
  await page.keyboard.press("Shift+Tab");
  await expect.poll(() => focused()).toBe("Порода");
  await page.close();
});

test("an address that names no table is of the first table of a set", async () => {
  const page = await open("/dataset/budget-income-monthly/?show=chart");
  const shown = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("data-explorer")].map(
        ({ dataset }) => dataset.shows,
      ),
    );
  await page.waitForSelector(`${explorer} .chart-tab canvas`);
  await expect.poll(() => shown()).toEqual(["chart", "table"]);
  await page.close();
});

test("from an address the next Tab is at the nearest place; its window closes back to it", async () => {
  const page = await open("/dataset/trees-removed/?show=map");
  await page.locator(".map-cluster").first().waitFor();
  await page.getByLabel("Найближче до адреси").fill("Соборна, 10");
  await page.keyboard.press("Enter");
  const first = page.locator(".nearest li button").first();
  const isFocused = () => first.evaluate((element) => element === document.activeElement);
  await first.waitFor();
  await page.keyboard.press("Tab");
  await expect.poll(isFocused).toBe(true);
  await page.keyboard.press("Enter");
  await page.locator(".leaflet-popup .popup").waitFor();
  await expect.poll(isFocused).toBe(false);
  await page.keyboard.press("Escape");
  await expect.poll(isFocused).toBe(true);
  await expect.poll(() => page.locator(".leaflet-popup").count()).toBe(0);
  await page.close();
});

test("the nearest places that are but numbers say whose", async () => {
  const page = await open("/dataset/polling-stations/?show=map");
  await page.waitForSelector(".map-cluster");
  await page.getByLabel("Найближче до адреси").fill("Соборна");
  await page.keyboard.press("Enter");
  const first = page.locator(".nearest li button").first();
  await expect.poll(() => first.innerText()).toMatch(/^Номер дільниці 35\d{4}$/);
  await page.close();
});

test("a row has an address: it opens by it, its link is copied, a mistake in it is told with row and version", async () => {
  const page = await open("/dataset/trees-removed/?row=3");
  const dialog = page.locator("dialog.record[open]");
  await dialog.waitFor();
  // It is called by its own cell, and what can be done with it stands before its cells.
  await expect.poll(() => dialog.locator("h3").innerText()).toMatch(/^вул\. /);
  await expect
    .poll(() => dialog.locator(".record-head p").first().innerText())
    .toContain("рядок 3");
  await expect.poll(() => dialog.locator(".record-tell + dl").count()).toBe(1);
  await dialog.getByRole("button", { name: "Наступний рядок" }).waitFor({ state: "hidden" });
  await dialog.getByRole("button", { name: "Копіювати посилання на рядок" }).waitFor();
  const told = dialog.locator(".record-tell");
  await expect.poll(() => told.innerText()).toContain("Повідомити про помилку в цьому рядку");
  const letter = told.locator('a[href^="mailto:"]');
  const asked = new URL((await letter.getAttribute("href")) ?? "");
  // The address of the mailbox is there to be read and copied.
  await expect.poll(() => letter.innerText()).toBe(asked.pathname);
  expect(asked.searchParams.get("subject")).toMatch(/^Помилка в рядку 3: «Видалення дерев/);
  const body = asked.searchParams.get("body") ?? "";
  expect(body).toMatch(/У рядку 3 є помилка \(trees-removed\.csv, .*SHA-256 [0-9a-f]{12}\)/);
  expect(body).toContain("/dataset/trees-removed/?row=3");
  await page.keyboard.press("Escape");
  await expect.poll(() => state(page).get("row")).toBe(null);
  await page.close();
});

test("a row that is not there opens no card: the page says so, and its address asks for it no more", async () => {
  const page = await open("/dataset/trees-removed/?sort=streetAddress&row=5000");
  const told = page.locator(`${explorer} > .note[role="status"]`).first();
  await expect
    .poll(async () => plain(await told.innerText()))
    .toBe(
      "Рядка 5 000 немає: у таблиці 1 115 рядків. Можливо, відколи зроблено посилання, таблиця змінилася.",
    );
  await expect.poll(() => state(page).get("row")).toBe(null);
  expect(state(page).get("sort")).toBe("streetAddress");
  await expect.poll(() => page.locator("dialog[open]").count()).toBe(0);
  await page.close();
});

test("rows of a house on «Моя вулиця» are those its link opens, and a press shows the whole table", async () => {
  const page = await site.browser.newPage();
  await page.goto(`${site.address}/street/?q=Металургів+8а`);
  const item = page.locator("my-street .item", { hasText: "Видалення дерев" });
  await expect.poll(async () => plain(await item.innerText())).toContain("9 рядків");
  await item.locator("h3 a").click();
  await expect.poll(() => status(page)).toBe("Знайдено 9 рядків з 1 115");
  await expect.poll(() => page.locator(`${tableRows} mark`).first().innerText()).toBe("Металургів");
  await page.getByRole("button", { name: "Зняти фільтр: вул. Металургів, 8А" }).click();
  await expect.poll(() => status(page)).toBe("1 115 рядків");
  expect(state(page).get("street")).toBe(null);
  await page.close();
});

test("columns that matter stand first, the reader's own before them, and the address keeps it", async () => {
  const page = await open("/dataset/trees-removed/?page=1");
  await page.waitForSelector(`${explorer} .row-number button`);
  const headers = (of: Page) =>
    of
      .locator(`${explorer} > .scroll th[data-column]:visible`)
      .evaluateAll((all) => all.map((header) => header.getAttribute("data-column")));
  await expect
    .poll(async () => (await headers(page)).slice(0, 2))
    .toEqual(["streetAddress", "itemSpecies"]);
  await menu(page, "Колонки").locator("summary").click();
  await menu(page, "Колонки").getByRole("button", { name: "Поставити першою: Стан" }).click();
  await expect.poll(() => state(page).get("first")).toBe("status");
  await expect.poll(async () => (await headers(page))[0]).toBe("status");
  const cells = page.locator(`${tableRows} td:first-of-type`);
  await expect.poll(() => cells.allInnerTexts()).toContain("Замовлення виконано підрядником");
  const shared = await open(page.url().slice(site.address.length));
  await expect.poll(async () => (await headers(shared))[0]).toBe("status");
  await Promise.all([page.close(), shared.close()]);
});

test("what was looked for is marked in its cells, and columns beyond the edge are told", async () => {
  const page = await open("/dataset/trees-removed/?q=Полтавській");
  await page.waitForSelector(`${tableRows} mark`);
  await expect
    .poll(() => page.locator(`${tableRows} mark`).allInnerTexts())
    .toContain("Полтавська");
  const more = page.locator("[data-more]").first();
  await expect
    .poll(async () => plain(await more.innerText()))
    .toMatch(/^ще \d+ колон\S+ праворуч →$/);
  await more.click();
  await expect
    .poll(() => page.locator(`${explorer} > .scroll`).evaluate(({ scrollLeft }) => scrollLeft))
    .toBeGreaterThan(0);
  await page.close();
});

test("a table of places is a map first; points have names, and the nearest to an address is told", async () => {
  const page = await open("/dataset/health-providers/");
  await page.waitForSelector(".map-cluster, .map-point");
  await expect.poll(() => page.locator(`${explorer} > .scroll`).isVisible()).toBe(false);
  const map = page.getByRole("region", { name: /^Карта: / });
  await expect.poll(() => map.count()).toBe(1);
  await page.locator(".skip-map").focus();
  await page.keyboard.press("Enter");
  // Past the map stands what is under it.
  await page.keyboard.press("Tab");
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe("Місця у GeoJSON");
  await page.getByLabel("Найближче до адреси").fill("вулиця Полтавська");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".nearest li");
  await expect.poll(() => page.locator(".nearest li").first().innerText()).toMatch(/\d\s(м|км)$/);
  await expect
    .poll(() => page.locator(".map-point").first().getAttribute("aria-label"))
    .toMatch(/^(?!рядок)./);
  // The table is a press away, and a link to it says so.
  await page.getByRole("button", { name: "Таблиця" }).click();
  await expect.poll(() => state(page).get("show")).toBe("table");
  await page.close();
});

test("the view leaves as a file: its rows, its columns, its order", async () => {
  const page = await open(
    "/dataset/streets/?is.addressThoroughfareType=просп.&sort=-addressCount&hide=addressThoroughfareType",
  );
  await page.waitForSelector(`${explorer} .row-number button`);
  await menu(page, "Завантажити").locator("summary").click();
  const taken = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      menu(page, "Завантажити").getByRole("button", { name }).click(),
    ]);
    return { name: download.suggestedFilename(), path: await download.path() };
  };
  const csv = await taken("CSV");
  expect(csv.name).toMatch(/^streets-view-\d{4}-\d\d-\d\d\.csv$/);
  const text = readFileSync(csv.path, "utf8");
  // Excel takes a CSV for UTF-8 only where a mark begins it.
  expect(text[0]).toBe("\ufeff");
  const lines = text.slice(1).trim().split("\n");
  const shown = await page.locator(tableRows).count();
  expect(lines[0]).toBe("addressThoroughfare,addressCount");
  expect(lines.length - 1).toBe(shown);
  const counts = lines.slice(1).map((line) => Number(line.split(",").at(-1)));
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  const xlsx = await taken("XLSX");
  expect(readFileSync(xlsx.path).subarray(0, 2).toString()).toBe("PK");
  await page.close();
});

test("a line for another site shows the same view in its frame, with none of our scripts outside it", async () => {
  const page = await open("/dataset/streets/?q=соборна");
  await page.waitForSelector(`${explorer} .row-number button`);
  await menu(page, "Поділитися").locator("summary").click();
  const code = await menu(page, "Поділитися").getByLabel("Код для вставлення").inputValue();
  expect(code).toMatch(
    /^<iframe src="[^"<>]+" title="[^"<>]+" width="100%" height="\d+" loading="lazy" style="border:0"><\/iframe>$/,
  );
  const other = await site.browser.newPage();
  await other.setContent(`<h1>Школа</h1>${code}`);
  const frame = other.frameLocator("iframe");
  await frame.locator(".row-number button").first().waitFor();
  await expect.poll(() => frame.locator(".scroll tbody").first().innerText()).toContain("Соборна");
  await expect
    .poll(async () => plain(await frame.locator("[data-status]").innerText()))
    .toMatch(/^Знайдено \d+ ряд/);
  await expect.poll(() => frame.locator('a[href="/dataset/streets/"]').count()).toBe(1);
  // What the frame was given is enough for all of it: it does not scroll inside.
  const [height, needed] = await frame
    .locator("body")
    .evaluate((body) => [innerHeight, body.scrollHeight]);
  expect(needed).toBeLessThanOrEqual(height ?? 0);
  await Promise.all([page.close(), other.close()]);
});

describe("a chart of the reader's own", () => {
  test("says what it shows, has its numbers in a table, and is taken as PNG, SVG and CSV", async () => {
    const page = await open(
      "/dataset/trees-removed/?show=chart&is.status=Замовлення+виконано+підрядником",
    );
    await page.waitForSelector(`${explorer} canvas`);
    await page.getByLabel("Вигляд графіка").selectOption("bar");
    await page.getByLabel("Групувати за").selectOption("itemSpecies");
    await page.getByLabel("Що показати").selectOption("sum quantityFact");
    const caption = page.locator(".chart-tab figcaption");
    await expect
      .poll(() => caption.innerText())
      .toBe("«Виконано» разом, за «Порода»\nЛише: Стан: Замовлення виконано підрядником");
    expect(Object.fromEntries(state(page))).toMatchObject({
      show: "chart",
      chart: "bar",
      x: "itemSpecies",
      y: "quantityFact",
      of: "sum",
    });
    await expect
      .poll(() => page.locator(".chart-tab figure .quiet").first().innerText())
      .toMatch(/^Найбільше: Клен — 168/);
    await page.locator(".chart-tab summary").click();
    const first = page.locator(".chart-tab tbody tr").first();
    await expect.poll(async () => (await first.innerText()).split(/\s+/)).toEqual(["Клен", "168"]);
    const taken = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator(".chart-tab figure").getByRole("button", { name, exact: true }).click(),
      ]);
      return readFileSync(await download.path());
    };
    expect((await taken("PNG")).subarray(1, 4).toString()).toBe("PNG");
    const svg = (await taken("SVG")).toString();
    expect(svg).toContain("<title>«Виконано» разом, за «Порода»</title>");
    expect(svg).toContain(">Клен</text>");
    // A picture that leaves the page says of which rows it tells.
    expect(plain(svg)).toContain(">Лише: Стан: Замовлення виконано підрядником</text>");
    await expect
      .poll(() =>
        page.evaluate(
          (text) =>
            new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror"),
          svg,
        ),
      )
      .toBe(null);
    expect((await taken("CSV")).toString().split("\n")[0]).toBe("Порода,Сума: Виконано");
    // Its address opens the same chart for another reader.
    const shared = await open(page.url().slice(site.address.length));
    await expect
      .poll(() => shared.locator(".chart-tab figcaption").innerText())
      .toBe(await caption.innerText());
    await Promise.all([page.close(), shared.close()]);
  });

  test("is split by a second column, in one chart or in small ones", async () => {
    const page = await open("/dataset/trees-removed/?show=chart&chart=bar&x=itemSpecies&by=status");
    await page.waitForSelector(`${explorer} canvas`);
    await expect.poll(() => page.locator(".chart-tab canvas").count()).toBe(1);
    await page.getByLabel("окремим графіком кожне значення").check();
    await expect.poll(() => page.locator(".chart-tab canvas").count()).toBe(3);
    await expect.poll(() => state(page).get("apart")).toBe("1");
    await page.close();
  });
});

test("a map gathers places, comes nearer from the keyboard and says what a place is", async () => {
  const map = await open("/dataset/nature-reserves/?show=map");
  await map.waitForSelector(".map-cluster, .map-point");
  await expect
    .poll(() => map.locator(".map-tab > p").last().innerText())
    .toMatch(/місц.* на карті\./);
  const before = await map.locator(".map-cluster, .map-point").count();
  const cluster = map.locator(".map-cluster").first();
  await expect.poll(() => cluster.getAttribute("aria-label")).toMatch(/місц/);
  await cluster.focus();
  await map.keyboard.press("Enter");
  await expect.poll(() => map.locator(".map-cluster, .map-point").count()).not.toBe(before);
  const point = map.locator(".map-point").first();
  await point.focus();
  await map.keyboard.press("Enter");
  await map.waitForSelector(".leaflet-popup dl dt");
  await map.close();
});

describe("files of another portal", () => {
  let built: ReturnType<typeof buildPortal>;
  let server: Awaited<ReturnType<typeof serveFolder>>;
  const area = (name: string, people: number, west: number) => ({
    type: "Feature",
    properties: { name, people },
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [west, 48.5],
          [west + 0.02, 48.5],
          [west + 0.02, 48.52],
          [west, 48.52],
          [west, 48.5],
        ],
      ],
    },
  });
  const places = {
    type: "FeatureCollection",
    features: [
      area("Фортечний", 120, 32.2),
      area("Подільський", 80, 32.23),
      area("Новий", 5, 32.26),
    ],
  };
  const months = Array.from({ length: 40 }, (_, at) => at + 1);
  const rows = Array.from(
    { length: 110_000 },
    (_, row) =>
      `${row + 1},вулиця № ${(row * 7919) % 500},${["вода", "тепло", "світло"][row % 3]},${row % 97}`,
  );
  beforeAll(async () => {
    const passport = examplePortal["data/datasets/stops/datapackage.yaml"] ?? "";
    const head = passport.slice(0, passport.indexOf("resources:"));
    built = buildPortal({
      ...examplePortal,
      "data/portal.yaml": `${examplePortal["data/portal.yaml"]}map: { tiles: "https://{s}.tiles.example.org/{z}/{x}/{y}.png", attribution: "© карта" }\n`,
      "data/datasets/areas/datapackage.yaml": `${head.replace(/^title: .*/, "title: Райони")}resources:
  - name: areas
    title: Райони
    path: areas.geojson
`,
      "data/datasets/areas/areas.geojson": JSON.stringify(places),
      "data/datasets/many/datapackage.yaml": `${head.replace(/^title: .*/, "title: Кошторис за місяцями")}resources:
${months
  .map(
    (month) => `  - name: m${month}
    title: Кошторис, місяць ${month}
    path: m${month}.csv
    schema: { fields: [{ name: item, title: Стаття }, { name: sum, type: number, title: Сума }] }
`,
  )
  .join("")}`,
      ...Object.fromEntries(
        months.map((month) => [
          `data/datasets/many/m${month}.csv`,
          `item,sum\nСтаття ${month},${month}\nІнше,${month + 1}\n`,
        ]),
      ),
      "data/datasets/large/datapackage.yaml": `${head.replace(/^title: .*/, "title: Лічильники")}resources:
  - name: large
    title: Лічильники
    path: large.csv
    schema:
      fields:
        - { name: id, type: integer, title: Номер }
        - { name: street, title: Адреса }
        - { name: kind, title: Що лічить }
        - { name: value, type: integer, title: Показник }
`,
      "data/datasets/large/large.csv": `id,street,kind,value\n${rows.join("\n")}\n`,
    });
    server = await serveFolder(built.site);
  });
  afterAll(async () => {
    await server.close();
    built.remove();
  });

  test("areas are shaded by a property, say what they are from the keyboard; tiles are asked of the named host alone", async () => {
    const page = await site.browser.newPage();
    const asked: string[] = [];
    await page.route("**/*", (route) => {
      const { hostname } = new URL(route.request().url());
      if (hostname === "127.0.0.1") return route.continue();
      asked.push(hostname);
      return route.abort();
    });
    const refused: string[] = [];
    page.on("console", (said) => {
      if (/Content Security Policy/.test(said.text())) refused.push(said.text());
    });
    await page.goto(`${server.address}/dataset/areas/`);
    await page.locator("geo-map").scrollIntoViewIfNeeded();
    await page.waitForSelector("geo-map path");
    await expect
      .poll(() => page.locator("geo-map .shades li").allInnerTexts())
      .toEqual(["до 5", "до 80", "до 120"]);
    const opacity = (at: number) =>
      page.locator("geo-map path").nth(at).getAttribute("fill-opacity");
    await expect.poll(async () => Number(await opacity(0)) > Number(await opacity(2))).toBe(true);
    await page.locator("geo-map path").first().focus();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
      .toBe("Фортечний");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.locator(".leaflet-popup dd").allInnerTexts())
      .toEqual(["Фортечний", "120"]);
    expect(new Set(asked.map((host) => host.replace(/^\w/, "*")))).toEqual(
      new Set(["*.tiles.example.org"]),
    );
    expect(refused).toEqual([]);
    await page.close();
  });

  test("of many tables some stand on the page, the rest have their own; files are paged and looked for", async () => {
    const page = await site.browser.newPage();
    await page.goto(`${server.address}/dataset/many/#files`);
    await expect.poll(() => page.locator("data-explorer").count()).toBe(6);
    const lines = page.locator("file-list .files > li:visible");
    await expect.poll(() => lines.count()).toBe(12);
    await page.locator("file-list").getByRole("button", { name: "Далі" }).click();
    await expect.poll(() => page.locator("[data-range]").innerText()).toBe("13–24 з 40");
    await page.getByLabel("Шукати файл").fill("місяць 37");
    await expect.poll(() => lines.count()).toBe(1);
    await lines.getByRole("link", { name: "Відкрити таблицю" }).click();
    await page.waitForURL("**/embed/table/many/m37/");
    await expect.poll(() => page.locator(tableRows).count()).toBe(2);
    await page.close();
  });

  test("a large table is never fetched whole: pages, filters and sums ask for parts of its files", async () => {
    const page = await site.browser.newPage();
    const whole: string[] = [];
    let bytes = 0;
    page.on("requestfinished", async (request) => {
      if (!/large\.(csv|parquet)$/.test(request.url())) return;
      if (!request.headers().range) whole.push(request.url());
      bytes += (await request.sizes()).responseBodySize;
    });
    await page.goto(`${server.address}/dataset/large/?page=2000`);
    await page.waitForSelector(".row-number button");
    await expect
      .poll(() => page.locator(tableRows).first().innerText())
      .toMatch(/^99\s951\s.*\s99951$/);
    expect(bytes).toBeLessThan(20_000);
    await page.goto(`${server.address}/dataset/large/?is.kind=тепло&in.value=5..5&sort=-id`);
    await expect.poll(() => status(page)).toBe("Знайдено 378 рядків з 110 000");
    await expect
      .poll(() => page.locator(tableRows).first().locator("td").last().innerText())
      .toBe("109907");
    await page.goto(`${server.address}/dataset/large/?show=chart&chart=bar&x=kind`);
    await page.locator(".chart-tab summary").click();
    await expect
      .poll(async () =>
        (await page.locator(".chart-tab tbody tr").allInnerTexts()).map((row) =>
          plain(row).split(/\t/),
        ),
      )
      .toEqual([
        ["вода", "36 667"],
        ["тепло", "36 667"],
        ["світло", "36 666"],
      ]);
    expect(whole).toEqual([]);
    await page.close();
  });
});
