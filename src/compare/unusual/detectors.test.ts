import { describe, expect, test } from "vitest";
import { findCategory } from "./category.ts";
import { findDates } from "./dates.ts";
import { findMagnitude } from "./magnitude.ts";
import { findNulls } from "./nulls.ts";
import { findRepeated } from "./repeated.ts";
import { findRowJump } from "./rows.ts";
import { findSign } from "./sign.ts";
import { type ColumnPair, quantile, type Unusual, widestGap } from "./subject.ts";
import { findSumJump } from "./sums.ts";

/** A column: what it held, cells that changed («was → is»), cells of rows that came. */
const column = (
  old: readonly (string | number)[],
  {
    changed = [],
    added = [],
    ...more
  }: { changed?: [string, string][]; added?: string[] } & Partial<
    Omit<ColumnPair, "changed" | "added">
  > = {},
): ColumnPair => ({
  index: 2,
  oldIndex: 2,
  kind: "number",
  code: false,
  old: old.map(String),
  changed: changed.map(([before, after], row) => ({ row, before, after })),
  added: added.map((after, at) => ({ row: 100 + at, before: undefined, after })),
  ...more,
});
/** What is told: kind, was, is, how many, the cells. */
const told = (found: readonly Unusual[]) =>
  found.map(({ kind, was, is, count, spots }) => [
    kind,
    was,
    is,
    count,
    spots.map(({ after }) => after),
  ]);
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe("numbers below zero", () => {
  test("where none ever was", () =>
    expect(
      told(findSign(column(range(1, 8), { changed: [["1", "-5"]], added: ["-7", "0", "3"] }))),
    ).toEqual([["sign", "8", "-5", 2, ["-5", "-7"]]]));
  test.each<[string, ColumnPair]>([
    ["where one was before", column([-1, ...range(1, 9)], { added: ["-5"] })],
    ["in a column too short to have habits", column(range(1, 7), { added: ["-5"] })],
    ["in a column of words", column(range(1, 9), { added: ["-5"], kind: "text" })],
    ["nought is not below it", column(range(1, 9), { added: ["0", "-0", ""] })],
  ])("%s: nothing", (_, pair) => expect(findSign(pair)).toEqual([]));
});

describe("another order of magnitude", () => {
  const prices = [100, 110, 120, 130, 140, 150, 160, 170, 180];
  test("a value a thousand times the usual, rarest first", () =>
    expect(
      told(findMagnitude(column(prices, { changed: [["120", "120000"]], added: ["9000", "125"] }))),
    ).toEqual([["magnitude", "140", "120000", 2, ["120000", "9000"]]]));
  test("a point that moved, even in a short column; of «1» and «10» nobody can tell", () => {
    expect(told(findMagnitude(column([5], { changed: [["12.5", "125"]] })))).toEqual([
      ["magnitude", "", "125", 1, ["125"]],
    ]);
    expect(findMagnitude(column([5], { changed: [["1", "10"]] }))).toEqual([]);
    expect(findMagnitude(column([5], { changed: [["12.5", "12.6"]] }))).toEqual([]);
  });
  test("codes, words, blanks and nought have no size", () => {
    for (const pair of [
      column(prices, { added: ["900000"], code: true }),
      column(prices, { added: ["900000"], kind: "text" }),
      column(prices, { added: ["", "0"] }),
    ])
      expect(findMagnitude(pair)).toEqual([]);
  });
  test("a column that always leapt may leap again", () =>
    expect(
      findMagnitude(column([1, 10, 100, 1000, 10000, 5, 50, 500, 5000], { added: ["40000"] })),
    ).toEqual([]));
  test("two orders at once are a leap for thousands, not for small counts", () => {
    expect(told(findMagnitude(column([5], { changed: [["7", "3000"]] })))).toEqual([
      ["magnitude", "", "3000", 1, ["3000"]],
    ]);
    expect(findMagnitude(column([5], { changed: [["7", "900"]] }))).toEqual([]);
  });
});

describe("dates far from all others", () => {
  const days = range(1, 9).map((day) => `2024-01-0${day}`);
  const dates = (more: object) => findDates(column(days, { kind: "date", ...more }));
  test("farther than a year from a column that spans days", () =>
    expect(told(dates({ added: ["2025-01-09", "2025-01-11", "1924-01-05"] }))).toEqual([
      ["dates", "2024-01-01 – 2024-01-09", "2025-01-11", 2, ["2025-01-11", "1924-01-05"]],
    ]));
  test("within it, in too short a column, or no dates at all: nothing", () => {
    expect(dates({ added: ["2024-12-31", "2023-01-02"] })).toEqual([]);
    expect(findDates(column(days.slice(0, 7), { kind: "date", added: ["1924-01-05"] }))).toEqual(
      [],
    );
    expect(dates({ kind: "text", added: ["1924-01-05"] })).toEqual([]);
  });
  test("a column that once left out ten years may leave out ten again", () => {
    const old = [...days, "2014-01-01"];
    expect(findDates(column(old, { kind: "date", added: ["2034-01-01"] }))).toEqual([]);
    expect(findDates(column(old, { kind: "date", added: ["2044-01-01"] }))).toHaveLength(1);
  });
});

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
  test("a value known, or none, is no news", () =>
    expect(category(kinds, { added: ["липа", ""] })).toEqual([]));
  test("in a table sorted by month the next month is no news", () => {
    const months = range(1, 6).flatMap((month) => Array(10).fill(`2024-0${month}`));
    expect(category(months, { added: Array(10).fill("2024-07") })).toEqual([]);
  });
});

