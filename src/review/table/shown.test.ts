import { describe, expect, test } from "vitest";
import { type Column, compare } from "../../test/fixtures/compared-tables.ts";

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
