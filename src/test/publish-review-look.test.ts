import { afterAll, beforeAll, expect, test } from "vitest";
import { openSite } from "./fixtures/browser.ts";
import { flawsOf } from "./fixtures/page-flaws.ts";
import { openGitHubWithPortal } from "./fixtures/published-with.ts";
import { changedStreets, openReview, request, reviewed } from "./fixtures/reviewed-requests.ts";

const site = openSite();
let github: Awaited<ReturnType<typeof openGitHubWithPortal>>;
/** Numbers of the requests: of a table and its passport, of code beside news. */
const number = { table: 0, code: 0 };
beforeAll(async () => {
  github = await openGitHubWithPortal();
  number.table = await request(github, "Вулиці", changedStreets());
  number.code = await request(github, "Новина", {
    "src/rules/index.ts": "export const rules = [];\n",
    "content/news/new.mdx": "---\ntitle: Нова\n---\nТекст.\n",
  });
});
afterAll(() => github.stop());

type Look = Parameters<typeof openReview>[3];
const opened = (query = "", look: Look = {}, path = "/review/") =>
  openReview(site, github, `${path}${query}`, look);

test.each([
  { width: 320, scheme: "light", path: "/review/" },
  { width: 320, scheme: "dark", path: "/en/review/" },
  { width: 1280, scheme: "dark", path: "/review/" },
] as const)(
  "$path stands without a flaw at $width px, $scheme",
  async ({ width, scheme, path }) => {
    const look: Look = { viewport: { width, height: 900 }, colorScheme: scheme };
    for (const query of [
      "",
      `?request=${number.table}`,
      `?request=${number.code}`,
      "?request=99",
    ]) {
      const page = await opened(query, look, path);
      if (/=\d$/.test(query)) await reviewed(page);
      expect({ query, ...(await flawsOf(page)) }).toEqual({ query, violations: [], sideways: 0 });
      await page.context().close();
    }
  },
);

test("on a phone one page is seen at a time, and the other is a key away", async () => {
  const page = await opened(`?request=${number.table}`, { viewport: { width: 390, height: 800 } });
  await reviewed(page);
  const [was, will] = [page.locator(".page.was"), page.locator(".page.will-be")];
  await expect.poll(() => Promise.all([was.isVisible(), will.isVisible()])).toEqual([false, true]);
  await page.getByRole("button", { name: "Зараз" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => Promise.all([was.isVisible(), will.isVisible()])).toEqual([true, false]);
  await page.context().close();
});
