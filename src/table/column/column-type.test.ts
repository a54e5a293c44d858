import { describe, expect, test } from "vitest";
import { columnOf } from "../../test/fixtures/column-of.ts";

const times = (count: number, value: string): string[] => Array(count).fill(value);

describe("the type that most cells are written in", () => {
  test.each<[situation: string, values: string[], type: string, name?: string]>([
    ["nothing", [], "string"],
    ["blanks", ["", ""], "string"],
    ["signs of no value alone", ["-", "н/д"], "string"],
    ["a number beside a sign of no value", ["-", "5"], "integer"],
    ["eight tenths are numbers", [...times(4, "5"), "сім"], "integer"],
    ["fewer are", [...times(3, "5"), "сім"], "string"],
    ["a code among numbers begins with a nought", [...times(4, "5"), "007"], "string"],
    ["a number of a house among fifty", [...times(49, "5"), "22Б"], "string"],
    ["one among a hundred", [...times(99, "5"), "22Б"], "integer"],
    ["codes by the column's name", ["12345678", "23456789"], "string", "edrpou"],
    ["numbers under the same in another column", ["12345678", "23456789"], "integer", "number"],
    ["days", ["2024-01-01", "03.04.2024", "5.6.24", "3/4/2024"], "date"],
    ["days in eight tenths", [...times(4, "2024-01-01"), "x1"], "date"],
    ["days in four tenths", [...times(2, "2024-01-01"), "а", "б", "в"], "string"],
    [
      "the same where the column is called a date",
      [...times(2, "2024-01-01"), "а", "б", "в"],
      "date",
      "date",
    ],
    ["fewer where it is called so", [...times(1, "2024-01-01"), "а", "б"], "string", "date"],
    ["days and moments", [...times(3, "2024-01-01"), ...times(2, "2024-01-02T09:30")], "datetime"],
    ["Excel's numbers of days in a column called a date", ["45000", "45001"], "date", "date"],
    ["the first day of 1927 and the last of 2118", ["10001", "79999"], "date", "date"],
    ["a number before them", ["45000", "10000"], "integer", "date"],
    ["a number after them", ["45000", "80000"], "integer", "date"],
    ["the same numbers in another column", ["45000", "45001"], "integer", "number"],
    ["hours", [...times(4, "09:30"), "9:30"], "time"],
    ["hours and a word", ["09:30", "09:40", "ранок"], "string"],
    ["yes and no", ["так", "ні", "true", "FALSE"], "boolean"],
  ])("%s", (_, values, type, name = "n") => expect(columnOf(values, { name }).type).toBe(type));

  test.each<[cell: string, type: "integer" | "number"]>([
    ["5.5", "number"],
    ["5.0", "integer"],
    ["1e5", "number"],
    ["1,5", "number"],
    ["5%", "number"],
    ["1 000", "integer"],
    ["1 000,5", "number"],
    ["1 000,25", "number"],
    ["1,234", "number"],
    ["1,234.5", "number"],
    ["1,234,567.125", "number"],
    ["1.234,5", "number"],
    ["5 грн", "integer"],
    ["1.000 грн", "integer"],
    ["5,50 грн", "number"],
    ["(5)", "integer"],
    ["(5,5)", "number"],
    ["5-", "integer"],
    ["−5", "integer"],
    ["−5,5", "number"],
    ["<5", "integer"],
    ["<0,5", "number"],
  ])("«%s» beside whole numbers makes a column of type %s", (cell, type) =>
    expect(columnOf(["7", cell, "8"]).type).toBe(type),
  );
});

/** Marks of a column → the lines of their first cells. */
const marksOf = (values: readonly string[], name?: string) =>
  Object.fromEntries(
    Object.entries(columnOf(values, name ? { name } : {}).marks).map(([mark, { first }]) => [
      mark,
      first.map(({ line }) => line),
    ]),
  );

