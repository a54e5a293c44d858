import type { CellObject } from "@e965/xlsx";
import { expect, test } from "vitest";
import { cellText, isDate, unitOf } from "./cell-text.ts";
import { workbookKind } from "./kind.ts";

const textOf = (cell: Partial<CellObject>, date1904 = false) =>
  cellText(cell as CellObject, date1904);

test.each<[format: string, value: number, text: string]>([
  ["General", 5, "5"],
  ["General", -0.1, "-0.1"],
  ["General", 0.1 + 0.2, "0.3"],
  ["General", 123456789012345680, "123456789012346000"],
  ["General", 999999999999999, "999999999999999"],
  ["General", 1e30, "1e+30"],
  ["General", 0.000001, "0.000001"],
  ["General", 0.0000001, "0.0000001"],
  ["General", -0.00000025, "-0.00000025"],
  ["General", 0, "0"],
  ["0.00", 5, "5"],
  ["0", 5, "5"],
  ["00000000", 22438, "00022438"],
  ["00000000", 123456789, "123456789"],
  ["0000", -5, "-5"],
  ["0000", 5.5, "5.5"],
  ["0000", 0, "0000"],
  ["00.00", 5, "5"],
  ["yyyy-mm-dd", 45292, "2024-01-01"],
  ["yyyy-mm-dd", 1, "1900-01-01"],
  ["dd.mm.yyyy hh:mm", 45292.5, "2024-01-01T12:00"],
  ["dd.mm.yyyy hh:mm", 45292.500011574, "2024-01-01T12:00:01"],
  ["yyyy-mm-dd", 45292.999999999, "2024-01-02"],
  ["yyyy-mm-dd", -1, "#NUM!"],
  ["yyyy-mm-dd", 3_000_000, "#NUM!"],
  ["hh:mm", 0.5, "12:00"],
  ["hh:mm:ss", 0.500011574, "12:00:01"],
  ["hh:mm", 1.0625, "25:30"],
  ["hh:mm", -0.25, "-06:00"],
  ["hh:mm", 365.5, "8772:00"],
  ["hh:mm", 366.5, "1900-12-31T12:00"],
  ["hh:mm", 0, "00:00"],
  ["hh:mm", 366, "1900-12-31"],
  ["[h]:mm", 45292.5, "1087020:00"],
  ["[hh]:mm", 45292.5, "1087020:00"],
  ['hh:mm" day"', 0.5, "12:00"],
  ['hh:mm" дня"', 0.5, "12:00"],
  ["[Red]hh:mm", 0.5, "12:00"],
  ["hh:mm_d", 0.5, "12:00"],
  ["hh:mm\\d", 0.5, "12:00"],
])("a number %s, %d, is %s", (format, value, text) =>
  expect(textOf({ t: "n", v: value, z: format })).toBe(text),
);

test("days of a book that counts from 1904", () =>
  expect(textOf({ t: "n", v: 43830, z: "yyyy-mm-dd" }, true)).toBe("2024-01-01"));

test.each<[what: string, cell: Partial<CellObject>, text: string]>([
  ["a text", { t: "s", v: "слово" }, "слово"],
  ["a text of several lines", { t: "s", v: "а\r\nб\rв\nг" }, "а\nб\nв\nг"],
  ["no text", { t: "s" }, ""],
  ["yes and no", { t: "b", v: true }, "true"],
  ["a counted yes of LibreOffice", { t: "n", v: 1, w: "TRUE", z: "0" }, "true"],
  ["a counted no", { t: "n", v: 0, w: "ХИБНІСТЬ", z: "0" }, "false"],
  ["a formula that failed", { t: "e", v: 23 }, "#REF!"],
  ["another", { t: "e", v: 42 }, "#N/A"],
  ["one nobody knows", { t: "e", v: 99 }, "#VALUE!"],
  ["nothing", { t: "z" }, ""],
])("%s", (_, cell, text) => expect(textOf(cell)).toBe(text));
test("no cell is no text", () => expect(cellText(undefined, false)).toBe(""));

test.each<[format: string, unit: string]>([
  ["General", ""],
  ["0.00", ""],
  ["yyyy-mm-dd", ""],
  ['yyyy" р."', ""],
  ['0" км"', "км"],
  ['# ##0.00" тис. грн"', "тис. грн"],
  ["# ##0.00\\ ₴", "₴"],
  ["[$грн.-422]0", "грн."],
  ["[$-422]0", ""],
  ["$0", "$"],
  ['0" - "', ""],
  ['0" шт";-0" боргу"', "шт"],
])("what the format %s writes beside a number: «%s»", (format, unit) =>
  expect(unitOf(format)).toBe(unit),
);
test("formats of days and of hours", () =>
  expect(["yyyy-mm-dd", "hh:mm", "0.00", "General", '0" дм"'].map(isDate)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]));

test("the first bytes of a book: all of the mark, or it is none", () => {
  const kindOf = (...bytes: number[]) => workbookKind(Uint8Array.from(bytes));
  expect(kindOf(0x50, 0x4b, 3, 4, 9)).toBe("archive");
  expect(kindOf(0x50, 0x4b, 3)).toBeUndefined();
  expect(kindOf(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)).toBe("xls");
  expect(kindOf(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a)).toBeUndefined();
  for (const [version, length] of [
    [0, 4],
    [2, 6],
    [4, 6],
  ] as const)
    expect(kindOf(9, version, length, 0)).toBe("xls");
  expect(kindOf(9, 1, 4, 0)).toBeUndefined();
  expect(kindOf(9, 0, 5, 0)).toBeUndefined();
  expect(kindOf(9, 0, 4, 1)).toBeUndefined();
  expect(kindOf(8, 0, 4, 0)).toBeUndefined();
  expect(kindOf()).toBeUndefined();
});
