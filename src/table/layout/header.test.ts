import { describe, expect, test } from "vitest";
import { tableSchema } from "../../schemas/data/table-schema.ts";
import { guessStructure } from "./guess-structure.ts";
import { declaredFields, foldName, publishedLayout, titlesOf } from "./header.ts";

const { fields } = tableSchema.parse({
  fields: [
    { name: "id", type: "string", title: "Номер" },
    { name: "stopName", type: "string", title: "Назва зупинки" },
    { name: "platforms", type: "integer", title: "Кількість платформ" },
  ],
});

test("titles that mark a header are those of the structure and the known ones, folded", () => {
  expect(titlesOf({ fields, knownTitles: new Set(["адреса"]) })).toEqual(
    new Set(["адреса", "номер", "назвазупинки", "кількістьплатформ"]),
  );
  expect(titlesOf({})).toEqual(new Set());
});

describe("a published file", () => {
  const layout = (...lines: string[]) =>
    publishedLayout(
      lines.map((line) => line.split("|")),
      { fields },
    );
  const names = ["id", "stopName", "platforms"];
  const plain = {
    rows: ["names"],
    texts: names.map((name) => new Set([name])),
    names,
    titles: [undefined, undefined, undefined],
    fields: names,
  };
  const titled = {
    ...plain,
    rows: ["names", "header"],
    titles: ["НОМЕР", "Назва", "кількість платформ"],
    texts: [
      new Set(["id", "НОМЕР"]),
      new Set(["stopName", "Назва"]),
      new Set(["platforms", "кількість платформ"]),
    ],
  };
  test.each<[situation: string, lines: string[], expected: object]>([
    ["has its names in the first row", ["id|stopName|platforms", "1|Вокзал|2"], plain],
    [
      "may have titles in the second",
      ["id|stopName|platforms", "НОМЕР|Назва|кількість платформ"],
      titled,
    ],
    [
      "has one cell there that is a title: no titles",
      ["id|stopName|platforms", "Номер|Вокзал|2"],
      plain,
    ],
    ["has one title alone there: no titles", ["id|stopName|platforms", "Номер||"], plain],
    [
      "has cells there of which half are titles",
      ["id|stopName", "Номер|Вокзал"],
      {
        ...titled,
        names: ["id", "stopName"],
        fields: ["id", "stopName"],
        titles: ["Номер", "Вокзал"],
        texts: [new Set(["id", "Номер"]), new Set(["stopName", "Вокзал"])],
      },
    ],
    [
      "has blanks beside its titles",
      ["id|stopName|a|b|c", "Номер|Назва зупинки| | |"],
      {
        rows: ["names", "header"],
        names: ["id", "stopName", "a", "b", "c"],
        fields: ["id", "stopName", "a", "b", "c"],
        titles: ["Номер", "Назва зупинки", " ", " ", ""],
        texts: [
          new Set(["id", "Номер"]),
          new Set(["stopName", "Назва зупинки"]),
          new Set(["a", " "]),
          new Set(["b", " "]),
          new Set(["c", ""]),
        ],
      },
    ],
    ["has no second row", ["id|stopName|platforms"], plain],
    [
      "has titles for two columns of three",
      ["id|stopName|platforms", "Номер|Назва зупинки"],
      {
        ...titled,
        titles: ["Номер", "Назва зупинки", undefined],
        texts: [
          new Set(["id", "Номер"]),
          new Set(["stopName", "Назва зупинки"]),
          new Set(["platforms", ""]),
        ],
      },
    ],
  ])("%s", (_, lines, expected) => expect(layout(...lines)).toEqual(expected));

  test("is empty", () => {
    expect(publishedLayout([], {})).toEqual({
      rows: ["names"],
      texts: [],
      names: [],
      titles: [],
      fields: [],
    });
  });
});

