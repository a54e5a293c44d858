import { describe, expect, test } from "vitest";
import { columnOf } from "../test/fixtures/column-of.ts";
import { mendsOf } from "./mends.ts";

/** A column's cells, mended as its own report asks; and by which rules. */
function mended(values: readonly string[], name: string, title?: string) {
  const column = columnOf(values, { name, ...(title === undefined ? {} : { title }) });
  const asked = new Set<string>();
  const cells = values.map((value) => {
    let cell = value;
    for (const { rule, mend } of mendsOf(column)) {
      const better = mend(cell);
      if (better === undefined || better === cell) continue;
      asked.add(rule);
      cell = better;
    }
    return cell;
  });
  return { cells, rules: [...asked] };
}

type Case = [situation: string, before: string[], after: string[], name?: string, title?: string];

describe("numbers", () => {
  test.each<Case>([
    ["a comma before the fraction", ["1,5", "2,25", "-0,5", "7"], ["1.5", "2.25", "-0.5", "7"]],
    [
      "commas between thousands, a point before the fraction",
      ["1,234.5", "2,000.25", "-1,234,567.8"],
      ["1234.5", "2000.25", "-1234567.8"],
    ],
    [
      "gaps of every kind between thousands",
      ["1 234,5", "1 000", "2\u00a0000.5", "3\u202f000", "4\u2009000", "5'000", "-1 000 000"],
      ["1234.5", "1000", "2000.5", "3000", "4000", "5000", "-1000000"],
    ],
    [
      "points between thousands, a comma before the fraction",
      ["1.234,56", "-1.234.567,8", "999"],
      ["1234.56", "-1234567.8", "999"],
    ],
    ["a long minus", ["−5", "–7,5", "8"], ["-5", "-7.5", "8"]],
    [
      "a comma before three digits, beside commas before fewer: a fraction",
      ["1,234", "5,25", "-7,125"],
      ["1.234", "5.25", "-7.125"],
    ],
    [
      "a comma before three digits, beside thousands with a point: a thousand",
      ["1,234", "1,234,567", "2,345.5"],
      ["1234", "1234567", "2345.5"],
    ],
    ["whole numbers with a nought behind the point", ["5.0", "7", "-8.0"], ["5", "7", "-8"]],
  ])("%s", (_, before, after) =>
    expect(mended(before, "n")).toEqual({ cells: after, rules: ["numbers-written"] }),
  );
  test.each<[situation: string, before: string[], after: string[]]>([
    [
      "two commas among fractions are a list",
      ["5,25", "7,5", "101,102,103"],
      ["5.25", "7.5", "101,102,103"],
    ],
    [
      "a comma before three digits where commas mean both",
      ["1,234", "2,345.5", "7,25"],
      ["1,234", "2345.5", "7.25"],
    ],
  ])("%s: that cell stays", (_, before, after) => expect(mended(before, "n").cells).toEqual(after));
  test.each<[situation: string, cells: string[], name: string, title?: string]>([
    ["a comma before three digits and nothing else", ["1,234", "2,345"], "n"],
    ["a nought behind the point among fractions", ["5.0", "7.5"], "n"],
    ["lists in a column called so", ["1,5", "2,25"], "Маршрути"],
    ["lists in a column titled so", ["1,5", "2,25"], "n", "Перелік маршрутів"],
    ["versions", ["1.0", "2.0"], "version"],
  ])("%s: all stay", (_, cells, name, title) =>
    expect(mended(cells, name, title)).toEqual({ cells, rules: [] }),
  );
});

