import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasErrors } from "../model/reports/finding.ts";
import { unpackSubmission } from "../publish/send/unzip.ts";
import { loadPortal } from "../site/portal.ts";
import { openSite } from "./fixtures/browser.ts";
import { openGitHubWithPortal, pageWith } from "./fixtures/published-with.ts";
import { choose, csv, headings, next, send, stops, streets } from "./fixtures/publishing.ts";

const site = openSite();
let github: Awaited<ReturnType<typeof openGitHubWithPortal>>;
const folder = mkdtempSync(join(tmpdir(), "published-"));
beforeAll(async () => {
  github = await openGitHubWithPortal();
});
afterAll(async () => {
  await github.stop();
  rmSync(folder, { recursive: true });
});

async function opened(query = ""): Promise<Page> {
  const context = await site.browser.newContext();
  const page = await pageWith(context, github);
  await page.goto(`${site.address}/publish/${query}`);
  return page;
}

/** What the forge was sent, as people who check it out have it. */
function checkOut(branch: string): string {
  const place = mkdtempSync(join(folder, "branch-"));
  github.bare.git(["worktree", "add", "-q", "--detach", place, branch]);
  return place;
}

describe("a table that the portal has not", () => {
  test("becomes a request whose files the portal accepts, and is seen to be merged", async () => {
    const page = await opened("?kind=new-dataset");
    await choose(page, csv(stops));
    await headings(page, "Опис");
    await page.fill("#q-description", "Один рядок — одна зупинка. Дані управління транспорту.");
    if (await page.locator("#q-purpose").isVisible())
      await page.fill(
        "#q-purpose",
        "Закон України «Про автомобільний транспорт»; щоб знати мережу.",
      );
    await page.fill("#q-publisher", "освіти");
    await page.locator("[name=publisher]").first().check();
    await page.selectOption("#q-frequency", "yearly");
    if (await page.locator("#q-themes").isVisible())
      await page.getByLabel("Транспорт", { exact: true }).check();
    await page.getByText("Назва й опис англійською").click();
    await page.fill("#q-en-title", "Public transport stops");
    await page.getByText("Помилок немає").waitFor();
    await next(page);
    await headings(page, "Перегляд");
    await page.getByRole("columnheader", { name: "Назва зупинки" }).waitFor();
    await next(page);
    await headings(page, "Надіслати");
    await send(page);
    await page.getByText("Зміну розглядають.").waitFor();
    // What became of it is in sight, wherever on the page the button was.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getBoundingClientRect().top))
      .toBeLessThan(200);
    const number = Number(new URL(page.url()).searchParams.get("request"));
    const [pull] = github.kept.pulls.filter((one) => one.number === number);
    const root = checkOut(`refs/heads/${pull?.branch}`);
    expect(
      execFileSync("git", ["-C", root, "diff", "--stat", "--name-only", github.first, "HEAD"], {
        encoding: "utf8",
      })
        .trim()
        .split("\n")
        .map((path) =>
          path.replace(/datasets\/[^/]+\//, "datasets/ID/").replace(/[^/]+\.csv/, "T.csv"),
        ),
    ).toEqual(["data/datasets/ID/datapackage.yaml", "data/datasets/ID/T.csv"]);
    const { findings, repository } = loadPortal(root, "2026-11-23");
    expect(hasErrors(findings)).toBe(false);
    expect(repository.datasets.map(({ value }) => value.en?.title)).toContain(
      "Public transport stops",
    );
    github.merge(number);
    await page.getByRole("button", { name: "Перевірити ще раз" }).click();
    await page.getByText("Зміну прийнято.").waitFor();
    await page.context().close();
  });
});

async function sentUpdate(page: Page): Promise<void> {
  await choose(page, csv(streets().after, "вулиці.csv"));
  await headings(page, "Перегляд");
  await next(page);
  await headings(page, "Надіслати");
}
const branches = () => github.bare.git(["for-each-ref", "--format=%(refname)", "refs/heads"]);
const update = "?kind=dataset-update&about=streets";

describe("a newer table of a published set", () => {
  test("shows what changes before it is sent, and only its file is sent", async () => {
    const page = await opened(update);
    await choose(page, csv(streets().after, "вулиці.csv"));
    await headings(page, "Перегляд");
    await expect
      .poll(() =>
        page
          .getByText(/вилучено 1 рядок/)
          .first()
          .isVisible(),
      )
      .toBe(true);
    await next(page);
    await headings(page, "Надіслати");
    await send(page);
    await page.getByText("Зміну розглядають.").waitFor();
    const number = Number(new URL(page.url()).searchParams.get("request"));
    const pull = github.kept.pulls.find((one) => one.number === number);
    expect(github.bare.git(["diff", "--name-only", "main", `refs/heads/${pull?.branch}`])).toBe(
      "data/datasets/streets/streets.csv",
    );
    // A reviewer asks for more, and the person sends it into the same request.
    github.comment(number, "reviewer", "Поверніть рядок, будь ласка.");
    await page.getByRole("button", { name: "Перевірити ще раз" }).click();
    await page.getByText("Поверніть рядок, будь ласка.").waitFor();
    await page.getByRole("button", { name: "Надіслати виправлення" }).click();
    await headings(page, "Новіша таблиця");
    const corrected = streets().before.replace(/\n[^\n]*\n$/, "\n");
    await choose(page, csv(corrected, "вулиці.csv"));
    await headings(page, "Перегляд");
    await next(page);
    await send(page);
    await page.getByText("Зміну розглядають.").waitFor();
    expect(github.kept.pulls.filter(({ branch }) => branch === pull?.branch)).toHaveLength(1);
    expect(
      github.bare.git(["show", `refs/heads/${pull?.branch}:data/datasets/streets/streets.csv`]),
    ).toBe(corrected.trimEnd());
    await page.context().close();
  });

  test("the same table is told to be no news", async () => {
    const page = await opened(update);
    await choose(page, csv(streets().before, "вулиці.csv"));
    await page.getByText("На порталі вже саме це").waitFor();
    await page.context().close();
  });

  test("somebody changed it meanwhile: both are shown, nothing is sent until the person decides", async () => {
    const page = await opened(update);
    await sentUpdate(page);
    const theirs = `${streets().before.trimEnd()}\n`.replace(/(\n[^\n]*){2}\n$/, "\n");
    github.commit({ "data/datasets/streets/streets.csv": theirs });
    const before = branches();
    await send(page);
    await page.getByText("ці файли змінив хтось інший").waitFor();
    expect(branches()).toBe(before);
    await page.getByRole("button", { name: "Надіслати моє замість того" }).click();
    await page.getByText("Зміну розглядають.").waitFor();
    github.commit({ "data/datasets/streets/streets.csv": streets().before });
    await page.context().close();
  });
});

/** Files a request changes, as git tells them, with what became of each. */
const changedIn = (number: number): string[] => {
  const pull = github.kept.pulls.find((one) => one.number === number);
  return github.bare
    .git(["diff", "--name-status", "--no-renames", "main", `refs/heads/${pull?.branch}`])
    .split("\n");
};
const sentNumber = async (page: Page): Promise<number> => {
  await page.getByText("Зміну розглядають.").waitFor();
  return Number(new URL(page.url()).searchParams.get("request"));
};

describe("a published set", () => {
  test("leaves with a reason, and only its passport changes", async () => {
    const page = await opened("?kind=withdrawal&about=streets");
    await headings(page, "Припинити оприлюднення набору");
    await next(page);
    await page.getByRole("alert").getByText("Напишіть, чому даних більше не буде.").waitFor();
    await page.fill("#q-reason", "Перелік веде адресний реєстр громади.");
    await next(page);
    await headings(page, "Перегляд");
    await next(page);
    await send(page);
    expect(changedIn(await sentNumber(page))).toEqual([
      "M\tdata/datasets/streets/datapackage.yaml",
    ]);
    await page.context().close();
  });

  test("gets another address: its folder moves, and what names it is put right with it", async () => {
    const page = await opened("?kind=renaming&about=trees-removed");
    await headings(page, "Змінити адресу набору");
    await page.fill("#q-id", "removed-trees");
    await page.getByText("Де набір названо за давньою адресою").waitFor();
    await page.getByText(/Файли відкриватимуться за обома адресами: trees-removed\.csv,/).waitFor();
    await page.getByText("бачитимуть той самий набір").waitFor();
    await next(page);
    await headings(page, "Перегляд");
    await next(page);
    await send(page);
    const number = await sentNumber(page);
    const folders = changedIn(number).map((line) => line.split("/").slice(0, 3).join("/"));
    expect(folders).toContain("D\tdata/datasets/trees-removed");
    expect(folders).toContain("A\tdata/datasets/removed-trees");
    const pull = github.kept.pulls.find((one) => one.number === number);
    const { findings, repository } = loadPortal(
      checkOut(`refs/heads/${pull?.branch}`),
      "2026-11-23",
    );
    expect(findings.filter((finding) => hasErrors([finding]))).toEqual([]);
    const renamed = repository.datasets.find(({ id }) => id === "removed-trees")?.value;
    expect([renamed?.aliases, renamed?.renamedFrom, renamed?.version]).toEqual([
      ["trees-removed"],
      "trees-removed",
      "2.0",
    ]);
    await page.context().close();
  });
});

describe("what goes wrong while sending ends in a sentence and a way on", () => {
  test.each([
    [
      "the key has expired",
      { at: /GET .*user/, how: { status: 401, message: "Bad credentials" }, times: 1 },
      "GitHub не прийняв ключ",
    ],
    [
      "GitHub is down",
      { at: /POST .*git\/trees/, how: { status: 502, message: "Bad Gateway" }, times: 9 },
      "GitHub зараз не працює",
    ],
  ] as const)("%s", async (_, failure, sentence) => {
    const page = await opened(update);
    await sentUpdate(page);
    github.fail(failure);
    await send(page);
    await page.getByText(sentence).waitFor();
    github.mend();
    await send(page);
    await page.getByText("Зміну розглядають.").waitFor();
    await page.context().close();
  });

  test("the network is cut in the middle: pressed again, it goes on, and one request is made", async () => {
    const page = await opened(update);
    await sentUpdate(page);
    const before = github.kept.pulls.length;
    github.fail({ at: /POST .*git\/commits/, how: "cut", times: 9 });
    await send(page);
    await page.getByText("GitHub не відповідає").waitFor();
    github.mend();
    await send(page);
    await page.getByText("Зміну розглядають.").waitFor();
    expect(github.kept.pulls.length).toBe(before + 1);
    await page.context().close();
  });
});

describe("nothing typed is lost", () => {
  test("a page that was closed is gone on with from the list of drafts", async () => {
    const page = await opened("?kind=new-dataset");
    await choose(page, csv(stops));
    await page.fill("#q-description", "Один рядок — одна зупинка.");
    await page.waitForTimeout(300);
    await page.goto(`${site.address}/publish/`);
    await page.getByText("Зупинки транспорту.csv").waitFor();
    await page.getByRole("button", { name: "Продовжити" }).click();
    await page.getByRole("grid").waitFor();
    await next(page);
    await expect.poll(() => page.inputValue("#q-description")).toBe("Один рядок — одна зупинка.");
    await page.goBack();
    await page.getByRole("grid").waitFor();
    await page.context().close();
  });

  test("a draft is saved to a file and opened in another browser", async () => {
    const page = await opened("?kind=new-dataset");
    await choose(page, csv(stops));
    await page.fill("#q-description", "Опис у файлі.");
    await page.waitForTimeout(300);
    await page.goto(`${site.address}/publish/`);
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Зберегти у файл" }).click(),
    ]);
    const path = join(folder, "draft.zip");
    await saved.saveAs(path);
    await page.context().close();
    const other = await opened();
    await other.getByText("Чернетка з іншого комп’ютера").click();
    await other.setInputFiles("#draft-file", path);
    await other.getByRole("grid").waitFor();
    await next(other);
    await expect.poll(() => other.inputValue("#q-description")).toBe("Опис у файлі.");
    await other.context().close();
  });

  test("a draft changed in another tab is not written over", async () => {
    const page = await opened("?kind=new-dataset");
    await choose(page, csv(stops));
    await headings(page, "Опис");
    const tab = await page.context().newPage();
    await tab.goto(page.url());
    await tab.fill("#q-description", "З другої вкладки.");
    await tab.waitForTimeout(300);
    await page.fill("#q-description", "З першої вкладки.");
    await page.getByText("Цю чернетку змінено в іншій вкладці").waitFor();
    await tab.reload();
    await expect.poll(() => tab.inputValue("#q-description")).toBe("З другої вкладки.");
    await page.getByRole("button", { name: "Взяти те, що в іншій вкладці" }).click();
    await expect.poll(() => page.inputValue("#q-description")).toBe("З другої вкладки.");
    await expect.poll(() => page.getByText("Цю чернетку змінено в іншій вкладці").count()).toBe(0);
    await page.context().close();
  });
});

test("a portal without a repository offers the letter, with the archive beside it", async () => {
  const context = await site.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${site.address}/publish/${update}`);
  await choose(page, csv(streets().after, "вулиці.csv"));
  await headings(page, "Перегляд");
  await next(page);
  await headings(page, "Надіслати");
  await expect.poll(() => page.getByText("Надіслати звідси").count()).toBe(0);
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Зберегти архів" }).click(),
  ]);
  const archive = unpackSubmission(new Uint8Array(readFileSync(await saved.path())));
  expect("submission" in archive && [...archive.submission.files.keys()]).toEqual([
    "data/datasets/streets/streets.csv",
  ]);
  await context.close();
});
