import { describe, expect, test } from "vitest";
import { type Field, tableSchema } from "../../schemas/data/table-schema.ts";
import { columnOf } from "../../test/fixtures/column-of.ts";
import { keysOf } from "../keys.ts";

/** Problems of a column: kind, what was expected, how many and where. */
const problemsOf = (values: readonly string[], field: object) =>
  columnOf(values, { field }).problems.map(({ kind, expected, count, first }) => [
    kind,
    expected,
    count,
    first.map(({ line }) => line),
  ]);
const marksOf = (...values: readonly string[]) =>
  Object.fromEntries(
    Object.entries(columnOf(values).marks).map(([mark, tallied]) => [mark, tallied?.count]),
  );

describe("a cell against what its structure promises", () => {
  const required = { constraints: { required: true } };
  test.each<[string, string[], object, unknown[]]>([
    ["required", ["x", "", " ", "y"], required, [["required", "значення", 2, [3, 4]]]],
    [
      "unique, blanks apart",
      ["x", "", "y", "", "x"],
      { constraints: { unique: true } },
      [["unique", "без повторів", 1, [6]]],
    ],
    [
      "one of a list",
      ["так", "ні", "мабуть"],
      { constraints: { enum: ["так", "ні"] } },
      [["enum", "так, ні", 1, [4]]],
    ],
    [
      "between two limits, both allowed",
      ["1", "5", "0", "6"],
      { type: "integer", constraints: { minimum: 1, maximum: 5 } },
      [
        ["minimum", "1", 1, [4]],
        ["maximum", "5", 1, [5]],
      ],
    ],
    [
      "of a length, both limits allowed",
      ["аб", "абвг", "а", "абвгд"],
      { constraints: { minLength: 2, maxLength: 4 } },
      [
        ["minLength", "2", 1, [4]],
        ["maxLength", "4", 1, [5]],
      ],
    ],
    [
      "like a pattern, whole",
      ["12345678", "x12345678"],
      { constraints: { pattern: "\\d{8}" } },
      [["pattern", "\\d{8}", 1, [3]]],
    ],
    [
      "dates between two dates",
      ["2024-01-01", "2024-12-31", "2023-12-31"],
      { type: "date", constraints: { minimum: "2024-01-01", maximum: "2024-12-31" } },
      [["minimum", "2024-01-01", 1, [4]]],
    ],
    [
      "dates after the last",
      ["2024-12-31", "2025-01-01"],
      { type: "date", constraints: { maximum: "2024-12-31" } },
      [["maximum", "2024-12-31", 1, [3]]],
    ],
    [
      "moments of several zones after the first; of one without a zone nobody knows",
      [
        "2026-03-01T07:59:00-05:00",
        "2026-03-01T09:30:00+03:00",
        "2026-03-01T07:30",
        "2026-02-28T07:30",
      ],
      { type: "datetime", constraints: { minimum: "2026-03-01T08:00:00Z" } },
      [["minimum", "2026-03-01T08:00:00Z", 2, [3, 5]]],
    ],
    [
      "times between two times, written with seconds or without",
      ["00:00", "12:00:00", "12:00:01", "12:00:00.0"],
      { type: "time", constraints: { minimum: "00:00:00", maximum: "12:00" } },
      [["maximum", "12:00", 1, [4]]],
    ],
    ["of its type", ["1", "сім", "2.5"], { type: "integer" }, [["type", "integer", 2, [3, 4]]]],
  ])("%s", (_, values, field, problems) => expect(problemsOf(values, field)).toEqual(problems));
  test("what holds is no problem", () =>
    expect(problemsOf(["1", "", "2"], { type: "integer", constraints: { minimum: 1 } })).toEqual(
      [],
    ));
});

describe("a number is counted as it is meant", () => {
  test.each<[string, string[], [string | undefined, string | undefined, number | undefined]]>([
    ["plain", ["1", "2.5", "-3"], ["-3", "2.5", 1 / 6]],
    ["with a comma", ["1,5", "2,5"], ["1.5", "2.5", 2]],
    ["in groups of three", ["1 000", "2 000,5"], ["1000", "2000.5", 1500.25]],
    ["as Germans write", ["1.234,56", "2.000,00"], ["1234.56", "2000", 1617.28]],
    ["as Americans write", ["1,234.5", "2,000.5"], ["1234.5", "2000.5", 1617.5]],
    ["as accountants write", ["(1 234,5)", "(2 000)"], ["-2000", "-1234.5", -1617.25]],
    ["as money", ["5,50 грн.", "1 000 ₴", "$7"], ["5.5", "1000", 1012.5 / 3]],
    ["in thousands, which nobody counts", ["5 тис. грн", "7 грн", "5 млн грн"], ["7", "7", 7]],
    ["with a long minus", ["−5", "−7"], ["-7", "-5", -6]],
  ])("%s", (_, values, [minimum, maximum, mean]) => {
    const { profile } = columnOf(values);
    expect([profile.minimum, profile.maximum]).toEqual([minimum, maximum]);
    expect(profile.mean).toBeCloseTo(mean ?? 0, 10);
  });
  test("what only its neighbours could explain is not counted", () =>
    expect(columnOf(["1,234", "101,102"]).profile.minimum).toBeUndefined());
});

