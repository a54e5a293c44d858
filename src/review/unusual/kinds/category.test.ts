import { describe, expect, test } from "vitest";
import { column, range, told } from "../../../test/fixtures/column-pair.ts";
import { findCategory } from "./category.ts";

describe("a new value among few", () => {
  const kinds = range(1, 40).map((at) => ["липа", "клен"][at % 2] ?? "");
  const category = (old: readonly string[], more: object) =>
    findCategory(column(old, { kind: "text", ...more }));
  test("is news, and told once however often it came", () =>
    expect(told(category(kinds, { added: ["дуб", "дуб", "липа"] }))).toEqual([
      ["category", "2", "1", 2, ["дуб"]],
    ]));
  test("is none in a column of many, of few cells, of numbers, or of values met once", () => {
    expect(category(range(1, 40).map(String), { added: ["дуб"] })).toEqual([]);
    expect(category(kinds.slice(0, 19), { added: ["дуб"] })).toEqual([]);
    expect(findCategory(column(kinds, { kind: "number", added: ["дуб"] }))).toEqual([]);
    expect(category([...kinds, "дуб", "бук", "граб", "в’яз", "ясен"], { added: ["тис"] })).toEqual(
      [],
    );
  });
  test("of twenty cells and four of each value at least", () => {
    const each = (values: number, times: number) =>
      Array.from({ length: values * times }, (_, at) => `вид ${at % values}`);
    expect(category(each(5, 4), { added: ["дуб"] })).toHaveLength(1);
    expect(category(each(8, 3), { added: ["дуб"] })).toEqual([]);
  });
  describe("where some values were met twice", () => {
    const rare = range(1, 5).map((at) => `рідкісний ${at}`);
    const old = [...kinds.slice(0, 30), ...rare, ...rare];
    test("one more is news, two are expected", () => {
      expect(told(category(old, { added: ["дуб"] }))).toEqual([["category", "7", "1", 1, ["дуб"]]]);
      expect(category(old, { added: ["дуб", "бук"] })).toEqual([]);
    });
    test("ten new ones are news again, two of ten are not", () => {
      const fresh = range(1, 10).map((at) => `новий ${at}`);
      expect(told(category(old, { added: fresh }))).toEqual([
        ["category", "7", "10", 10, fresh.slice(0, 5)],
      ]);
      expect(category(old, { added: [...kinds.slice(0, 8), ...fresh.slice(0, 2)] })).toEqual([]);
    });
    test("forty new months of a table sorted by month are none", () => {
      const months = (from: number, to: number, times: number) =>
        range(from, to).flatMap((month) => Array(times).fill(`місяць ${month}`));
      expect(category(months(1, 10, 5), { added: months(11, 50, 1) })).toEqual([]);
    });
  });
  test("a value known, or none, is no news", () =>
    expect(category(kinds, { added: ["липа", ""] })).toEqual([]));
  test("in a table sorted by month the next month is no news", () => {
    const months = range(1, 6).flatMap((month) => Array(10).fill(`2024-0${month}`));
    expect(category(months, { added: Array(10).fill("2024-07") })).toEqual([]);
  });
});
