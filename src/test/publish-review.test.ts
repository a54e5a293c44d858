import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openSite } from "./fixtures/browser.ts";
import { openGitHubWithPortal, pageWith } from "./fixtures/published-with.ts";
import {
  changedStreets,
  openReview,
  request,
  reviewed,
  streetsTable,
  streetsText,
} from "./fixtures/reviewed-requests.ts";

const site = openSite();
let github: Awaited<ReturnType<typeof openGitHubWithPortal>>;
/** Numbers of the requests: of a table and its passport, of code beside news, of a table with errors. */
const number = { table: 0, code: 0, errors: 0 };
const hostile =
  "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";
beforeAll(async () => {
  github = await openGitHubWithPortal();
  number.table = await request(github, `Вулиці ${hostile}`, changedStreets());
  number.code = await request(github, "Новина", {
    "src/rules/index.ts": "export const rules = [];\n",
    "content/news/new.mdx": `---\ntitle: Нова\n---\n${hostile}\n`,
  });
  number.errors = await request(github, "Помилки", {
    [streetsTable]: streetsText().replace(",28\n", ",двадцять вісім\n"),
  });
});
afterAll(() => github.stop());

const opened = (query = "") => openReview(site, github, `/review/${query}`);

test("before a request is opened the page weighs less than sixty kilobytes; robots are asked to leave it", async () => {
  const context = await site.browser.newContext();
  const page = await pageWith(context, github);
  const names: string[] = [];
  page.on("response", (response) => names.push(new URL(response.url()).pathname));
  await page.goto(`${site.address}/review/`, { waitUntil: "networkidle" });
  const sizes = names
    .filter((name) => !/\.(woff2|png|svg|ico)$|^\/repos\//.test(name))
    .map((name) => {
      const file = join(inject("site"), name.endsWith("/") ? `${name}index.html` : name);
      return gzipSync(readFileSync(file)).length;
    });
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000);
  await expect
    .poll(() => page.locator("meta[name=robots]").getAttribute("content"))
    .toBe("noindex");
  expect(readFileSync(join(inject("site"), "sitemap.xml"), "utf8")).not.toContain("/review/");
  await context.close();
});

test("open requests are listed, newest first, and each is opened by its link", async () => {
  const page = await opened();
  await expect
    .poll(() => page.locator(".request-number").allTextContents())
    .toEqual([`№ ${number.errors}`, `№ ${number.code}`, `№ ${number.table}`]);
  await page.getByRole("link", { name: "Помилки" }).click();
  await page.getByRole("heading", { level: 2, name: "Помилки" }).waitFor();
  await reviewed(page);
  await page.context().close();
});

test("a changed table: the verdict, what to look at, both pages with what differs marked", async () => {
  const page = await opened(`?request=${number.table}`);
  await reviewed(page);
  await expect
    .poll(() => page.locator(".verdict").textContent())
    .toMatch(/^Можна схвалити, якщо так і має бути: .*вилучено 1 рядок з 848/);
  const [was, will] = [page.locator(".page.was"), page.locator(".page.will-be")];
  await expect
    .poll(() => was.locator("del").allTextContents())
    .toEqual(expect.arrayContaining(["28", "Більше не оновлюється", "пров. · Абаканський"]));
  await expect
    .poll(() => will.locator("ins").allTextContents())
    .toEqual(expect.arrayContaining(["31", "Щороку", "вул. · Яблунева"]));
  // Side by side: parts that say the same of both stand level.
  const top = async (side: typeof was) => (await side.locator(".description").boundingBox())?.y;
  await expect.poll(() => top(was)).toBe(await top(will));
  await expect.poll(() => will.getByText("Ліцензія").isVisible()).toBe(false);
  await page.getByRole("button", { name: /Показати поля без змін/ }).click();
  await expect.poll(() => will.getByText("Ліцензія").isVisible()).toBe(true);
  await page.getByText("Чого тут не перевірено").click();
  await page.getByText("зібраним 23 листопада 2026 р.").waitFor();
  await page.context().close();
});

test("strangers' words are text: nothing of a title, a remark or a file becomes markup", async () => {
  github.comment(number.code, "stranger", hostile);
  const page = await opened(`?request=${number.code}`);
  await reviewed(page);
  await page.locator(".remark", { hasText: "<script>" }).waitFor();
  await page.locator("pre.lines", { hasText: "onerror" }).waitFor();
  await expect.poll(() => page.locator("review-page img, review-page script").count()).toBe(0);
  await page.goto(`${site.address}/review/?request=${number.table}`);
  await page.getByRole("heading", { name: "Вулиці <img" }).waitFor();
  await expect.poll(() => page.title()).not.toBe("owned");
  await page.context().close();
});

test("changed code is told of loudly, with the way to look at it, and is never fine", async () => {
  const page = await opened(`?request=${number.code}`);
  await reviewed(page);
  const box = page.getByRole("alert").filter({ hasText: "Запит змінює сам портал" });
  await expect.poll(() => box.textContent()).toContain("src/rules/index.ts");
  await expect
    .poll(() => box.getByRole("link").getAttribute("href"))
    .toBe(`https://github.com/council/data/pull/${number.code}/files`);
  await expect.poll(() => page.locator(".verdict").getAttribute("class")).not.toContain("fine");
  await page.context().close();
});

test("errors stand under the file they are about, and a failed check is believed", async () => {
  github.check(number.errors, { name: "review", status: "completed", conclusion: "failure" });
  const page = await opened(`?request=${number.errors}`);
  await reviewed(page);
  await expect
    .poll(() => page.locator(".verdict").textContent())
    .toBe("Схвалити не можна: 1 помилка");
  await page.locator("h3", { hasText: streetsTable }).waitFor();
  await page.getByText("«двадцять вісім»").first().waitFor();
  await page.getByText("Перевірка на GitHub знайшла помилки.").waitFor();
  await expect
    .poll(() => page.getByRole("link", { name: /Повний звіт/ }).getAttribute("href"))
    .toBe("https://github.com/checks");
  await page.context().close();
});
