import { describe, expect, test } from "vitest";
import type { Field } from "../../schemas/data/table-schema.ts";
import { compareCells, isNumeric, isOfType } from "./cell.ts";

describe("what is a value of a type", () => {
  test.each<[type: Field["type"], right: string[], wrong: string[]]>([
    ["string", ["", "що завгодно"], []],
    ["integer", ["0", "12", "+12", "-12", "007"], ["", "1.0", "1,5", "1 000", "x1", "1x", "--1"]],
    [
      "number",
      ["0", "12", "+1.5", "-.5", "1.", "1.25", "1e5", "1.5E-10", "-2e+12"],
      ["", ".", "1,5", "1e", "1.5.5", "x1", "1x", "e5", "-", "1e5.5"],
    ],
    [
      "boolean",
      ["true", "false", "True", "False", "TRUE", "FALSE", "1", "0"],
      ["tRUE", "так", "10", "xtrue", "truex", ""],
    ],
    [
      "date",
      [
        "2024-01-01",
        "2024-12-31",
        "0000-10-09",
        "2023-02-28",
        "2024-02-29",
        "2000-02-29",
        "2024-04-30",
        "2024-09-19",
      ],
      [
        "",
        "2024-1-01",
        "2024-01-1",
        "2024-01-011",
        "2024/01-01",
        "2024-01/01",
        "2024-00-10",
        "2024-13-10",
        "2024-01-00",
        "2024-01-32",
        "2024-04-31",
        "2023-02-29",
        "1900-02-29",
        "2024-02-30",
        "20:4-01-01",
        "20/4-01-01",
        "2024-0:-01",
        "2024-01-0/",
        "-024-01-01",
      ],
    ],
    [
      "datetime",
      [
        "2024-01-31T09:30",
        "2024-01-31T23:59:59",
        "2024-01-31T19:30:15.25Z",
        "2024-01-31T09:30+02:00",
      ],
      [
        "2024-01-31",
        "2024-01-31 09:30",
        "2024-01-32T09:30",
        "2024-01-31T24:00",
        "2024-01-31TT9:30",
        "x2024-01-31T09:30",
      ],
    ],
    [
      "time",
      ["00:00", "23:59:59", "19:30:15.25", "09:30Z", "09:30:00-02:30"],
      ["9:30", "24:00", "09:60", "09:30:60", "09:30:", "x09:30", "09:30x", "09:30:00.", "09:30+2"],
    ],
    ["year", ["2024", "0000", "-0044"], ["", "24", "20245", "x2024", "2024x", "+2024", "20x4"]],
    [
      "yearmonth",
      ["2024-01", "2024-09", "2024-10", "2024-12"],
      ["2024-00", "2024-13", "2024-1", "24-01", "x2024-01", "2024-011", "abcd-01", "2024-1a"],
    ],
  ])("%s", (type, right, wrong) => {
    const judge = isOfType[type];
    expect(right.filter((text) => !judge(text))).toEqual([]);
    expect(wrong.filter(judge)).toEqual([]);
  });
  test("of these, integers and numbers are numbers", () =>
    expect(Object.keys(isOfType).filter((type) => isNumeric(type as Field["type"]))).toEqual([
      "integer",
      "number",
    ]));
});

describe("the order of two cells", () => {
  test.each<[type: Field["type"], a: string, b: string, sign: number]>([
    ["integer", "9", "10", -1],
    ["number", "10.5", "9.5", 1],
    ["year", "-0044", "2024", -1],
    ["year", "-0044", "-0045", 1],
    ["string", "10", "9", -1],
    ["string", "б", "а", 1],
    ["date", "2024-01-02", "2024-01-01", 1],
    ["date", "2024-01-01", "2024-01-01", 0],
    ["integer", "5", "+5", 0],
  ])("of type %s: %s, %s", (type, a, b, sign) =>
    expect(Math.sign(compareCells(type, a, b))).toBe(sign),
  );
});
