import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openFetchedFiles } from "../read/disk/fetched-files.ts";
import { examplePortal } from "../rules/example-portal.ts";
import { bigTable, bigTableFields } from "./fixtures/big-table.ts";
import { openSite } from "./fixtures/browser.ts";
import { project } from "./fixtures/built-site.ts";
import { pinnedAt, sumOf } from "./fixtures/files-elsewhere.ts";
import { buildPortal } from "./fixtures/portal-site.ts";

const passport = "data/datasets/stops/datapackage.yaml";
const small = Buffer.from("id,name,platforms\n1,Вокзал,2\n2,Центр,1\n3,Парк сто тринадцятий,4\n");
const large = Buffer.from([...bigTable(4_500_000)].join(""));
const address = (name: string) => `https://files.example.gov.ua/open/${name}.csv`;

const register = pinnedAt(
  `  - name: register
    title: Реєстр
    path: register.csv
    schema:
      fields:
${bigTableFields.map((field) => `        - ${JSON.stringify(field)}\n`).join("")}`,
  "register.csv",
  address("register"),
  large,
);
const { "data/datasets/stops/stops.csv": _, ...rest } = examplePortal;

for (const content of [small, large])
  await openFetchedFiles(project).keep(
    { url: "", bytes: content.length, sha256: sumOf(content) },
    (async function* () {
      yield content;
    })(),
  );
const { site: folder, remove } = buildPortal({
  ...rest,
  [passport]: pinnedAt(rest[passport] ?? "", "stops.csv", address("stops"), small) + register,
});
const site = openSite(() => folder);
afterAll(() => {
  remove();
  for (const content of [small, large])
    rmSync(join(project, "node_modules/.cache/open-data-portal/files", sumOf(content)));
});

test("tables elsewhere are shown from the build, and read where they lie when somebody asks", async () => {
  const context = await site.browser.newContext();
  const asked: string[] = [];
  const refused: string[] = [];
  await context.route("https://**/*", async (route) => {
    const { range = "" } = await route.request().allHeaders();
    const name = route.request().url().split("/").at(-1);
    asked.push(`${name} ${range}`.trim());
    const content = name === "stops.csv" ? small : large;
    await route.fulfill({
      status: range === "" ? 200 : 206,
      body: range === "" ? content : content.subarray(0, 1_000_000),
      headers: { "access-control-allow-origin": "*", "content-type": "text/csv" },
    });
  });
  const page = await context.newPage();
  page.on("console", (message) => refused.push(message.text()));
  await page.goto(`${site.address}/dataset/stops/`);
  const [stops, larger] = ["stops", "register"].map((name) =>
    page.locator(`data-explorer[data-name="${name}"]`),
  );
  await expect.poll(() => stops?.locator("> .scroll tbody tr").count()).toBe(3);
  await expect.poll(() => larger?.locator("> .scroll tbody tr").count()).toBe(20);
  await expect.poll(() => larger?.textContent()).toContain("лише її початок, перші 1 МБ");
  const buttons = page.locator(".files a.button");
  await expect
    .poll(() => buttons.evaluateAll((links) => links.map((link) => link.getAttribute("href"))))
    .toEqual([address("stops"), address("register")]);
  // Nothing is asked of another server before a reader does.
  expect(asked).toEqual([]);
  await stops?.getByRole("searchbox").fill("тринадцятий");
  await expect.poll(() => stops?.locator("[data-status]").innerText()).toBe("Знайдено 1 рядок з 3");
  await page.locator("#table details.fold summary").click();
  await larger?.getByRole("searchbox").fill("Кіровоградська");
  await expect
    .poll(() => larger?.locator("[data-status]").innerText())
    .toMatch(/^Знайдено \d+\sряд\S+ з 4.\d{3}$/);
  expect([asked, refused]).toEqual([["stops.csv", "register.csv bytes=0-999999"], []]);
  await context.close();
});
