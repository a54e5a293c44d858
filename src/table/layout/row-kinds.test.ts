import { describe, expect, test } from "vitest";
import {
  areNames,
  areTitles,
  fillsGaps,
  goesOn,
  hasYears,
  isDataLike,
  isMachine,
  isNameOver,
  isTitle,
  looksLikeHeader,
  unit,
  year,
} from "./row-kinds.ts";

const row = (text: string): string[] => text.split("|");
const rows = (text: string): string[][] => text.split("\n").map(row);

test.each<[cell: string, is: boolean]>([
  ["5", true],
  ["1 234,5", true],
  ["01.02.2024", true],
  ["true", true],
  ["слово", false],
  ["-", false],
  ["NA", false],
  ["немає", false],
  ["так", false],
  ["", false],
])("«%s» looks like data: %s", (cell, is) => expect(isDataLike(cell)).toBe(is));

test("names that programs can use", () => {
  expect(isMachine(row("id|name|| sum_2 "))).toBe(true);
  expect(isMachine(row("id|назва"))).toBe(false);
  expect(isMachine(row("| "))).toBe(false);
});

test("years and units", () => {
  expect(["1999", "2024", "1899", "20245", "x2024"].map((text) => year.test(text))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(
    ["тис. грн", "(грн)", "осіб", "%", "км", "т", "шт., разом", "га/рік"].every((text) =>
      unit.test(text),
    ),
  ).toBe(true);
  expect(["тариф", "гарний", "м", "назва, грн", "кмітливі"].some((text) => unit.test(text))).toBe(
    false,
  );
});

describe("titles under names for programs", () => {
  const names = row("id|name|sum|day|note");
  test.each<[what: string, titles: string, is: boolean]>([
    ["one for each", "Номер|Назва|Сума|День|Примітка", true],
    ["for four of five", "Номер|Назва|Сума|День|", true],
    ["for three of five", "Номер|Назва|Сума||", false],
    ["two alike", "Назва|Назва|Сума|День|Примітка", false],
    ["a number among them", "Номер|Назва|5|День|Примітка", false],
    ["null among them", "Номер|null|Сума|День|Примітка", false],
    ["one of a single letter", "Номер|Назва|С|День|Примітка", false],
    ["more than there are names", "Номер|Назва|Сума|День|Примітка|Ще", false],
  ])("%s: %s", (_, titles, is) => expect(areTitles(row(titles), names)).toBe(is));
  test("for two names nobody can tell", () =>
    expect(areTitles(row("Номер|Назва"), row("id|name"))).toBe(false));
  test("for three it can be told", () =>
    expect(areTitles(row("Номер|Назва|Сума"), row("id|name|sum"))).toBe(true));
});

test.each<[what: string, under: string, above: string, is: boolean]>([
  ["words where nothing stands above", "|Код|Ознака|", "Назва|||Сума", true],
  ["as many again where something does", "а|Код|Ознака|б", "Назва|||Сума", false],
  ["two words over two gaps and two others", "а|Код|Ознака|б|", "Назва|||Сума|Дата", true],
  ["two words over two gaps and three others", "а|Код|Ознака|б|в|", "Назва|||Сума|Дата|Рік", false],
  ["a number among them", "|Код|5|", "Назва|||Сума", false],
  ["nothing where nothing stands above", "а||", "Назва||Сума", false],
  ["a full row", "Код|Ознака", "|Сума", false],
  ["a row that is longer than the one above", "|Код|", "Назва", true],
  ["blanks", " |Код| ", "Назва| |Сума", true],
])("gaps of a header: %s", (_, under, above, is) =>
  expect(fillsGaps(row(under), row(above))).toBe(is),
);

test("a first cell that counts", () => {
  expect(goesOn(row("1|а"), row("2|б"))).toBe(true);
  expect(goesOn(row("1|а"), row("3|б"))).toBe(false);
  expect(goesOn(row("1|а"))).toBe(false);
  expect(goesOn(row("а"), row("б"))).toBe(false);
});

test.each<[what: string, names: string, under: string, is: boolean]>([
  ["three in small letters over data", "id|name|sum", "1|а|5", true],
  ["two", "id|name", "1|а", false],
  ["four of five in small letters", "id|name|sum|day|UID", "1|а|5|6|7", true],
  ["three of five", "id|name|sum|DAY|UID", "1|а|5|6|7", false],
  ["with blanks about them", " id | name | sum ", "1|а|5", true],
  ["names below too", "id|name|sum", "x|y|z", false],
  ["names below the data", "id|name|sum", "1|а|5\nx|y|z", false],
  ["in Ukrainian", "номер|name|sum", "1|а|5", false],
])("names for programs: %s", (_, names, under, is) =>
  expect(areNames(row(names), rows(under))).toBe(is),
);
test("names for programs over nothing are none", () =>
  expect(areNames(row("id|name|sum"), [])).toBe(false));

test.each<[cell: string, values: string, is: boolean]>([
  ["Назва", "а|б", true],
  ["№", "1|2", true],
  ["№ 5", "1|2", true],
  ["—", "1|2", false],
  ["NA", "1|2", false],
  ["немає", "1|2", false],
  ["*", "1|2", false],
  ["01.01.2024", "1|2", true],
  ["01.01.2024", "а|2", false],
  ["2024", "1|2", true],
  ["2024", "2020|2021", false],
  ["2024", "2020|5", true],
  ["2024", "а|б", false],
  ["5", "1|2", false],
])("«%s» is a name over %s: %s", (cell, values, is) =>
  expect(isNameOver(cell, row(values))).toBe(is),
);

test.each<[what: string, header: string, under: string, is: boolean]>([
  ["three one after another", "Назва|2021|2022|2023", "а|1|2|3", true],
  ["apart from each other", "2021|Назва|2022|Сума|2023", "1|а|2|б|3", true],
  ["two", "Назва|2021|2022", "а|1|2", false],
  ["with a gap", "2021|2022|2024", "1|2|3", false],
  ["after a gap", "2019|2021|2022|2023", "1|2|3|4", true],
  ["over years", "2021|2022|2023", "2001|2002|2003", false],
  ["one of them over years", "2021|2022|2023", "1|2002|3", false],
  ["over words", "2021|2022|2023", "а|б|в", false],
  ["with blanks about them", " 2021 | 2022 | 2023 ", " 1 | 2 | 3 ", true],
  ["over a row that is shorter", "2021|2022|2023", "1|2", false],
  ["over one row of words and one of numbers", "2021|2022|2023", "а|б|в\n1|2|3", true],
  ["over one year among numbers", "2021|2022|2023", "2001|1|1\n5|2|3", true],
])("years as names: %s", (_, header, under, is) =>
  expect(hasYears(row(header), rows(under))).toBe(is),
);

test.each<[what: string, filled: string[], next: string, usual: number, is: boolean]>([
  ["one cell over many", ["Звіт"], "Назва|Сума", 2, true],
  ["one over one in a narrow table", ["Звіт"], "Назва", 2, false],
  ["one over one in a wide table", ["Звіт"], "за рік", 3, true],
  ["an empty one", [""], "Назва|Сума", 2, false],
  ["two over five", ["Звіт", "2024"], "а|б|в|г|ґ", 5, true],
  ["two over four", ["Звіт", "2024"], "а|б|в|г", 4, false],
])("a title: %s", (_, filled, next, usual, is) =>
  expect(isTitle(filled, row(next), usual)).toBe(is),
);

test.each<[what: string, header: string, under: string, usual: number, is: boolean]>([
  ["other words than below", "Назва|Район", "а|б\nв|г", 2, true],
  ["a word that comes again", "Назва|а", "а|б", 2, false],
  ["with blanks about it", "Назва| а ", " а|б", 2, false],
  ["two alike of ten", "а|а|б|в|г|ґ|д|е|є|ж", "1", 10, true],
  ["two alike of nine", "а|а|б|в|г|ґ|д|е|є", "1", 9, false],
  ["a number among them", "Назва|5", "а|б", 2, false],
  ["a dash among them", "Назва|-", "а|б", 2, false],
  ["three of five filled", "а|б|в||", "1", 5, true],
  ["two of five filled", "а|б|||", "1", 5, false],
  ["nothing filled", "|", "1", 0, false],
  ["a cell as long as a name may be", "ж".repeat(250), "1", 1, true],
  ["a longer one", "ж".repeat(251), "1", 1, false],
])("a header of words: %s", (_, header, under, usual, is) =>
  expect(looksLikeHeader(row(header), rows(under), usual)).toBe(is),
);
