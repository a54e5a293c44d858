import { describe, expect, test } from "vitest";
import {
  csv,
  passport,
  review,
  rows,
  table,
  text,
  versioned,
} from "../test/fixtures/changed-portal.ts";
import { breakingText } from "./report/words.ts";

describe("what breaks readers is named, and refused until the passport tells of it", () => {
  test.each<[what: string, files: Record<string, string>, messages: string[]]>([
    [
      "a column renamed",
      {
        [passport]: text.replace("name: name,", "name: title,"),
        [table]: csv(rows, "id,title,platforms"),
      },
      ["колонку перейменовано: name → title"],
    ],
    [
      "a column renamed while every other cell changed too",
      {
        [passport]: text.replace("name: name,", "name: title,"),
        [table]: csv(
          rows.map((row) => row.replace(/,\d\n$/, ",9\n")),
          "id,title,platforms",
        ),
      },
      ["колонку перейменовано: name → title"],
    ],
    [
      "a column gone",
      {
        [passport]: text.replace(/ +- \{ name: platforms.*\n/, ""),
        [table]: csv(
          rows.map((row) => row.replace(/,\d\n$/, "\n")),
          "id,name",
        ),
      },
      ["колонки platforms більше немає"],
    ],
    [
      "a new column in the middle",
      {
        [passport]: text.replace(
          "        - { name: name,",
          "        - { name: code, type: string, title: Код }\n        - { name: name,",
        ),
        [table]: csv(
          rows.map((row) => row.replace(",", ",X,")),
          "id,code,name,platforms",
        ),
      },
      [
        "порядок колонок у stops інший: колонка name стоїть не там, де стояла; нові колонки дописують у кінці",
      ],
    ],
    [
      "a number becomes text",
      { [passport]: text.replace("type: integer", "type: string") },
      ["тип колонки platforms інший: integer → string"],
    ],
    [
      "a column becomes required",
      {
        [passport]: text.replace(
          "title: Назва }",
          "title: Назва, constraints: { required: true } }",
        ),
      },
      ["колонка name тепер обов’язкова"],
    ],
    [
      "a limit is drawn",
      {
        [passport]: text.replace(
          "title: Кількість платформ }",
          "title: Кількість платформ, constraints: { maximum: 9 } }",
        ),
      },
      ["вимоги до колонки platforms суворіші: maximum 9"],
    ],
    [
      "the key goes",
      { [passport]: text.replace("      primaryKey: id\n", "") },
      ["ключ таблиці stops інший: id → немає"],
    ],
    [
      "the file has another name",
      {
        [passport]: text.replace("path: stops.csv", "path: zupynky.csv"),
        [table]: "",
        "data/datasets/stops-1/zupynky.csv": csv(),
      },
      ["адреса файлу stops інша: stops.csv → zupynky.csv"],
    ],
    [
      "the licence is another",
      { [passport]: text.replace("CC-BY-4.0", "CC0-1.0") },
      ["ліцензія інша: CC-BY-4.0 → CC0-1.0"],
    ],
    [
      "a third of the rows is lost",
      { [table]: csv(rows.slice(7)) },
      ["у таблиці stops поменшало рядків: вилучено 7 з 20"],
    ],
    [
      "empty values are written otherwise",
      {
        [passport]: text.replace(
          "      primaryKey: id",
          '      missingValues: ["", "-"]\n      primaryKey: id',
        ),
      },
      ["порожні значення в stops записують інакше"],
    ],
  ])("%s", (_, files, messages) => {
    const result = review(
      Object.fromEntries(
        Object.entries(files).map(([path, content]) => [path, content === "" ? null : content]),
      ),
    );
    const [change] = result.datasets;
    expect(change?.breaking.map(breakingText)).toEqual(messages);
    expect(result.verdict).toBe("blocked");
    const untold = result.fresh.find(({ rule }) => rule === "breaking-told");
    expect(untold).toMatchObject({ severity: "error" });
    expect(untold?.place.line).toBeGreaterThan(0);
    const told = review({
      ...Object.fromEntries(
        Object.entries(files).map(([path, content]) => [path, content === "" ? null : content]),
      ),
      [passport]: versioned(files[passport] ?? text),
    });
    expect(told.fresh.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(told.verdict).toBe("look");
  });

  test.each<[what: string, files: Record<string, string>]>([
    [
      "a column at the end",
      {
        [passport]: text.replace(
          "title: Кількість платформ }",
          "title: Кількість платформ }\n        - { name: note, type: string, title: Примітка }",
        ),
        [table]: csv(
          rows.map((row) => row.replace("\n", ",x\n")),
          "id,name,platforms,note",
        ),
      },
    ],
    [
      "a whole number becomes any number",
      { [passport]: text.replace("type: integer", "type: number") },
    ],
    ["another description", { [passport]: text.replace("Перелік зупинок", "Список зупинок") }],
    ["a fifth of the rows goes, and no more", { [table]: csv(rows.slice(4)) }],
  ])("%s breaks nothing", (_, files) => {
    const result = review(files);
    expect(result.datasets[0]?.breaking).toEqual([]);
    expect(result.fresh.filter(({ rule }) => rule === "breaking-told")).toEqual([]);
  });
});
