import { describe, expect, test } from "vitest";
import type { TableChange } from "../model/reports/review.ts";
import { tableSchema } from "../schemas/data/table-schema.ts";
import type { DescribedTable } from "./described-table.ts";
import { compareTables } from "./tables.ts";

type Column = { name: string; type?: string; title?: string; constraints?: object };
type Told = { key?: string | string[]; personal?: string[]; fields?: Column[] };

/** A table of lines of cells parted by «|», the first of them its names; every column is text unless told otherwise. */
function tableOf(lines: readonly string[], { key, personal = [], fields = [] }: Told = {}) {
  const [header = [], ...rows] = lines.map((line) => line.split("|"));
  return {
    table: { header, rows: rows.map((cells, at) => ({ line: at + 2, cells })) },
    schema: tableSchema.parse({
      ...(key === undefined ? {} : { primaryKey: key }),
      fields: header.map((name) => ({
        name,
        title: name,
        type: "string",
        ...fields.find((field) => field.name === name),
      })),
    }),
    resource: "stops",
    file: "data/datasets/stops/stops.csv",
    personal: new Set(personal),
  } satisfies DescribedTable;
}
const none = { count: 0, shown: [] };
/** What is told of two tables in which nothing differs but how they are written. */
const alike = {
  resource: "stops",
  file: "data/datasets/stops/stops.csv",
  matched: "key",
  before: 3,
  after: 3,
  removed: none,
  changed: none,
  added: none,
  columns: { removed: [], added: [], renamed: [], retyped: [], reordered: false },
  fresh: [],
  unusual: [],
  totals: [],
};
const compare = (was: readonly string[], is: readonly string[], told: Told, toldNow = told) =>
  compareTables(tableOf(was, told), tableOf(is, toldNow));
const byId: Told = { key: "id" };
const stops = ["id|name|district", "1|Вокзал|Новий", "2|Центр|Новий", "3|Парк|Старий"];
const changedRow = (key: string, line: number, ...cells: [string, string, string][]) => ({
  key,
  line,
  cells: cells.map(([column, before, after]) => ({ column, before, after })),
});

