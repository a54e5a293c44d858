import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { hasErrors } from "../model/reports/finding.ts";
import { loadPortal } from "../site/portal.ts";
import { headings, next, send } from "./fixtures/publishing.ts";
import { openRoad } from "./fixtures/publishing-road.ts";

const road = openRoad();

/** Files a request changes, as git tells them, with what became of each. */
const changedIn = (number: number): string[] => {
  const pull = road.github.kept.pulls.find((one) => one.number === number);
  return road.github.bare
    .git(["diff", "--name-status", "--no-renames", "main", `refs/heads/${pull?.branch}`])
    .split("\n");
};
const sentNumber = async (page: Page): Promise<number> => {
  await page.getByText("Зміну розглядають.").waitFor();
  return Number(new URL(page.url()).searchParams.get("request"));
};

describe("a published set", () => {
  test("leaves with a reason, and only its passport changes", async () => {
    const page = await road.opened("?kind=withdrawal&about=streets");
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
    const page = await road.opened("?kind=renaming&about=trees-removed");
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
    const pull = road.github.kept.pulls.find((one) => one.number === number);
    const { findings, repository } = loadPortal(
      road.checkOut(`refs/heads/${pull?.branch}`),
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
