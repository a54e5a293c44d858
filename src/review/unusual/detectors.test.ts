import { describe, expect, test } from "vitest";
import { findAlike } from "./kinds/alike.ts";
import { findCategory } from "./kinds/category.ts";
import { findCopies } from "./kinds/copies.ts";
import { findDates } from "./kinds/dates.ts";
import { findMagnitude } from "./kinds/magnitude.ts";
import { findNulls } from "./kinds/nulls.ts";
import { findRepeated } from "./kinds/repeated.ts";
import { findRowJump } from "./kinds/rows.ts";
import { findSign } from "./kinds/sign.ts";
import { findSumJump } from "./kinds/sums.ts";
import { type ColumnPair, quantile, type Unusual, widestGap } from "./subject.ts";

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
    [
      "in a column of seven numbers and blanks",
      column([...range(1, 7), "", "", ""], { added: ["-5"] }),
    ],
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
  test("of one figure nobody can tell where its point was, however small it is", () => {
    for (const [was, is] of [
      ["0.00000001", "0.0000001"],
      ["0.0005", "0.005"],
      ["500", "5000"],
    ] as const)
      expect(findMagnitude(column([5], { changed: [[was, is]] }))).toEqual([]);
    for (const [was, is] of [
      ["0.000000015", "0.00000015"],
      ["0.0105", "0.105"],
      ["1050", "105"],
    ] as const)
      expect(findMagnitude(column([5], { changed: [[was, is]] }))).toHaveLength(1);
  });
  test("one old number far from the rest lets new ones lie as far, and half as far again", () => {
    const leapt = [...prices, 10_000];
    expect(findMagnitude(column(leapt, { added: ["300000"] }))).toEqual([]);
    expect(findMagnitude(column(leapt, { changed: [["", "300000"]] }))).toEqual([]);
    expect(findMagnitude(column(leapt, { added: ["10000000", "0.01"] }))).toHaveLength(1);
    expect(findMagnitude(column(prices, { added: ["20"] }))).toHaveLength(1);
    expect(findMagnitude(column(prices, { changed: [["0", "900000"]] }))).toHaveLength(1);
  });
  test("codes, words, blanks and nought have no size", () => {
    for (const pair of [
      column(prices, { added: ["1e400", "н/д"], changed: [["100", "н/д"]] }),
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
  test("blanks are no dates: they neither make a habit nor break one", () => {
    const blanks = ["", "", ""];
    expect(
      findDates(column([...days.slice(0, 7), ...blanks], { kind: "date", added: ["1924-01-05"] })),
    ).toEqual([]);
    expect(
      findDates(column([...days, ...blanks], { kind: "date", added: ["1924-01-05"] })),
    ).toHaveLength(1);
  });
  test("a column that once left out ten years may leave out ten again", () => {
    const old = [...days, "2014-01-01"];
    expect(findDates(column(old, { kind: "date", added: ["2034-01-01"] }))).toEqual([]);
    expect(findDates(column(old, { kind: "date", added: ["2036-01-01"] }))).toEqual([]);
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
  test("blanks are no values, neither of old rows nor of new ones", () => {
    expect(repeated({ added: ["A5"] }, [...ids, "", ""])).toHaveLength(1);
    expect(repeated({ added: ["", ""], changed: [["A1", ""]] })).toEqual([]);
    expect(repeated({})).toEqual([]);
  });
  test("twenty values make identifiers; among many new ones some repeat by chance", () => {
    expect(repeated({ added: ["A5"] }, ids.slice(0, 20))).toHaveLength(1);
    const fresh = (again: number) => [
      ...ids.slice(0, again),
      ...range(1, 20 - again).map((at) => `B${at}`),
    ];
    expect(repeated({ added: fresh(3) })).toEqual([]);
    expect(repeated({ added: fresh(4) })).toHaveLength(1);
  });
  test("codes with points in them are no measures", () => {
    for (const name of [(at: number) => `К${at}.5`, (at: number) => `${at}.10.1`])
      expect(repeated({ added: [name(5)] }, range(1, 30).map(name))).toHaveLength(1);
    expect(
      repeated(
        { added: ["10.25"] },
        range(10, 40).map((at) => `${at}.25`),
      ),
    ).toEqual([]);
  });
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
    expect([emptied(3).length, emptied(2).length, emptied(1).length]).toEqual([1, 0, 0]);
    const some = (written: [string, string]) => Array<[string, string]>(20).fill(written);
    expect(findNulls(column(old, { changed: some(["5", "6"]) }))).toEqual([]);
    expect(
      findNulls(column(old, { changed: [...some(["5", ""]), ...some(["5", "6"])] })),
    ).toHaveLength(1);
    // A fifth was blank: of a hundred, twelve more may be by chance.
    const fifth = range(1, 100).map((at) => (at % 5 === 0 ? "" : "5"));
    expect(findNulls(column(fifth, { changed: some(["5", ""]).slice(0, 12) }))).toEqual([]);
    expect(told(findNulls(column(fifth, { changed: some(["5", ""]).slice(0, 13) })))).toEqual([
      ["nulls", "0.2", "0.33", 13, ["", "", "", "", ""]],
    ]);
    // As many were filled as were emptied.
    const swapped = [...Array(10).fill(["5", ""]), ...Array(10).fill(["", "5"])] as [
      string,
      string,
    ][];
    expect(findNulls(column(old, { changed: swapped }))).toEqual([]);
  });
  test("new rows emptier than any stretch of rows ever was", () => {
    const blankAt = (length: number, ...places: number[]) =>
      range(0, length - 1).map((at) => (places.includes(at) ? "" : "5"));
    const came = (rows: number, blank: number) =>
      range(1, rows).map((at) => (at <= blank ? "" : "5"));
    const nulls = (old: string[], added: string[]) => told(findNulls(column(old, { added })));
    expect(nulls(blankAt(20, 0, 5, 10, 15), came(5, 3))).toEqual([
      ["nulls", "0.2", "0.6", 3, ["", "", ""]],
    ]);
    expect(nulls(blankAt(20, 5, 6, 7, 8), came(5, 3))).toEqual([]);
    expect(nulls(blankAt(20, 0, 1), came(5, 3))).toEqual([]);
    expect(nulls(blankAt(20, 18, 19), came(5, 3))).toEqual([]);
    // A tenth of blanks is no news, nor a third where a seventh was blank.
    expect(nulls(blankAt(100), came(30, 3))).toEqual([]);
    expect(
      nulls(
        range(0, 99).map((at) => (at % 7 === 0 ? "" : "5")),
        came(28, 9),
      ),
    ).toEqual([]);
    // More rows came than there were: the share of all of them is what they are held to.
    expect(nulls(blankAt(10, 0, 1), came(12, 4))).toEqual([]);
    expect(nulls(blankAt(10, 0, 1), came(12, 6))).toHaveLength(1);
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
      [rows(20, 29), rows(7, 100), rows(8, 30), rows(100, 120), rows(100, 121)].map(
        ({ length }) => length,
      ),
    ).toEqual([0, 0, 1, 0, 1]);
  });
});

test("the value below which a share lies, and the widest step", () => {
  const sorted = Float64Array.from([1, 2, 3, 10]);
  expect([0, 0.25, 0.5, 0.99, 1].map((share) => quantile(sorted, share))).toEqual([
    1, 2, 3, 10, 10,
  ]);
  expect([widestGap(sorted), widestGap(Float64Array.of(5))]).toEqual([7, 0]);
});

describe("many cells changed alike", () => {
  const alike = (changed: [string, string][], more: object = {}, rows = 40) =>
    told(findAlike(column(range(1, rows), { changed, ...more })));
  const many = (count: number, make: (at: number) => [string, string]) =>
    range(1, count).map((at) => make(at));
  const words = { kind: "text" };
  test("one value became another: in ten rows, and in a twentieth of them", () => {
    const swap = (count: number) => many(count, () => ["а", "б"]);
    expect(alike(swap(10), words)).toEqual([["replaced", "а", "б", 10, Array(5).fill("б")]]);
    expect(alike(swap(9), words)).toEqual([]);
    expect(alike(swap(19), words, 400)).toEqual([]);
    expect(alike(swap(20), words, 400)).toHaveLength(1);
    expect(alike([...many(12, () => ["а", ""] as [string, string]), ...swap(10)], words)).toEqual([
      ["replaced", "а", "б", 10, Array(5).fill("б")],
    ]);
  });
  test("emptied cells are told as such, and not here", () => {
    expect(
      alike(
        many(12, () => ["а", ""]),
        words,
      ),
    ).toEqual([]);
    expect(
      alike(
        many(12, (at) => [`а${at}`, ""]),
        words,
      ),
    ).toEqual([]);
  });
  test("numbers multiplied by one number: in ten rows, and in more than half of what changed", () => {
    const kopecks = (count: number) => many(count, (at) => [`${at * 7}`, `${at * 700}`]);
    const others = (count: number) => many(count, (at) => [`${at * 7}`, `${at * at + 1000}`]);
    expect(alike(kopecks(10))).toEqual([
      ["rescaled", "", "100", 10, ["700", "1400", "2100", "2800", "3500"]],
    ]);
    expect(alike(kopecks(9))).toEqual([]);
    expect(alike([...kopecks(11), ...others(10)])).toHaveLength(1);
    expect(alike([...kopecks(10), ...others(10)])).toEqual([]);
    expect(alike(kopecks(12), { code: true })).toEqual([]);
    expect(alike(kopecks(12), words)).toEqual([]);
    expect(alike(many(12, (at) => [`${at}`, `${at}.0`]))).toEqual([]);
    expect(alike(many(12, (at) => [`${at}`, `-${at}`]))).toEqual([]);
  });
  test("three values and more became one: in ten rows, and in more than half of what changed", () => {
    const one = (count: number, values: number) => many(count, (at) => [`а${at % values}`, "Інше"]);
    const others = (count: number) => many(count, (at) => [`б${at}`, `в${at}`]);
    expect(alike(one(10, 10), words)).toEqual([
      ["collapsed", "10", "Інше", 10, Array(5).fill("Інше")],
    ]);
    expect(alike(one(10, 3), words)).toHaveLength(1);
    expect(alike(one(18, 2), words)).toEqual([]);
    expect(alike(one(9, 9), words)).toEqual([]);
    expect(alike([...one(9, 9), ...others(1)], words)).toEqual([]);
    expect(alike([...one(11, 11), ...others(10)], words)).toHaveLength(1);
    expect(alike([...one(10, 10), ...others(10)], words)).toEqual([]);
  });
});

describe("rows that repeat others", () => {
  const place = (index: number) => ({ ...column([]), index, oldIndex: index });
  /** A register: a key, a code each row has for itself, and what may repeat. */
  const row = (at: number, same = at) => [`${at}`, `К-${at}`, `Робота ${same}`, `${same * 10}`, ""];
  const before = range(1, 20).map((at) => row(at));
  const copies = (
    fresh: readonly (readonly string[])[],
    { key = [0], old = before, columns = [0, 1, 2, 3, 4].map(place) } = {},
  ) =>
    told(
      findCopies({
        before: old,
        after: [...old, ...fresh],
        added: range(old.length, old.length + fresh.length - 1),
        key,
        columns,
      }),
    );
  const again = (count: number, from = 100) => range(1, count).map((at) => row(from + at, at));
  const anew = (count: number) => range(1, count).map((at) => row(200 + at));
  test("in everything but the key and what each row has for itself: five of them, and a fifth of those that came", () => {
    expect(copies(again(5))).toEqual([["copies", "0", "1", 5, Array(5).fill("")]]);
    expect(copies(again(4))).toEqual([]);
    expect(copies([...again(5), ...anew(20)])).toEqual([]);
    expect(copies([...again(6), ...anew(20)])).toEqual([
      ["copies", "0", `${6 / 26}`, 6, Array(5).fill("")],
    ]);
    expect(copies([...again(4), ...anew(20)])).toEqual([]);
    // New rows that repeat one another do so too.
    expect(copies(Array.from({ length: 6 }, (_, at) => row(100 + at, 50)))).toHaveLength(1);
  });
  test("without a key, too; where only one column may repeat, it says nothing", () => {
    expect(copies(again(6), { key: [] })).toHaveLength(1);
    expect(copies(again(6), { columns: [0, 1, 2].map(place) })).toEqual([]);
    expect(copies(again(6), { columns: [0, 1, 2, 3].map(place) })).toHaveLength(1);
    expect(copies(again(6), { columns: [0, 2, 3].map(place), key: [0, 3] })).toEqual([]);
  });
  test("a table in which rows always repeated may repeat them", () => {
    const old = range(1, 20).map((at) => row(at, 1 + (at % 10)));
    expect(copies([...again(6), ...anew(3)], { old })).toEqual([]);
  });
  test("columns that changed their places are compared by their new ones", () => {
    const moved = [0, 1, 3, 2, 4].map((oldIndex, index) => ({ ...place(index), oldIndex }));
    expect(copies(again(6), { columns: moved })).toEqual([
      ["copies", "0", "1", 6, Array(5).fill("")],
    ]);
  });
});