describe("what in a column does not belong there", () => {
  test.each<[situation: string, values: string[], marks: Record<string, number[]>, name?: string]>([
    ["a word among numbers", [...times(4, "5"), "сім"], { mixed: [6] }],
    [
      "two kinds of it, in the order of the lines",
      [...times(8, "5"), "09:30", "сім", ...times(4, "5"), "09:45"],
      { mixed: [10, 11, 16] },
    ],
    ["a number among days", [...times(4, "2024-01-01"), "5"], { mixed: [6] }],
    ["Excel's number among days", [...times(4, "2024-01-01"), "45000"], { "date-serial": [6] }],
    [
      "a moment among days",
      [...times(4, "2024-01-01"), "2024-01-02T09:30"],
      { "datetime-iso": [6] },
    ],
    ["a word among hours", [...times(4, "09:30"), "ранок"], { mixed: [6] }],
    ["numbers among words", ["а", "5", "б"], {}],
    ["a nought behind the point among whole numbers", ["5.0", "7"], { "whole-decimal": [2] }],
    ["the same among fractions", ["5.0", "7.5"], {}],
    ["words for yes and no", ["так", "true", "ні"], { "boolean-word": [2, 4] }],
    ["pluses and dashes", ["+", "-", "+"], { "boolean-word": [2, 4] }],
    [
      "pluses and another sign of no value",
      ["+", "-", "н/д"],
      { "boolean-word": [2], "missing-sign": [3, 4] },
    ],
    ["pluses and dashes of two", ["+", "--", "+"], { "boolean-word": [2, 4], "missing-sign": [3] }],
    ["a cross among words", ["x", "а", "Х"], {}],
    ["a cross among numbers", ["x", "5", "6"], { "missing-word": [2] }],
    ["a cross and a word for nothing", ["X", "невідомо", "а"], { "missing-word": [2, 3] }],
    ["a code for nothing among numbers", ["NA", "5", "6"], { "missing-code": [2] }],
    ["a formula that failed", ["#REF!", "5", "6"], { "excel-error": [2] }],
    [
      "spaces around a cell, and the way it is written: the spaces first",
      ["1", " 1,5", "7"],
      { "edge-space": [3], "decimal-comma": [3] },
    ],
    [
      "marks in the order of the lines",
      ["2", "1,5", " 3", "н/д"],
      { "decimal-comma": [3], "edge-space": [4], "missing-sign": [5] },
    ],
  ])("%s", (_, values, marks, name) => {
    const found = marksOf(values, name);
    expect(found).toEqual(marks);
    expect(Object.keys(found)).toEqual(Object.keys(marks));
  });

  test("days among numbers of houses by the title, not among days", () => {
    const houses = ["12", "14а", "7/2", "2024-05-03", "9", "11", "13", "03.05.2024"];
    const marksBy = (title: string, values: readonly string[]) =>
      columnOf(values, { name: "n", title }).marks["excel-date"]?.first.map(({ line }) => line);
    expect(marksBy("Номер будинку", houses)).toEqual([5, 9]);
    expect(marksBy("Буд.", houses)).toEqual([5, 9]);
    expect(marksBy("Бюджет", houses)).toBeUndefined();
    expect(marksBy("Номер будинку", times(8, "2024-05-03"))).toBeUndefined();
  });

  test("five places at one point, of the latitude or the longitude", () => {
    const same = (name: string, values: string[]) => marksOf(values, name)["place-same"];
    for (const name of ["lat", "lon"]) {
      const inside = name === "lat" ? "48.5" : "32.5";
      expect(same(name, times(5, inside))).toEqual([2]);
      expect(same(name, ["", ...times(5, inside)])).toEqual([3]);
      expect(same(name, times(4, inside))).toBeUndefined();
      expect(same(name, ["", ...times(4, inside)])).toBeUndefined();
      expect(same(name, [...times(4, inside), `${inside}1`])).toBeUndefined();
    }
    expect(same("n", times(5, "48.5"))).toBeUndefined();
    expect(columnOf(times(6, "48.5"), { name: "lat" }).marks["place-same"]).toEqual({
      count: 6,
      first: [{ line: 2, record: 2, value: "48.5" }],
    });
  });
});
