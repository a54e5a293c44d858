import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeXlsx } from "hucre";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sourceOf } from "../table/scan/encoding.ts";
import { openSite } from "../test/fixtures/browser.ts";
import { inspectFile } from "./inspection.ts";

const site = openSite();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "check-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** What the page says of a file, and the clean table it gives; and that nothing of the file went anywhere. */
async function checkInBrowser(path: string) {
  const page: Page = await site.browser.newPage();
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" && !request.url().startsWith("blob:")) sent.push(request.url());
  });
  await page.goto(`${site.address}/check/`);
  await page.setInputFiles("input[type=file]", path);
  await page.waitForSelector("[data-answer] h2");
  const messages = await page.locator(".messages li").allTextContents();
  const download = page.locator("a[download]");
  // As a person takes it: the page's own policy lets no script fetch it.
  let clean: string | undefined;
  if ((await download.count()) > 0) {
    const [taken] = await Promise.all([page.waitForEvent("download"), download.click()]);
    clean = readFileSync(await taken.path(), "utf8");
  }
  const status = await page.locator("[data-status]").textContent();
  await page.close();
  return { messages, clean, status, sent };
}

const semicolons = Uint8Array.from([
  ...new TextEncoder().encode("id;"),
  ...[0xd1, 0xf3, 0xec, 0xe0], // «Сума» in Windows-1251
  ...new TextEncoder().encode(";note\n1;12,5;"),
  ...[0xc2, 0xee, 0xea, 0xe7, 0xe0, 0xeb, 0x20], // «Вокзал » with a space
  ...new TextEncoder().encode("\n2;7,25;"),
  ...[0xca, 0xcf, 0x20, 0x22, 0xcf, 0xe0, 0xf0, 0xea, 0x22], // «КП "Парк"»: quotes for csv-parse to judge
  ...new TextEncoder().encode("\n"),
]);

test.each<[string, string, () => Promise<Uint8Array>]>([
  ["Windows-1251 with semicolons and stray quotes", "table.csv", async () => semicolons],
  [
    "a workbook of two sheets",
    "table.xlsx",
    async () =>
      new Uint8Array(
        await writeXlsx({
          sheets: [
            { name: "Титул", rows: [["Звіт"]] },
            {
              name: "Дані",
              rows: [
                ["edrpou", "opened"],
                [4055251, new Date(0)],
                [26241020, new Date(0)],
              ],
            },
          ],
        }),
      ),
  ],
  [
    "a file that would be markup, were it not text",
    "<img src=x onerror=alert(1)>.csv",
    async () => new TextEncoder().encode('id,note\n1,"<img src=x onerror=alert(1)>"\n2,=1+1\n'),
  ],
])("the browser says what the command says, and sends nothing: %s", async (_, name, make) => {
  const bytes = await make();
  const path = join(folder, name.replace("/", ""));
  writeFileSync(path, bytes);
  const inspection = await inspectFile(name, sourceOf(new Uint8Array(readFileSync(path))));
  let clean = "";
  await inspection.clean?.((part) => {
    clean += part;
  });
  const found = await checkInBrowser(path);
  expect(found.messages.sort()).toEqual(inspection.findings.map(({ message }) => message).sort());
  expect(found.clean).toBe(clean);
  expect(found.status).toContain(name);
  expect(found.sent).toEqual([]);
});
