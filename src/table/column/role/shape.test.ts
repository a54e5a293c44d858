import { expect, test } from "vitest";
import { maskOf } from "../../scan/characters.ts";
import { monthOf, type Shape, shapeOf } from "./shape.ts";

test.each<[shape: Shape, texts: string[]]>([
  ["integer", ["0", "5", "-5", "+5", "1234567890"]],
  ["zero-led", ["007", "00"]],
  ["decimal", ["0.", "5.00", ".5", "5.", "-.5", "1.5", "1.234", ".0"]],
  ["whole-decimal", ["5.0", "-5.0", "0.0"]],
  ["exponent", ["1e5", "1.5E-3", ".5e2", "-1e+5"]],
  ["decimal-comma", ["0,234", "1,5", "-1,5", "1234,567"]],
  ["comma-thousandths", ["1,234", "1,234,567", "12,345"]],
  ["grouped-comma", ["1,234.5", "-1,234,567.89"]],
  ["grouped", ["1 234", "1 234,5", "-1 234 567.8", "1'234", "1\u00a0234", "1\u202f234"]],
  ["dot-grouped", ["1.234,5", "1.234.567,89"]],
  ["accounting", ["1234-", "12,5-", "(5)", "(1 234,5)", "( 5 )"]],
  ["minus-sign", ["−5", "–5,5"]],
  ["percent", ["5%", "5 %", "-5,5%"]],
  ["bounded", ["<5", "≥ 5,5", "~5"]],
  ["currency", ["5 грн", "5,50 грн.", "1 000 ₴", "5 тис. грн", "5 млн грн", "5 UAH", "5$", "+5 ₴"]],
  ["currency", ["$5", "€ 1 000,5", "₴5"]],
  ["date-iso", ["2024-01-05"]],
  ["date-unpadded", ["2024-1-5", "2024-01-5", "2024-1-05"]],
  ["date-dotted", ["05.01.2024", "5.1.2024", "5.1.2024 р.", "5.1.2024р", "5.1.1700", "5.1.2099"]],
  ["date-noted", ["05.01.2024 25:30", "05.01.2024 (уточнено)"]],
  ["date-short", ["5.1.24", "05/01/24", "5.1.24 р."]],
  ["date-slashed", ["05/01/2024", "5/1/2024"]],
  [
    "date-words",
    ["1 вересня 1963 року", "01 січня 2024", "«5» березня 2024 р.", '"5" ТРАВНЯ 2024'],
  ],
  [
    "date-impossible",
    [
      ..."2024-13-05|2024-02-30|2024-2-30|2024-02-30 10:30|31.02.2024|05.13.2024|00.01.2024".split(
        "|",
      ),
      ..."05.01.0218|05.01.1699|05.01.2100|31 лютого 2024|«31» лютого 2024".split("|"),
    ],
  ],
  ["datetime-iso", ["2024-01-05T10:30", "2024-01-05T10:30:15Z"]],
  ["datetime-cyrillic", ["2024-01-05Т10:30"]],
  ["datetime-other", ["2024-01-05 10:30", "2024-01-05 9:30:15", "05.01.2024 10:30"]],
  ["time", ["9:30", "09:30:15"]],
  ["boolean", ["true", "FALSE", "True"]],
  ["boolean-word", ["так", "Ні", "YES", "+", "no"]],
  ["code", ["22Б", "22-Б", "22 б", "12/5", "12/5а", "12345/1234", "1-2"]],
  ["missing-sign", ["-", "н/д"]],
  ["missing-code", ["NA"]],
  ["missing-word", ["немає"]],
  ["excel-error", ["#REF!"]],
  [
    "text",
    [
      ..."|слово|Слово|Sometext|ага|/|e5|1.5.0|9:5|12 34|%5|−|<слово|(слово)|5 слів".split("|"),
      ..."123456/1|1/23456|22БВ|2024-01-05 слово|2024-01-05T25:00|5 березень 2024|#REFX".split("|"),
      "дуже довгі слова, з яких нічого не випливає",
      "Some words that are longer than any word of these",
    ],
  ],
])("%s", (shape, texts) => {
  for (const text of texts) {
    expect([text, shapeOf(text)]).toEqual([text, shape]);
    expect([text, shapeOf(text, maskOf(text))]).toEqual([text, shape]);
  }
});

test("eighty letters are looked at, no more", () => {
  const digits = "5".repeat(80);
  expect([shapeOf(digits), shapeOf(`${digits}5`)]).toEqual(["integer", "text"]);
});

test("months of words of dates", () => {
  expect(["січня", "Травня", "ГРУДНЯ", "май"].map(monthOf)).toEqual([1, 5, 12, 0]);
});
