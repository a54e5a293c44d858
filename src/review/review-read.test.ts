import { describe, expect, test } from "vitest";
import {
  base,
  csv,
  from,
  markdown,
  passport,
  review,
  rows,
  table,
  text,
} from "../test/fixtures/changed-portal.ts";
import { breakingText } from "./report/words.ts";

describe("what a first reading of reports got wrong", () => {
  test("a passport that cannot be read is no «nothing changed»", () => {
    const report = markdown(review({ [passport]: `${text}: [` }));
    expect(report).toMatch(/^## Схвалити не можна/);
  });

  test("a file in a folder without a passport is named", () => {
    const result = review({ "data/datasets/parks/parks.csv": "id\n1\n" });
    expect(result.verdict).toBe("blocked");
    expect(result.others).toEqual([
      { path: "data/datasets/parks/parks.csv", kind: "added", fields: [] },
    ]);
  });

  test("a new set is for a person to see: whose, how often, under what licence, its first rows", () => {
    const result = review({
      "data/datasets/parks/datapackage.yaml": text.replace(/aliases: .*\n/, ""),
      "data/datasets/parks/stops.csv": csv(),
    });
    expect(result.verdict).toBe("look");
    expect(result.datasets[0]?.tables[0]).toMatchObject({
      before: 0,
      after: 20,
      added: { count: 20 },
    });
    expect(markdown(result)).toMatch(
      /новий набір\n {2}- розпорядник: [^\n]+ \(council\)\n {2}- періодичність: Щороку\n {2}- ліцензія: CC-BY-4\.0\n {2}- таблиця `stops`: 20 рядків, 3 колонки/,
    );
  });

  test("long texts are cut around what differs", () => {
    const long = "Дуже довгий опис. ".repeat(20);
    const result = from(
      { ...base, [passport]: text.replace("Перелік зупинок", `${long} Було`) },
      { [passport]: text.replace("Перелік зупинок", `${long} Стало`) },
    );
    const [field] = result.datasets[0]?.passport ?? [];
    expect(field?.before).toMatch(/^….*Було/);
    expect(field?.after).toMatch(/^….*Стало/);
  });

  test("a field deep in the passport is named by its path", () => {
    const result = review({ [passport]: text.replace("title: Назва }", "title: Найменування }") });
    expect(result.datasets[0]?.passport).toEqual([
      { field: "resources.stops.schema.fields.name.title", before: "Назва", after: "Найменування" },
    ]);
  });

  test("the page a file is taken from moves: its readers are told", () => {
    const elsewhere = (page: string) =>
      text.replace("path: stops.csv", `page: ${page}`).replace(/ {4}schema:[\s\S]*$/, "");
    const result = from(
      { ...base, [passport]: elsewhere("https://old.example.org/"), [table]: "" },
      { [passport]: elsewhere("https://new.example.org/") },
    );
    expect(result.datasets[0]?.breaking.map(breakingText)).toEqual([
      "адреса файлу stops інша: https://old.example.org/ → https://new.example.org/",
    ]);
  });

  test("a publisher deleted, the portal's own card changed: a person must see", () => {
    const old: Record<string, string> = {
      ...base,
      "data/publishers/archive.yaml": "title: Архів\nkind: executive\n",
    };
    expect(from(old, { "data/publishers/archive.yaml": null })).toMatchObject({
      verdict: "look",
      others: [{ path: "data/publishers/archive.yaml", kind: "removed" }],
    });
    const changed = from(old, {
      "data/portal.yaml": (old["data/portal.yaml"] ?? "").replace(
        "title: Відкриті дані громади",
        "title: Дані",
      ),
    });
    expect([changed.verdict, changed.others[0]?.fields]).toEqual([
      "look",
      [{ field: "title", before: "Відкриті дані громади", after: "Дані" }],
    ]);
  });

  test("mending a misspelt header breaks nobody", () => {
    const result = from({ ...base, [table]: csv(rows, "id,nmae,platforms") }, { [table]: csv() });
    expect(result.datasets[0]?.breaking).toEqual([]);
    expect(result.fresh).toEqual([]);
    expect(result.mended.length).toBeGreaterThan(0);
  });

  test("a table that cannot be read is not a table that lost its rows", () => {
    const torn = csv(rows).replace("Зупинка 3", '"Зупинка 3');
    const result = review({ [table]: torn });
    expect(result.datasets[0]?.tables).toEqual([]);
    expect(result.fresh.map(({ rule }) => rule)).not.toContain("breaking-told");
    expect(from({ ...base, [table]: torn }, { [table]: csv() }).datasets[0]?.tables).toEqual([]);
  });

  test("every value replaced is for a person to see", () => {
    const result = review({ [table]: csv(rows.map((row) => row.replace(/\d\n$/, "9\n"))) });
    expect(result.verdict).toBe("look");
    expect(markdown(result)).toContain("змінено 20 рядків з 20");
  });

  test("a row above old faults does not make them new", () => {
    const faulty = rows.map((row, index) =>
      index === 9 ? row.replace("Зупинка", "Зупинка ") : row,
    );
    const result = from(
      { ...base, [table]: csv(faulty) },
      { [table]: csv(["0,Нова,1\n", ...faulty]) },
    );
    expect([result.fresh, result.mended, result.verdict]).toEqual([[], [], "fine"]);
  });

  test("a set that comes back after it was withdrawn is for a person to see", () => {
    const old = {
      ...base,
      [passport]: `${text}status: withdrawn\nwithdrawn: { date: 2026-11-20, reason: Дублює інший }\n`,
    };
    const result = from(old, { [passport]: text });
    expect([result.verdict, result.datasets[0]?.kind]).toEqual(["look", "restored"]);
    expect(markdown(from(base, { [passport]: old[passport] ?? "" }))).toContain(
      "вилучено 2026-11-20: Дублює інший",
    );
  });

  test("a resource with another name and the same file is one resource", () => {
    const result = review({ [passport]: text.replace("- name: stops\n", "- name: list\n") });
    expect(result.datasets[0]?.breaking.map(breakingText)).toEqual([
      "ресурс перейменовано: stops → list",
    ]);
  });

  test("a nearly empty column that goes is not the nearly empty one that comes", () => {
    const sparse = (name: string) =>
      text.replace(
        "title: Кількість платформ }",
        `title: Кількість платформ }\n        - { name: ${name}, type: string, title: Примітка }`,
      );
    const cells = (value: (index: number) => string) =>
      rows.map((row, index) => row.replace("\n", `,${value(index)}\n`));
    const result = from(
      {
        ...base,
        [passport]: sparse("form"),
        [table]: csv(
          cells((index) => (index === 1 ? "кругла" : "")),
          "id,name,platforms,form",
        ),
      },
      {
        [passport]: sparse("note"),
        [table]: csv(
          cells((index) => (index === 5 ? "ремонт" : "")),
          "id,name,platforms,note",
        ),
      },
    );
    expect(result.datasets[0]?.breaking.map(breakingText)).toEqual(["колонки form більше немає"]);
  });

  test.each([
    ["only the order of rows", csv([...rows].reverse()), "order"],
    ["only the line ends", csv().replaceAll("\n", "\r\n"), "writing"],
  ])("%s changed: the report says so", (_, changed, same) => {
    expect(review({ [table]: changed }).datasets[0]?.tables[0]?.same).toBe(same);
  });

  test.each([
    ["a lower version", 'version: "0.9"\nversionNotes: Змінено структуру таблиці.'],
    ["a note of one letter", 'version: "2.0"\nversionNotes: x'],
  ])("%s tells nobody anything", (_, told) => {
    const changed = text.replace("type: integer", "type: string").replace('version: "1.1"', told);
    expect(review({ [passport]: changed }).fresh.map(({ rule }) => rule)).toContain(
      "breaking-told",
    );
  });

  test("a folder that vanishes without a finding of git's is refused all the same", () => {
    const result = review({ [passport]: null, [table]: null });
    expect(result.verdict).toBe("blocked");
    expect(result.fresh.map(({ message }) => message)).toContain(
      "Теки набору «1: Зупинки громадського транспорту» немає, і ніде не сказано чому.",
    );
  });

  test("a sum beyond all numbers is not told", () => {
    const huge = "9".repeat(308);
    const result = review({
      [table]: csv([...rows.slice(0, 17), ...[18, 19, 20].map((id) => `${id},а,${huge}\n`)]),
    });
    expect(result.datasets[0]?.tables[0]?.totals).toEqual([]);
  });

  test("sums of keys and of columns with an unreadable cell are not told", () => {
    const result = review({
      [table]: csv([...rows.slice(0, 19), "20,Зупинка 20,дві\n", "21,Нова,1\n"]),
    });
    expect(result.datasets[0]?.tables[0]?.totals).toEqual([]);
  });
});