describe("the least and the greatest of moments are told as they are written", () => {
  test.each<[string, string, string[], [string?, string?]]>([
    [
      "of several zones",
      "datetime",
      ["2026-03-01T09:30+03:00", "2026-03-01T08:00Z", "2026-03-01T07:59-05:00"],
      ["2026-03-01T09:30+03:00", "2026-03-01T07:59-05:00"],
    ],
    [
      "one moment written in two ways",
      "datetime",
      ["2026-03-01T10:00+02:00", "2026-03-01T08:00Z"],
      ["2026-03-01T08:00Z", "2026-03-01T10:00+02:00"],
    ],
    [
      "with and without a zone: nobody knows",
      "datetime",
      ["2026-03-01T10:00", "2026-03-01T08:00Z"],
      [],
    ],
    [
      "times, some with seconds",
      "time",
      ["08:00:30", "08:00", "07:59:59"],
      ["07:59:59", "08:00:30"],
    ],
    ["days", "date", ["2026-03-02", "2026-03-01"], ["2026-03-01", "2026-03-02"]],
  ])("%s", (_, type, values, limits) => {
    const { minimum, maximum } = columnOf(values, { field: { type } }).profile;
    expect([minimum, maximum].filter((limit) => limit !== undefined)).toEqual(limits);
  });
});

test("a column knows how its times and numbers are written", () => {
  const formsOf = (type: string, values: string[]) =>
    columnOf(values, { field: { type } }).profile.forms;
  expect(formsOf("time", ["09:30", "11:00Z", "09:30", "09:30:00.5"])).toEqual([
    "hh:mm",
    "hh:mm:ss.s",
    "hh:mmZ",
  ]);
  expect(formsOf("datetime", ["2026-03-01T09:30:00+02:00"])).toEqual(["hh:mm:ssZ"]);
  expect(formsOf("number", ["1", " 1.5e-3", "2E5"])).toEqual(["exponent"]);
  expect(formsOf("number", ["1", "2.5"])).toBeUndefined();
  expect(formsOf("date", ["2026-03-01"])).toBeUndefined();
});

describe("what a column of numbers or words shows", () => {
  test("dashes beside pluses are values; alone they stand for nothing", () => {
    expect(marksOf("+", "-", "+")).not.toHaveProperty("missing-sign");
    expect(marksOf("5", "-", "7")).toMatchObject({ "missing-sign": 1 });
  });
  test("dates among numbers of houses, not among dates", () => {
    const named = (name: string, ...values: readonly string[]) =>
      columnOf(values, { name }).marks["excel-date"]?.count;
    const houses = ["12", "14а", "7/2", "2024-05-03", "9", "11", "13", "15"];
    expect(named("budynok", ...houses)).toBe(1);
    expect(named("note", ...houses)).toBeUndefined();
    expect(named("budynok", ...Array(8).fill("2024-05-03"))).toBeUndefined();
  });
  test("a text counted most often comes first, five of them at most", () => {
    const values = ["а", "б", "а", "в", "а", "б", "г", "ґ", "д", "г", "в", "ґ"];
    expect(columnOf(values).profile.top).toEqual([
      { value: "а", count: 3 },
      { value: "б", count: 2 },
      { value: "в", count: 2 },
      { value: "г", count: 2 },
      { value: "ґ", count: 2 },
    ]);
    expect(columnOf(["а", "б", "в"]).profile.top).toEqual([]);
  });
  test("values, blanks and different ones are counted", () => {
    const { count, missing, distinct } = columnOf(["а", "", "б", "а", "null"]).profile;
    expect([count, missing, distinct]).toEqual([5, 2, 2]);
  });
});

describe("the key of a row", () => {
  const fields = ["a", "b"].map((name) => ({ name, title: name })) as Field[];
  const schema = tableSchema.parse({ fields });
  const table = (...rows: readonly string[][]) => ({
    header: ["a", "b"],
    rows: rows.map((cells, at) => ({ line: at + 2, cells })),
  });
  test("is missing only where every part of it is", () =>
    expect(keysOf(table(["1", ""], ["", ""], ["", "2"]), schema, ["a", "b"])).toEqual([
      "1\u001f",
      undefined,
      "\u001f2",
    ]));
  test("tells «1, 23» from «12, 3»", () => {
    const [one, other] = keysOf(table(["1", "23"], ["12", "3"]), schema, ["a", "b"]);
    expect(one).not.toBe(other);
  });
  test("of one column is its cell", () =>
    expect(keysOf(table(["x", "y"]), schema, "b")).toEqual(["y"]));
});