test.each([
  ["currencyCode.1", "currencycode2"],
  ["currencyCode2", "currencycode2"],
  ["Stop_Name", "stopname"],
  ["stop\u200bName ", "stopname"],
  ["nаme", "name"],
  ["v1.10", "v110"],
])("a name compared: %s → %s", (name, folded) => expect(foldName(name)).toBe(folded));

test.each<[situation: string, name: string, title: string | undefined, field: string | undefined]>([
  ["its name", "platforms", undefined, "platforms"],
  ["its name in other letters", "STOP_NAME", undefined, "stopName"],
  ["its title for a name", "назва  зупинки", undefined, "stopName"],
  ["its title under a strange name", "c1", "Номер", "id"],
  ["another title over its name", "id", "Назва зупинки", "id"],
  ["nothing of the structure", "note", "Примітка", undefined],
])("a column's field is found by %s", (_, name, title, field) => {
  const layout = { rows: [], texts: [], names: [name], titles: [title], fields: [name] };
  expect(declaredFields(layout, fields).map((one) => one?.name)).toEqual([field]);
  expect(declaredFields(layout)).toEqual([undefined]);
});

test("of two fields whose names differ in marks the column has the one it is written as", () => {
  const alike = tableSchema.parse({
    fields: ["stop_name", "stopName"].map((name) => ({ name, type: "string", title: name })),
  }).fields;
  const layout = { rows: [], texts: [], names: ["stopName"], titles: [undefined], fields: [] };
  expect(declaredFields(layout, alike).map((one) => one?.name)).toEqual(["stopName"]);
});

describe("the structure a table has", () => {
  const of = (...names: string[]) => names.map((name) => ({ name, title: `Про ${name}` }));
  const guess = (
    columns: { name: string; title?: string }[],
    candidates: Record<string, string[]>,
  ) =>
    guessStructure(
      columns,
      Object.entries(candidates).map(([id, names]) => ({ id, fields: of(...names) })),
    );
  const named = (...names: string[]) => names.map((name) => ({ name }));
  test.each<
    [
      situation: string,
      columns: { name: string; title?: string }[],
      candidates: Record<string, string[]>,
      guess: object | undefined,
    ]
  >([
    [
      "all its columns",
      named("a", "b", "c"),
      { x: ["a", "b", "c"] },
      { id: "x", matched: 3, of: 3 },
    ],
    [
      "half of both",
      named("a", "b", "c", "d", "e", "f"),
      { x: ["a", "b", "c", "g", "h", "i"] },
      { id: "x", matched: 3, of: 6 },
    ],
    [
      "less than half",
      named("a", "b", "c", "d", "e", "f", "k"),
      { x: ["a", "b", "c", "g", "h", "i"] },
      undefined,
    ],
    ["two columns are chance", named("a", "b"), { x: ["a", "b"] }, undefined],
    [
      "the one that has more of them",
      named("a", "b", "c", "d"),
      { x: ["a", "b", "c"], y: ["a", "b", "c", "d"], z: ["a", "b", "c", "e"] },
      { id: "y", matched: 4, of: 4 },
    ],
    [
      "of two alike the one whose names are written the same",
      named("a", "B", "c"),
      { x: ["a", "b", "c"], y: ["a", "B", "c"] },
      { id: "y", matched: 3, of: 3 },
    ],
    [
      "titles for names",
      named("про a", "ПРО B", "Про c"),
      { x: ["a", "b", "c"] },
      { id: "x", matched: 3, of: 3 },
    ],
    [
      "titles under strange names",
      [
        { name: "1", title: "Про a" },
        { name: "2", title: "Про b" },
        { name: "3", title: "Про c" },
      ],
      { x: ["a", "b", "c"] },
      { id: "x", matched: 3, of: 3 },
    ],
    ["none", named("a", "b", "c"), {}, undefined],
  ])("%s", (_, columns, candidates, expected) => {
    expect(guess(columns, candidates)).toEqual(expected);
  });
});
