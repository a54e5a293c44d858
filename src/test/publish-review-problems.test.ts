import { afterAll, beforeAll, describe, test } from "vitest";
import { openSite } from "./fixtures/browser.ts";
import { openGitHubWithPortal } from "./fixtures/published-with.ts";
import { changedStreets, openReview, request, reviewed } from "./fixtures/reviewed-requests.ts";

const site = openSite();
let github: Awaited<ReturnType<typeof openGitHubWithPortal>>;
beforeAll(async () => {
  github = await openGitHubWithPortal();
  await request(github, "Вулиці", changedStreets());
});
afterAll(() => github.stop());

const opened = (query = "") => openReview(site, github, `/review/${query}`);

describe("what goes wrong ends in a sentence and a way on", () => {
  test("no such request", async () => {
    const page = await opened("?request=99");
    await page.getByRole("alert").getByText("Запиту № 99 немає").waitFor();
    await page.getByRole("link", { name: "Усі відкриті запити" }).click();
    await page.getByRole("link", { name: "Вулиці" }).waitFor();
    await page.context().close();
  });

  test.each([
    ["GitHub is down", { status: 502, message: "Bad Gateway" }, "GitHub зараз не працює (502)"],
    ["the hour's calls are spent", "primary", "GitHub просить зачекати до"],
    ["the connection breaks", "cut", "GitHub не відповідає"],
  ] as const)("%s, and then works again", async (_, how, sentence) => {
    github.fail({
      at: /GET .*pulls/,
      times: 9,
      how: how === "primary" ? github.refusals.primary() : how,
    });
    const page = await opened();
    await page.getByRole("alert").getByText(sentence).waitFor();
    github.mend();
    await page.getByRole("button", { name: "Перечитати" }).click();
    await page.getByRole("link", { name: "Вулиці" }).waitFor();
    await page.context().close();
  });

  test("a private repository", async () => {
    github.portal.private = true;
    const page = await opened();
    await page.getByRole("alert").getByText("GitHub не показує репозиторію council/data").waitFor();
    github.portal.private = false;
    await page.context().close();
  });

  test("more files than are read without a key: how many are not shown", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 32 }, (_, at) => [
        `data/registers/products/a${at}.yaml`,
        `title: Мапа ${at}\nauthor: Хтось\npath: https://map.example.org/${at}\n`,
      ]),
    );
    const page = await opened(`?request=${await request(github, "Багато", many)}`);
    await reviewed(page);
    await page.getByText("Файлів забагато: 2 з них").waitFor();
    await page.context().close();
  });

  test("a portal without a repository", async () => {
    const page = await site.browser.newPage();
    await page.goto(`${site.address}/review/`);
    await page.getByText("Портал не має репозиторію на GitHub").waitFor();
    await page.close();
  });
});
