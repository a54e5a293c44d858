import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { hasErrors } from "../model/reports/finding.ts";
import { unpackSubmission } from "../publish/send/unzip.ts";
import { loadPortal } from "../site/portal.ts";
import { choose, csv, headings, next, send, stops, streets } from "./fixtures/publishing.ts";
import { openRoad, update } from "./fixtures/publishing-road.ts";

const road = openRoad();

describe("a table that the portal has not", () => {
  test("becomes a request whose files the portal accepts, and is seen to be merged", async () => {
    const page = await road.opened("?kind=new-dataset");
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
    const [pull] = road.github.kept.pulls.filter((one) => one.number === number);
    const root = road.checkOut(`refs/heads/${pull?.branch}`);
    expect(
      execFileSync(
        "git",
        ["-C", root, "diff", "--stat", "--name-only", road.github.first, "HEAD"],
        {
          encoding: "utf8",
        },
      )
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
    road.github.merge(number);
    await page.getByRole("button", { name: "Перевірити ще раз" }).click();
    await page.getByText("Зміну прийнято.").waitFor();
    await page.context().close();
  });
});

test("a portal without a repository offers the letter, with the archive beside it", async () => {
  const context = await road.site.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${road.site.address}/publish/${update}`);
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