describe("rows", () => {
  test.each<[situation: string, is: string[], told: Told, expected: object]>([
    ["the same file", stops, byId, { same: "writing" }],
    [
      "rows in another order, though the first cells of both ends are alike",
      ["id|name|district", "2|Центр|Новий", "1|Вокзал|Новий", "3|Парк|Старий"],
      byId,
      { same: "order" },
    ],
    [
      "a row of which nothing stayed but its key",
      [...stops.slice(0, 3), "3|Театр|Центральний"],
      byId,
      {
        changed: {
          count: 1,
          shown: [
            changedRow("3", 4, ["name", "Парк", "Театр"], ["district", "Старий", "Центральний"]),
          ],
        },
      },
    ],
    [
      "the names of two stops, put right, change places",
      ["id|name|district", "1|Центр|Новий", "2|Вокзал|Новий", "3|Парк|Старий"],
      byId,
      {
        changed: {
          count: 2,
          shown: [
            changedRow("1", 2, ["name", "Вокзал", "Центр"]),
            changedRow("2", 3, ["name", "Центр", "Вокзал"]),
          ],
        },
      },
    ],
    [
      "the same without a key: one row went, another came",
      [...stops.slice(0, 3), "4|Театр|Центральний"],
      {},
      {
        matched: "none",
        removed: {
          count: 1,
          shown: [
            changedRow(
              "рядок 4: 3 · Парк · Старий",
              4,
              ["id", "3", ""],
              ["name", "Парк", ""],
              ["district", "Старий", ""],
            ),
          ],
        },
        added: {
          count: 1,
          shown: [
            changedRow(
              "рядок 4: 4 · Театр · Центральний",
              4,
              ["id", "", "4"],
              ["name", "", "Театр"],
              ["district", "", "Центральний"],
            ),
          ],
        },
      },
    ],
    [
      "a key of two columns",
      [...stops.slice(0, 3), "3|Парк|Новий"],
      { key: ["id", "name"] },
      {
        changed: { count: 1, shown: [changedRow("3 · Парк", 4, ["district", "Старий", "Новий"])] },
      },
    ],
    [
      "the first row goes, and a row comes at the end",
      ["id|name|district", "2|Центр|Новий", "3|Парк|Старий", "4|Театр|Новий"],
      byId,
      {
        removed: {
          count: 1,
          shown: [
            changedRow("1", 2, ["id", "1", ""], ["name", "Вокзал", ""], ["district", "Новий", ""]),
          ],
        },
        added: {
          count: 1,
          shown: [
            changedRow("4", 4, ["id", "", "4"], ["name", "", "Театр"], ["district", "", "Новий"]),
          ],
        },
      },
    ],
  ])("%s", (_, is, told, expected) => {
    expect(compare(stops, is, told)).toEqual({ ...alike, ...expected });
  });

  test("a column of the key that one of the tables has not: rows are matched by their cells", () => {
    const told = { key: ["id", "part"] };
    const old = ["id|name", "1|Вокзал", "2|Центр", "3|Парк"];
    const now = ["id|name|part", "1|Вокзал|а", "2|Центр|а", "3|Парк|б"];
    const matched = (was: string[], is: string[]) => compare(was, is, told).matched;
    expect([matched(old, now), matched(now, old), matched(now, now)]).toEqual([
      "cells",
      "cells",
      "key",
    ]);
  });

  test("of many rows ten that went are shown, twenty changed ones and five that came", () => {
    const many = (from: number, to: number, name: string) =>
      Array.from({ length: to - from + 1 }, (_, at) => `${from + at}|${name}${from + at}`);
    const { removed, changed, added } = compare(
      ["id|name", ...many(1, 60, "а")],
      ["id|name", ...many(21, 60, "б"), ...many(101, 120, "в")],
      byId,
    );
    expect([removed, changed, added].map(({ count, shown }) => [count, shown.length])).toEqual([
      [20, 10],
      [40, 20],
      [20, 5],
    ]);
  });

  test("without a key a row is told by its first three cells, long ones cut at sixty letters", () => {
    const words = (length: number) => `${"слово ".repeat(20).slice(0, length - 1)}є`;
    const row = `${words(60)}|${words(61)}|в|г`;
    const { added } = compare(["a|b|c|d", "1|2|3|4"], ["a|b|c|d", "1|2|3|4", row], {});
    const cut = `${words(61).slice(0, 59)}…`;
    expect(added.shown).toEqual([
      changedRow(
        `рядок 3: ${words(60)} · ${cut} · в`,
        3,
        ["a", "", words(60)],
        ["b", "", cut],
        ["c", "", "в"],
        ["d", "", "г"],
      ),
    ]);
  });
});

test("a table that came is its columns and its first rows, and nothing in it is unusual", () => {
  const now = tableOf(["id|name", "1|Вокзал", "2|Вокзал", "3|Вокзал"], {
    key: "id",
    fields: [{ name: "id", type: "integer" }],
  });
  const row = (id: string, line: number) =>
    changedRow(id, line, ["id", "", id], ["name", "", "Вокзал"]);
  expect(compareTables({ ...now, table: { ...now.table, rows: [] } }, now)).toEqual({
    ...alike,
    before: 0,
    added: { count: 3, shown: [row("1", 2), row("2", 3), row("3", 4)] },
    fresh: [
      {
        name: "id",
        title: "id",
        type: "integer",
        filled: 3,
        distinct: 3,
        least: "1",
        most: "3",
        samples: ["1", "2", "3"],
      },
      {
        name: "name",
        title: "name",
        type: "string",
        filled: 3,
        distinct: 1,
        least: "",
        most: "",
        samples: ["Вокзал"],
      },
    ],
  });
});