describe("a sum moved by corrections", () => {
  test("by more than a fifth; by new rows or by a fifth it is not", () => {
    const old = Array(10).fill("10");
    expect(told(findSumJump(column(old, { changed: [["10", "31"]] })))).toEqual([
      ["sum-jump", "100", "121", 1, []],
    ]);
    expect(findSumJump(column(old, { changed: [["10", "30"]] }))).toEqual([]);
    expect(findSumJump(column(old, { added: ["500"] }))).toEqual([]);
    expect(
      told(
        findSumJump(
          column(old, {
            changed: [
              ["10", ""],
              ["10", ""],
              ["10", "0"],
            ],
          }),
        ),
      ),
    ).toEqual([["sum-jump", "100", "70", 3, []]]);
  });
  test("of codes, of words, of seven numbers, of noughts: nothing", () => {
    for (const pair of [
      column(Array(10).fill("10"), { changed: [["10", "99"]], code: true }),
      column(Array(10).fill("10"), { changed: [["10", "99"]], kind: "text" }),
      column(Array(7).fill("10"), { changed: [["10", "99"]] }),
      column(Array(10).fill("0"), { changed: [["0", "99"]] }),
    ])
      expect(findSumJump(pair)).toEqual([]);
  });
});

describe("identifiers met again", () => {
  const ids = range(1, 30).map((at) => `A${at}`);
  const repeated = (more: object, old = ids) =>
    findRepeated(column(old, { kind: "text", ...more }));
  test("a value of another row, and one that came twice", () =>
    expect(told(repeated({ added: ["A5", "B1", "B1"] }))).toEqual([
      ["repeated", "30", "2", 2, ["A5", "B1"]],
    ]));
  test("a value that moved from its row to another is not met twice", () =>
    expect(
      repeated({
        changed: [
          ["A5", "A6"],
          ["A6", "A5"],
        ],
      }),
    ).toEqual([]));
  test("where values repeated before, were few or measures: nothing", () => {
    expect(repeated({ added: ["A5"] }, [...ids, "A1"])).toEqual([]);
    expect(repeated({ added: ["A5"] }, ids.slice(0, 19))).toEqual([]);
    expect(
      repeated(
        { added: ["1.5"] },
        range(1, 30).map((at) => `${at}.5`),
      ),
    ).toEqual([]);
    expect(findRepeated(column(ids, { added: ["A5"] }))).toEqual([]);
    expect(findRepeated(column(ids, { added: ["A5"], code: true }))).toHaveLength(1);
  });
});

describe("cells that were emptied, rows that came by the hundred", () => {
  test("more blanks than the column's habit", () => {
    const old = Array(100).fill("5");
    const emptied = (count: number) =>
      findNulls(column(old, { changed: Array(count).fill(["5", ""]) }));
    expect(told(emptied(20))).toEqual([["nulls", "0", "0.2", 20, ["", "", "", "", ""]]]);
    expect(emptied(1)).toEqual([]);
    // As many were filled as were emptied.
    const swapped = [...Array(10).fill(["5", ""]), ...Array(10).fill(["", "5"])] as [
      string,
      string,
    ][];
    expect(findNulls(column(old, { changed: swapped }))).toEqual([]);
  });
  test("more rows than there were, thirty at least", () => {
    const rows = (before: number, came: number) =>
      findRowJump({
        before: Array(before).fill([]),
        after: Array(before + came).fill([]),
        added: range(before, before + came - 1),
        key: [],
        columns: [],
      });
    expect(told(rows(20, 30))).toEqual([["row-jump", "20", "50", 30, []]]);
    expect(
      [rows(20, 29), rows(7, 100), rows(100, 120), rows(100, 121)].map(({ length }) => length),
    ).toEqual([0, 0, 0, 1]);
  });
});

test("the value below which a share lies, and the widest step", () => {
  const sorted = Float64Array.from([1, 2, 3, 10]);
  expect([0, 0.25, 0.5, 0.99, 1].map((share) => quantile(sorted, share))).toEqual([
    1, 2, 3, 10, 10,
  ]);
  expect([widestGap(sorted), widestGap(Float64Array.of(5))]).toEqual([7, 0]);
});
