import { describe, expect, test } from "vitest";
import { treeOf } from "../model/tree.ts";
import { renderBlocksText } from "../published/blocks/blocks-text.ts";
import { renderMarkdown } from "../published/blocks/markdown.ts";
import { readRepository } from "../read/repository.ts";
import { checkRepository } from "../rules/index.ts";
import {
  base,
  before,
  csv,
  markdown,
  passport,
  review,
  rows,
  sideOf,
  table,
  text,
  versioned,
} from "../test/fixtures/changed-portal.ts";
import { committed } from "../test/fixtures/generated-portal.ts";
import { reviewBlocks } from "./report/report.ts";
import { breakingText } from "./report/words.ts";
import { buildReview } from "./review.ts";

test("nothing changed: nothing to say", () => {
  const same = review({});
  expect(same).toMatchObject({ verdict: "fine", datasets: [], fresh: [], others: [] });
  expect(markdown(same)).toMatch(/^## Змін немає/);
});

test("rows added at the end: fine, counted, the first of them shown", () => {
  const result = review({ [table]: csv([...rows, ...["21,Нова,1\n", "22,Ще одна,2\n"]]) });
  expect(result.verdict).toBe("fine");
  const [change] = result.datasets[0]?.tables ?? [];
  expect(change).toMatchObject({
    matched: "key",
    before: 20,
    after: 22,
    removed: { count: 0 },
    changed: { count: 0 },
    added: { count: 2 },
    totals: [{ column: "platforms", before: 39, after: 42 }],
  });
  expect(markdown(result)).toMatch(/^## Можна схвалювати\n/);
});

test("cells changed are shown old and new, by the key; rows in another order are no change", () => {
  const moved = [...rows].reverse().map((row) => row.replace("7,Зупинка 7,1", "7,Зупинка сьома,1"));
  const [change] = review({ [table]: csv(moved) }).datasets[0]?.tables ?? [];
  expect(change?.changed).toEqual({
    count: 1,
    shown: [
      {
        key: "7",
        line: 15,
        cells: [{ column: "name", before: "Зупинка 7", after: "Зупинка сьома" }],
      },
    ],
  });
  expect([change?.removed.count, change?.added.count]).toEqual([0, 0]);
});

test("a row removed is the first thing to look at", () => {
  const result = review({ [table]: csv(rows.slice(1)) });
  expect(result.verdict).toBe("look");
  const report = markdown(result);
  expect(report.indexOf("вилучено 1 рядок з 20")).toBeGreaterThan(0);
  expect(report.indexOf("вилучено 1 рядок з 20")).toBeLessThan(report.indexOf("Що змінилося"));
});

test("a hundred rows changed: twenty are shown, the rest counted", () => {
  const many = Array.from({ length: 100 }, (_, index) => `${index + 1},А ${index},1\n`);
  const old = sideOf({ ...base, [table]: csv(many) });
  const now = sideOf({ ...base, [table]: csv(many.map((row) => row.replace("А", "Б"))) });
  const [change] = buildReview(old, now, []).datasets[0]?.tables ?? [];
  expect([change?.changed.count, change?.changed.shown.length]).toEqual([100, 20]);
});

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
      "the identifier is another",
      { [passport]: `${text}identifier: other\n` },
      ["ідентифікатор змінено: stops-1 → other"],
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

test("a folder deleted without a word is refused, and the report says what to write instead", () => {
  const without = Object.fromEntries(
    Object.keys(base)
      .filter((path) => path.startsWith("data/datasets/stops-1/"))
      .map((path) => [path, null]),
  );
  const after = Object.fromEntries(
    Object.entries({ ...base, ...without }).filter(([, content]) => content !== null),
  ) as Record<string, string>;
  const repository = readRepository(treeOf(after), committed(base));
  const result = buildReview(
    before,
    { repository, findings: checkRepository(repository), quality: new Map() },
    [],
  );
  expect(result.verdict).toBe("blocked");
  expect(result.datasets).toMatchObject([{ id: "stops-1", kind: "removed" }]);
  expect(markdown(result)).toMatch(
    /^## Схвалити не можна[\s\S]*Поверніть теку і позначте набір вилученим/,
  );
});

test("a renamed folder is one renamed set, not a lost and a new one", () => {
  const moved = {
    [passport]: null,
    [table]: null,
    "data/datasets/bus-stops/datapackage.yaml": versioned(text).replace(
      "aliases: [old-1]",
      "aliases: [old-1, stops-1]",
    ),
    "data/datasets/bus-stops/stops.csv": csv(),
  };
  const result = review(moved);
  expect(result.datasets.map(({ id, kind, from }) => [id, kind, from])).toEqual([
    ["bus-stops", "renamed", "stops-1"],
  ]);
  expect(result.verdict).toBe("look");
  const silent = review({
    ...moved,
    "data/datasets/bus-stops/datapackage.yaml": text,
  });
  expect(silent.datasets.map(({ kind, from }) => [kind, from])).toEqual([["renamed", "stops-1"]]);
  expect(silent.verdict).toBe("blocked");
});

test("a withdrawal with its reason is for a person to see, and demands no version", () => {
  const result = review({
    [passport]: `${text}status: withdrawn\nwithdrawn: { date: 2026-11-20, reason: Дублює інший набір }\n`,
  });
  expect([result.verdict, result.datasets[0]?.kind]).toEqual(["look", "withdrawn"]);
});

test("one wrong row: the clerk's error comes first, with its cell and what to do", () => {
  const report = markdown(review({ [table]: csv([...rows.slice(0, 19), "20,Зупинка 20,дві\n"]) }));
  expect(report).toMatch(
    /^## Схвалити не можна: 1 помилка\n\n### Що виправити\n\n- Колонка «platforms»: не ціле число [^\n]*C21[^\n]*\n {2}- де: `data\/datasets\/stops-1\/stops\.csv:21`\n {2}- що зробити: /,
  );
});

test("what was wrong before is not laid at this change's door, but stops it all the same", () => {
  const broken = sideOf({ ...base, [table]: csv([...rows.slice(0, 19), "20,Зупинка 20,дві\n"]) });
  const now = sideOf({
    ...base,
    [table]: csv([...rows.slice(0, 19), "20,Зупинка 20,дві\n"]),
    "data/datasets/stops-2/stops.csv": "id,name,platforms\n1,Нова,1\n2,Центр,1\n",
  });
  const result = buildReview(broken, now, []);
  expect([result.fresh.length, result.standing.length, result.verdict]).toEqual([0, 1, "blocked"]);
  expect(buildReview(broken, sideOf(base), []).mended).toHaveLength(1);
});

test("the portal's own code is for those who answer for it", () => {
  const result = review({}, ["src/portal.ts", ".github/workflows/check.yml"]);
  expect(result.verdict).toBe("look");
  expect(markdown(result)).toContain("Змінено 2 файли коду або налаштувань порталу");
});

test("personal data in changed cells are veiled in every form of the report", () => {
  const people = {
    [passport]: text.replace("title: Назва }", "title: Прізвище, ім’я та по батькові }"),
    [table]: csv(rows.map((row) => row.replace(/Зупинка \d+/, "Коваленко Олена Петрівна"))),
  };
  const result = review(people);
  for (const report of [
    markdown(result),
    renderBlocksText(reviewBlocks(result, () => undefined)),
    JSON.stringify(result),
  ])
    expect(report).not.toMatch(/Коваленко|Олена|Петрівна/);
});

test("numbers and codes of a column with nothing personal in it are shown as they are", () => {
  const codes = (value: string) =>
    csv(rows.map((row, index) => (index === 0 ? `1,${value},1\n` : row)));
  const old = sideOf({ ...base, [table]: codes("1152810000") });
  const now = sideOf({ ...base, [table]: codes("3510100000") });
  const [change] = buildReview(old, now, []).datasets[0]?.tables ?? [];
  expect(change?.changed.shown[0]?.cells).toEqual([
    { column: "name", before: "1152810000", after: "3510100000" },
  ]);
});

test("cells cannot speak to GitHub or the runner: no mention, link, tag, command or broken table", () => {
  const hostile = [
    "@council/admins",
    "<img src=x onerror=alert(1)>",
    "[тут](javascript:alert(1))",
    "https://evil.example/?x",
    "a|b`c``d",
    "::error::взлом",
    "#1 GH-2 deadbeefdeadbeefdeadbeefdeadbeefdeadbeef",
    "\u202eтрап",
  ];
  const lines = rows.map((row, index) =>
    index < hostile.length ? `${index + 1},"${hostile[index]}",1\n` : row,
  );
  const result = review({
    [table]: csv(lines),
    [passport]: text.replace(
      /title: ".*"/,
      'title: "@everyone <script>alert(1)</script> https://evil.example"',
    ),
  });
  const report = markdown(result);
  // Outside code, nothing that GitHub makes live.
  const prose = report.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, "");
  expect(prose).not.toMatch(
    /@[\p{L}\d]|<(?!\/?(details|summary)>)|javascript:|https?:\/\/|\u202e/u,
  );
  const plain = renderBlocksText(reviewBlocks(result, () => undefined));
  expect(plain).not.toMatch(/^::/m);
  expect(plain).not.toContain("\u202e");
  // Every row of a table has as many cells as its head.
  for (const block of report.match(/(?:^\|.*\|\n)+/gm) ?? []) {
    const widths = block
      .trim()
      .split("\n")
      .map((row) => row.split(/(?<!\\)\|/).length);
    expect(new Set(widths).size).toBe(1);
  }
});

test("a comment longer than GitHub takes is cut between blocks and says so", () => {
  const result = review({
    [table]: csv(rows.slice(1)),
    [passport]: text.replace("Перелік зупинок", "Список"),
  });
  const blocks = reviewBlocks(result, () => undefined);
  const cut = renderMarkdown(blocks, 400);
  expect(cut.length).toBeLessThanOrEqual(400);
  expect(cut).toMatch(/^## Можна схвалити/);
  expect(cut).toContain("Звіт обрізано");
});
