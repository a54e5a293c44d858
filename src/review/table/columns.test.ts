import { describe, expect, test } from "vitest";
import type { TableChange } from "../../model/reports/review.ts";
import {
  alike,
  byId,
  type Column,
  compare,
  type Told,
} from "../../test/fixtures/compared-tables.ts";

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