describe("dates", () => {
  const days = ["03.04.2024", "05.06.2024", "07.08.2024", "09.10.2024"];
  const mendedDays = ["2024-04-03", "2024-06-05", "2024-08-07", "2024-10-09"];
  test.each<Case>([
    [
      "with points, of one digit or two, with a sign of a year or without",
      ["5.3.2024", "05.03.2024 р.", "15.12.2024р", "1.1.2024 р"],
      ["2024-03-05", "2024-03-05", "2024-12-15", "2024-01-01"],
    ],
    [
      "in words",
      ["5 березня 2024 року", "01 січня 2024 р.", "31 грудня 1999", "«05» Травня 2024 р."],
      ["2024-03-05", "2024-01-01", "1999-12-31", "2024-05-05"],
    ],
    [
      "without noughts",
      ["2024-3-5", "2024-3-15", "2024-12-5"],
      ["2024-03-05", "2024-03-15", "2024-12-05"],
    ],
    [
      "with a Cyrillic Т before the hour",
      ["2024-03-05Т09:30", "2024-03-05T10:30"],
      ["2024-03-05T09:30", "2024-03-05T10:30"],
    ],
    [
      "with an hour behind a space",
      ["5.3.2024 9:30", "15.12.2024 09:30:15", "2024-03-05 9:30", "2024-03-05 19:30:15"],
      ["2024-03-05T09:30", "2024-12-15T09:30:15", "2024-03-05T09:30", "2024-03-05T19:30:15"],
    ],
    [
      "that do not exist, whichever way round they are read",
      ["31.02.2024", "13.13.2024", "01.32.2024", ...days, ...days, ...days],
      ["31.02.2024", "13.13.2024", "01.32.2024", ...mendedDays, ...mendedDays, ...mendedDays],
    ],
  ])("%s", (_, before, after) =>
    expect(mended(before, "n")).toEqual({ cells: after, rules: ["dates-written"] }),
  );
  test.each(["01.13.2024", "1.13.2024", "12.29.2024", "10.30.2024", "01.31.2024"])(
    "%s among others: the month may stand first in all of them",
    (american) =>
      expect(mended([american, ...days], "n")).toEqual({ cells: [american, ...days], rules: [] }),
  );
  test("beside a day whose month stands first, days with hours from the year on are no safer", () => {
    const moments = ["03.04.2024 9:30", "05.06.2024 9:30", "07.08.2024 9:30", "09.10.2024 9:30"];
    expect(mended(["12.31.2024", ...moments], "n")).toEqual({
      cells: ["12.31.2024", ...moments],
      rules: [],
    });
  });
});

describe("codes", () => {
  test.each<Case>([
    [
      "a ЄДРПОУ that lost its nought, where the check digit says so",
      ["0022438", "2229238", "2229239", "00022438"],
      ["00022438", "02229238", "2229239", "00022438"],
      "edrpou",
    ],
    [
      "a КАТОТТГ whose first letters are Cyrillic, in whole or in half",
      ["UА35040210000014072", "УA35040210000014072", "УА35040210000014072"],
      ["UA35040210000014072", "UA35040210000014072", "UA35040210000014072"],
      "katottg",
    ],
    ["its category in a Cyrillic letter", ["К", "K", "КК"], ["K", "K", "КК"], "katottgCategory"],
  ])("%s", (_, before, after, name = "") => {
    expect(mended(before, name)).toEqual({
      cells: after,
      rules: [name === "edrpou" ? "edrpou-valid" : "katottg-valid"],
    });
  });
});

describe("what stands for no value", () => {
  const numbers = ["5", "6", "7", "8", "9", "10", "11", "12"];
  test("signs and codes among numbers go; words and broken formulas are asked about", () =>
    expect(mended(["-", "н/д", "NA", "null", "немає", "#REF!", ...numbers], "n")).toEqual({
      cells: ["", "", "", "null", "немає", "#REF!", ...numbers],
      rules: ["missing-written"],
    }));
  test("among words a code may be a word", () =>
    expect(mended(["а", "-", "NA", "б"], "n")).toEqual({
      cells: ["а", "", "NA", "б"],
      rules: ["missing-written"],
    }));
});

describe("characters", () => {
  test("nobody sees are taken out, and the spaces they hid behind", () =>
    expect(mended(["сло\u200bво", " край ", "\u00a0б", "\u200b початок"], "n")).toEqual({
      cells: ["слово", "край", "б", "початок"],
      rules: ["characters-visible", "spaces-trimmed"],
    }));
  test("a letter in two parts becomes one", () =>
    expect(mended(["ї".normalize("NFD"), "слово"], "n")).toEqual({
      cells: ["ї", "слово"],
      rules: ["characters-visible"],
    }));
  test("beside lost letters stay: the letters may be had back by them", () => {
    const cells = ["сло\u200bво", "\ufffd\u200bа", "ї".normalize("NFD")];
    expect(mended(cells, "n")).toEqual({ cells, rules: [] });
  });
});
