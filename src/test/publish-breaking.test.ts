import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { hasErrors } from "../model/reports/finding.ts";
import { compareDatasets } from "../review/datasets.ts";
import { loadPortal } from "../site/portal.ts";
import { project } from "./fixtures/built-site.ts";
import { flawsOf } from "./fixtures/page-flaws.ts";
import { choose, csv, headings, next, send } from "./fixtures/publishing.ts";
import { openRoad } from "./fixtures/publishing-road.ts";

const road = openRoad();

const id = "health-providers";
const lines = readFileSync(join(project, `data/datasets/${id}/${id}.csv`), "utf8")
  .trimEnd()
  .split("\n");
/** Its last column holds nothing, and no cell of the others a comma. */
const withoutLast = lines.map((line) => line.replace(/,[^,]*$/, ""));

const update = `?kind=dataset-update&about=${id}`;

/** The portal before a request and after it, as its reviewers compare them. */
async function sentChange(page: Page) {
  await page.getByText("Зміну розглядають.").waitFor();
  const number = Number(new URL(page.url()).searchParams.get("request"));
  const branch = road.github.kept.pulls.find((one) => one.number === number)?.branch;
  const checkOut = (name: string) => loadPortal(road.checkOut(name), "2026-11-23");
  const [before, after] = [checkOut(road.github.first), checkOut(`refs/heads/${branch}`)];
  expect(after.findings.filter((finding) => hasErrors([finding]))).toEqual([]);
  const [change] = compareDatasets(before.repository, after.repository);
  const value = after.repository.datasets.find((dataset) => dataset.id === id)?.value;
  const { body } = road.github.kept.pulls.find((one) => one.number === number) ?? {};
  return {
    change,
    version: value?.version,
    notes: value?.versionNotes,
    ticked: /\[(.)\] Якщо колонку/.exec(body ?? "")?.[1],
  };
}

test.each<[situation: string, table: string[], told: RegExp, breaking: string[]]>([
  [
    "more than a fifth of the rows is gone",
    lines.slice(0, 12),
    /зникло більше п’ятої частини рядків/,
    ["rows-lost"],
  ],
  ["a column is gone", withoutLast, /програми, що читають набір/, ["column-removed"]],
])(
  "%s: it is asked what is different, and the request says so",
  async (_, table, told, breaking) => {
    const page = await road.opened(update);
    await choose(page, csv(`${table.join("\n")}\n`, "заклади.csv"));
    await headings(page, "Перегляд");
    await page.getByText(told).waitFor();
    await next(page);
    const problem = page.getByRole("alert").getByRole("link");
    await problem.waitFor();
    await expect
      .poll(() => problem.allTextContents())
      .toEqual([expect.stringMatching(/^Напишіть хоча б кількома словами, що змінилося/)]);
    await problem.click();
    await page.keyboard.type("Перелік звірено: застаріле вилучено.");
    await page.getByText("Помилок немає").waitFor();
    expect(await flawsOf(page)).toEqual({ violations: [], sideways: 0 });
    // What was answered is kept with the draft.
    await page.reload();
    await headings(page, "Перегляд");
    await expect
      .poll(() => page.inputValue("#q-versionNotes"))
      .toBe("Перелік звірено: застаріле вилучено.");
    await next(page);
    await headings(page, "Надіслати");
    // What the page has asked itself is not asked of the person, nor what nobody can have read yet.
    await expect
      .poll(() => page.locator("[id^=confirm-] + label").allTextContents())
      .toEqual([expect.stringMatching(/^Персональних даних немає/)]);
    await send(page);
    const { change, ...said } = await sentChange(page);
    expect(change?.breaking.map(({ kind }) => kind)).toEqual(breaking);
    expect([change?.told, said]).toEqual([
      true,
      { version: "2.0", notes: "Перелік звірено: застаріле вилучено.", ticked: "x" },
    ]);
    await page.context().close();
  },
);

/** A table whose column a dashboard, a news item and the set's own chart show, under another name. */
const trees = readFileSync(join(project, "data/datasets/trees-removed/trees-removed.csv"), "utf8");
const renamedTrees = csv(trees.replace("quantityFact", "Видалено фактично"), "дерева.csv");