describe("columns", () => {
  const columns = (was: readonly string[], is: readonly string[], told: Told = byId, now = told) =>
    compare(was, is, told, now).columns;
  const same = alike.columns;
  const rows = (count: number, cell: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => `${at + 1}|${cell(at)}`);

  test.each<[situation: string, is: string[], expected: object]>([
    ["one at the end", ["id|name|district|note", "1|Вокзал|Новий|x"], { added: ["note"] }],
    [
      "one at the front",
      ["note|id|name|district", "x|1|Вокзал|Новий"],
      { added: ["note"], reordered: true },
    ],
    ["the last two change places", ["id|district|name", "1|Новий|Вокзал"], { reordered: true }],
    ["the last comes first", ["district|id|name", "Новий|1|Вокзал"], { reordered: true }],
    ["one in the middle goes", ["id|district", "1|Новий"], { removed: ["name"] }],
    [
      "one goes and the others change places",
      ["district|id", "Новий|1"],
      { removed: ["name"], reordered: true },
    ],
  ])("%s", (_, is, expected) => {
    expect(columns(["id|name|district", "1|Вокзал|Новий"], is)).toEqual({ ...same, ...expected });
  });

  test("a type that is another is told", () => {
    const told = (type: string): Told => ({ key: "id", fields: [{ name: "name", type }] });
    expect(
      columns(["id|name", "1|5"], ["id|name", "1|5"], told("string"), told("integer")),
    ).toEqual({
      ...same,
      retyped: [{ column: "name", from: "string", to: "integer" }],
    });
  });

  test.each<
    [situation: string, was: (at: number) => string, is: (at: number) => string, renamed: boolean]
  >([
    ["all cells alike", (at) => `с${at}`, (at) => `с${at}`, true],
    ["nine of ten alike", (at) => `с${at}`, (at) => (at < 18 ? `с${at}` : "інше"), true],
    ["fewer than nine of ten", (at) => `с${at}`, (at) => (at < 17 ? `с${at}` : "інше"), false],
    ["both empty", () => "", () => "", false],
    ["empty cells filled", (at) => (at < 10 ? "так" : ""), () => "так", false],
    ["cells emptied", () => "так", (at) => (at < 10 ? "так" : ""), false],
    ["nearly empty, and alike", (at) => (at < 2 ? "так" : ""), (at) => (at < 2 ? "так" : ""), true],
  ])("a column that goes is the one that comes: %s", (_, was, is, renamed) => {
    expect(columns(["id|form", ...rows(20, was)], ["id|shape", ...rows(20, is)])).toEqual({
      ...same,
      ...(renamed
        ? { renamed: [{ from: "form", to: "shape" }] }
        : { removed: ["form"], added: ["shape"] }),
    });
  });

  test("two columns renamed at once, each to the one with its cells", () => {
    const cells = (at: number) => `а${at}|б${at}`;
    expect(
      columns(["id|one|two", ...rows(20, cells)], ["id|first|second", ...rows(20, cells)]),
    ).toEqual({
      ...same,
      renamed: [
        { from: "one", to: "first" },
        { from: "two", to: "second" },
      ],
    });
    // Two columns of the same cells: the first that came is the first that went, the other went.
    expect(
      columns(
        ["id|one|two", ...rows(20, (at) => `а${at}|а${at}`)],
        ["id|first", ...rows(20, (at) => `а${at}`)],
      ),
    ).toEqual({ ...same, removed: ["two"], renamed: [{ from: "one", to: "first" }] });
  });
});

describe("sums", () => {
  const totals = (fields: Column[], was: string[], is: string[], told: Told = {}) =>
    compare(was, is, { key: "id", fields, ...told }).totals;
  const number = (name: string, more: Partial<Column> = {}): Column => ({
    name,
    type: "number",
    ...more,
  });

  test.each<[situation: string, field: Column, totals: TableChange["totals"]]>([
    ["a number", number("sum"), [{ column: "sum", before: 30.3, after: 40.4 }]],
    [
      "a whole number",
      number("sum", { type: "integer" }),
      [{ column: "sum", before: 30.3, after: 40.4 }],
    ],
    ["a text of figures", number("sum", { type: "string" }), []],
    ["numbers of which each is another", number("sum", { constraints: { unique: true } }), []],
    ["latitudes", number("sum", { title: "Широта" }), []],
    ["codes of offices", number("sum", { title: "ЄДРПОУ" }), []],
  ])("%s", (_, field, expected) => {
    expect(
      totals([field], ["id|sum", "1|10.1", "2|20.2", "3|"], ["id|sum", "1|20.2", "2|20.2", "3|"]),
    ).toEqual(expected);
  });

  test("of one person's column, of one that has a word among numbers, of the key none is told", () => {
    const was = ["id|sum", "1|10", "2|20"];
    const is = ["id|sum", "1|10", "2|25"];
    expect(totals([number("sum")], was, is, { personal: ["sum"] })).toEqual([]);
    expect(totals([number("sum")], ["id|sum", "1|десять", "2|20"], is)).toEqual([]);
    expect(totals([number("sum")], was, ["id|sum", "1|десять", "2|25"])).toEqual([]);
    expect(totals([number("id")], was, [...is, "3|1"])).toEqual([]);
  });
});

