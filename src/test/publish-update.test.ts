import { describe, expect, test } from "vitest";
import { choose, csv, headings, next, send, streets } from "./fixtures/publishing.ts";
import { openRoad, readyUpdate, update } from "./fixtures/publishing-road.ts";

const road = openRoad();

const branches = () => road.github.bare.git(["for-each-ref", "--format=%(refname)", "refs/heads"]);

describe("a newer table of a published set", () => {
  test("shows what changes before it is sent, and only its file is sent", async () => {
    const page = await road.opened(update);
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
    const pull = road.github.kept.pulls.find((one) => one.number === number);
    expect(
      road.github.bare.git(["diff", "--name-only", "main", `refs/heads/${pull?.branch}`]),
    ).toBe("data/datasets/streets/streets.csv");
    // A reviewer asks for more, and the person sends it into the same request.
    road.github.comment(number, "reviewer", "Поверніть рядок, будь ласка.");
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
    expect(road.github.kept.pulls.filter(({ branch }) => branch === pull?.branch)).toHaveLength(1);
    expect(
      road.github.bare.git([
        "show",
        `refs/heads/${pull?.branch}:data/datasets/streets/streets.csv`,
      ]),
    ).toBe(corrected.trimEnd());
    await page.context().close();
  });

  test("the same table is told to be no news", async () => {
    const page = await road.opened(update);
    await choose(page, csv(streets().before, "вулиці.csv"));
    await page.getByText("На порталі вже саме це").waitFor();
    await page.context().close();
  });

  test("somebody changed it meanwhile: both are shown, nothing is sent until the person decides", async () => {
    const page = await road.opened(update);
    await readyUpdate(page);
    const theirs = `${streets().before.trimEnd()}\n`.replace(/(\n[^\n]*){2}\n$/, "\n");
    road.github.commit({ "data/datasets/streets/streets.csv": theirs });
    const before = branches();
    await send(page);
    await page.getByText("ці файли змінив хтось інший").waitFor();
    expect(branches()).toBe(before);
    await page.getByRole("button", { name: "Надіслати моє замість того" }).click();
    await page.getByText("Зміну розглядають.").waitFor();
    road.github.commit({ "data/datasets/streets/streets.csv": streets().before });
    await page.context().close();
  });
});