async function openedTrees(): Promise<Page> {
  const page = await road.opened("?kind=dataset-update&about=trees-removed");
  await choose(page, renamedTrees);
  await headings(page, "Перегляд");
  return page;
}

test("a column that is gone and shown elsewhere: what shows it is named, and mended in the same request", async () => {
  const page = await openedTrees();
  const question = page.getByRole("group", { name: "Що сталося з колонкою «Виконано»?" });
  await expect
    .poll(() => question.getByRole("link").allTextContents())
    .toEqual([
      "сторінка набору",
      "Найчастіше зрізали тополі: що видно з актів про видалення дерев",
      "Дерева за вулицями і роками",
    ]);
  await next(page);
  const problem = page.getByRole("alert").getByRole("link", { name: /^Скажіть, що сталося/ });
  await problem.click();
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => page.getByLabel("Її більше немає").isChecked()).toBe(true);
  await page.getByText("Прочитати й доправити текст").nth(1).click();
  const text = page.locator("#q-mended-1");
  const mended = await text.inputValue();
  // Charts of other columns of the set stay.
  const charts = mended.split("<Chart").filter((one) => one.includes('dataset="trees-removed"'));
  expect(charts.filter((one) => one.includes("quantityFact"))).toEqual([]);
  await text.fill(mended.replace("## За вулицями", "## За вулицями міста"));
  await page.fill("#q-versionNotes", "Колонки «Виконано» більше немає.");
  await page.getByText("Помилок немає").waitFor();
  expect(await flawsOf(page)).toEqual({ violations: [], sideways: 0 });
  await next(page);
  await headings(page, "Надіслати");
  await send(page);
  await page.getByText("Зміну розглядають.").waitFor();
  const number = Number(new URL(page.url()).searchParams.get("request"));
  const branch = road.github.kept.pulls.find((one) => one.number === number)?.branch;
  const place = road.checkOut(`refs/heads/${branch}`);
  const { findings, repository } = loadPortal(place, "2026-11-23");
  expect(findings.filter((finding) => hasErrors([finding]))).toEqual([]);
  const dashboard = readFileSync(join(place, "content/dashboards/trees.mdx"), "utf8");
  expect(dashboard).toMatch(/<Figure value="[\d\s,]+" label="видалено за цими записами/);
  expect(dashboard).toContain("## За вулицями міста");
  expect(repository.datasets.find(({ id }) => id === "trees-removed")?.value.charts).toEqual([]);
  await page.context().close();
});

test("a column under another name keeps its former one on the portal, and nothing is left to send", async () => {
  const page = await openedTrees();
  await page.getByLabel("На порталі лишити давню назву").check();
  await page.getByText("На порталі вже саме це").waitFor();
  await page.getByText("Помилок немає").waitFor();
  await page.context().close();
});

test("a change that breaks nothing is asked nothing, whatever was said of the table before", async () => {
  const page = await road.opened(update);
  await choose(page, csv(`${lines.slice(0, 12).join("\n")}\n`, "заклади.csv"));
  await headings(page, "Перегляд");
  await page.fill("#q-versionNotes", "Перелік звірено: застаріле вилучено.");
  await page.getByText("Помилок немає").waitFor();
  await page.getByRole("button", { name: "Назад" }).click();
  await headings(page, "Новіша таблиця");
  await choose(page, csv(`${lines.slice(0, -1).join("\n")}\n`, "заклади.csv"));
  await headings(page, "Перегляд");
  await expect.poll(() => page.locator("#q-versionNotes").count()).toBe(0);
  await next(page);
  await headings(page, "Надіслати");
  await send(page);
  const { change, version } = await sentChange(page);
  expect([change?.files.changed, version]).toEqual([[`${id}.csv`], "1.0"]);
  await page.context().close();
});

test("in English the question is English, and the answer Ukrainian", async () => {
  const page = await road.opened(update, { language: "/en" });
  await page.setInputFiles("#file", csv(`${lines.slice(0, 12).join("\n")}\n`, "заклади.csv"));
  await page.getByRole("grid").waitFor();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByLabel("What has changed for those who read the dataset?").waitFor();
  await expect.poll(() => page.locator("#q-versionNotes").getAttribute("lang")).toBe("uk");
  await page.context().close();
});