describe("what may be personal", () => {
  const shown = (column: Column, was: string, is: string, personal: string[] = []) =>
    compare(["id|x", `1|${was}`], ["id|x", `1|${is}`], {
      key: "id",
      personal,
      fields: [{ ...column, name: "x" }],
    }).changed.shown[0]?.cells;
  const text: Column = { name: "x" };
  test.each<
    [
      situation: string,
      column: Column,
      was: string,
      is: string,
      personal: string[],
      told: [string, string],
    ]
  >([
    [
      "figures of a column with nobody in it",
      text,
      "0671234567",
      "-12.5",
      [],
      ["0671234567", "-12.5"],
    ],
    [
      "the same in a column with somebody",
      text,
      "0671234567",
      "-12.5",
      ["x"],
      ["**********", "-**.*"],
    ],
    [
      "figures in words are read as words",
      text,
      "т. 0671234567",
      "0671234567 т.",
      [],
      ["т. 06*****567", "06*****567 т."],
    ],
    [
      "figures in a column of tax numbers",
      { name: "x", title: "РНОКПП" },
      "3184710691",
      "3184710692",
      [],
      ["**********", "**********"],
    ],
    [
      "figures in a column of passports",
      { name: "x", title: "Номер паспорта" },
      "001234567",
      "001234568",
      [],
      ["*********", "*********"],
    ],
    [
      "a day in a column of days",
      { name: "x", type: "date" },
      "2026-01-02",
      "2026-01-03",
      [],
      ["2026-01-02", "2026-01-03"],
    ],
    [
      "a day of birth",
      { name: "x", type: "date", title: "Дата народження" },
      "1985-01-02",
      "1985-01-03",
      [],
      ["****-**-**", "****-**-**"],
    ],
    [
      "a year of birth",
      { name: "x", title: "Рік народження" },
      "1985",
      "1986",
      [],
      ["****", "****"],
    ],
    [
      "a person in a column of days",
      { name: "x", type: "date" },
      "Коваленко Олена Петрівна",
      "2026-01-03",
      ["x"],
      ["К*** О*** П***", "****-**-**"],
    ],
    [
      "a name in a column of names",
      { name: "x", title: "Прізвище" },
      "Коваленко",
      "Бондар",
      [],
      ["К***", "Б***"],
    ],
  ])("%s", (_, column, was, is, personal, [before, after]) => {
    expect(shown(column, was, is, personal)).toEqual([{ column: "x", before, after }]);
  });
});

test("more than a dozen unusual things: the first twelve are told, with the rows that show them", () => {
  const names = Array.from({ length: 14 }, (_, at) => `n${at}`);
  const line = (id: number, cell: (at: number) => string) =>
    [id, ...names.map((_, at) => cell(at))].join("|");
  const was = [
    ["id", ...names].join("|"),
    ...Array.from({ length: 40 }, (_, at) => line(at + 1, (n) => String(100 + n + at))),
  ];
  const is = [...was.slice(0, 40), line(40, () => "900000")];
  const { unusual } = compare(was, is, {
    key: "id",
    fields: names.map((name) => ({ name, type: "integer" })),
  });
  expect(unusual).toHaveLength(12);
  expect(unusual[0]).toMatchObject({
    column: "n0",
    spots: [{ key: "40", line: 41, before: "139", after: "900000" }],
  });
});
