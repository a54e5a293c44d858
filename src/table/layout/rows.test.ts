import { expect, test } from "vitest";
import type { TableReport } from "../../model/table.ts";
import { readTable } from "../read-table.ts";

const text = (lines: readonly string[]) => `${lines.join("\n")}\n`;
/** What is told of rows as rows: how many of each kind, and in which lines they were met. */
function told(file: string) {
  const report = readTable(new TextEncoder().encode(file), { form: "any" });
  const lines = (
    kind: "ragged" | "blank" | "repeated" | "totals" | "groups" | "footers" | "headings",
  ) => ({
    count: report[kind].count,
    lines: report[kind].first.map(({ line }) => line),
  });
  const { rows, unnamed, truncated, others } = report;
  return {
    rows,
    unnamed,
    truncated,
    ragged: lines("ragged"),
    blank: lines("blank"),
    repeated: lines("repeated"),
    totals: lines("totals"),
    groups: lines("groups"),
    footers: lines("footers"),
    headings: lines("headings"),
    others: others.map(({ from, to }) => [from.line, to]),
  } satisfies Partial<Record<keyof TableReport, unknown>>;
}
const none = { count: 0, lines: [] };
const plain = {
  rows: 4,
  unnamed: 0,
  truncated: undefined,
  ragged: none,
  blank: none,
  repeated: none,
  totals: none,
  groups: none,
  footers: none,
  headings: none,
  others: [],
};
const met = (...lines: number[]) => ({ count: lines.length, lines });

const header = "Номер,Назва,Район,Сума";
const data = [
  "1,Садок 1,Північ,10",
  "2,Садок 2,Південь,12",
  "3,Садок 3,Північ,14",
  "4,Садок 4,Схід,16",
];

test.each<[situation: string, file: string, expected: object]>([
  ["rows of data", text([header, ...data]), {}],
  ["a blank row, and one of commas", text([header, ...data, "", ",,,"]), { blank: met(6, 7) }],
  ["a row that comes again", text([header, ...data, data[1] ?? ""]), { rows: 5, repeated: met(6) }],
  [
    "a cell too few, a cell too many",
    text([header, ...data, "5,Садок 5,Схід", "6,Садок 6,Схід,1,2"]),
    { rows: 6, ragged: met(6, 7) },
  ],
  ["commas behind the last cell", text([header, ...data, "5,Садок 5,Схід,18,,"]), { rows: 5 }],
  [
    "a column nobody named",
    text([header, ...data.map((row) => `${row},x`)]),
    { unnamed: 1, ragged: { count: 4, lines: [2, 3, 4, 5] } },
  ],
  [
    "two of them, and in one row one",
    text([header, ...data.slice(1).map((row) => `${row},x,y`), `${data[0]},x`]),
    { unnamed: 1, ragged: { count: 4, lines: [2, 3, 4, 5] } },
  ],
  [
    "a file that was cut",
    `${text([header, ...data])}5,Сад`,
    { rows: 5, ragged: met(6), truncated: 6 },
  ],
  ["a file whose last line is whole", `${text([header, ...data])}5,Садок 5,Схід,18`, { rows: 5 }],
  [
    "a cell too few in a file whose last line is whole",
    text([header, "0,Садок 0", ...data]).trimEnd(),
    { rows: 5, ragged: met(2) },
  ],
])("%s", (_, file, expected) => {
  expect(told(file)).toEqual({ ...plain, ...expected });
});

test.each<[row: string, is: boolean]>([
  ["Всього,,,52", true],
  [",Усього по місту,,52", true],
  [",,РАЗОМ:,52", true],
  ["Загалом за рік,,,52", true],
  ["Підсумок,,,52", true],
  ["Итого,,,52", true],
  ["всего,,,52", true],
  ["Total,,,52", true],
  [" Разом / Total,,,52", true],
  ["Разом – 52,,,", true],
  ["Разом - діти,,,52", true],
  ["Разом- діти,,,52", true],
  ["Total-Oil Україна,,,52", false],
  ["Усього; садків 4,,,52", true],
  [",,,Всього", false],
  ["5,Всього-на-всього,Схід,52", false],
  ["5,Тотальний диктант,Схід,52", false],
  ["5,Разом з нами,Схід,52", true],
  [`5,Усього по ${"дуже ".repeat(30)}довгому,Схід,52`, false],
])("a row that sums up those above it: %s — %s", (row, is) => {
  expect(told(text([header, ...data, row])).totals).toEqual(is ? met(6) : none);
});

test.each<[situation: string, lines: string[], expected: object]>([
  [
    "names of groups over their rows",
    ["Фортечний район,,,", ...data.slice(0, 2), "Подільський район,,,", ...data.slice(2)],
    { rows: 6, groups: met(2, 5) },
  ],
  [
    "names of groups in another column",
    [",Фортечний район,,", ...data.slice(0, 2), ",Подільський район,,", ...data.slice(2)],
    { rows: 6, groups: met(2, 5) },
  ],
  [
    "a note and a signature under the table",
    [...data, "Примітка: дані на 1 січня,,,", "Начальник управління,,,Шевченко"],
    { rows: 6, footers: met(6, 7) },
  ],
  ["two words over rows are no group's name", ["Фортечний район,примітка,,", ...data], { rows: 5 }],
  ["a number alone is no name", ["2024,,,", ...data], { rows: 5 }],
  ["a row of three cells is no signature", [...data, "5,Садок 5,Схід,"], { rows: 5 }],
])("rows that are no records: %s", (_, lines, expected) => {
  expect(told(text([header, ...lines]))).toEqual({ ...plain, ...expected });
});

test("where rows are sparse anyway one more sparse row says nothing", () => {
  const sparse = ["1,Садок 1,,", "2,,Південь,", "3,,,14", "4,,Схід,"];
  expect(told(text([header, ...sparse, "Начальник,,,"]))).toMatchObject({
    groups: none,
    footers: none,
  });
});

test("more than twenty rows of a word or two under a table are no signatures", () => {
  const words = (count: number) =>
    Array.from({ length: count }, (_, at) => `слово ${"абвгґдеєжзиіїйклмнопрст"[at]}${at},,,`);
  const many = Array.from({ length: 30 }, (_, at) => `${at},Садок ${at},Схід,${at * 2}`);
  expect(told(text([header, ...many, ...words(20)])).footers).toEqual({
    count: 20,
    lines: [32, 33, 34, 35, 36],
  });
  expect(told(text([header, ...many, ...words(21)])).footers).toEqual(none);
});

test.each<[situation: string, lines: string[], headings: object]>([
  ["the whole header", [header, ...data.slice(0, 2), header, ...data.slice(2)], met(4)],
  ["half of it", [header, ...data.slice(0, 2), "Номер,Назва,інше,сума", ...data.slice(2)], met(4)],
  [
    "less than half of it",
    [header, ...data.slice(0, 2), "Номер,Садок,Схід,5", ...data.slice(2)],
    none,
  ],
  [
    "more cells than the header has",
    [header, ...data.slice(0, 2), "Номер,Назва,5,6,7,8", ...data.slice(2)],
    none,
  ],
  ["one word of it", [header, ...data.slice(0, 2), "3,Назва,Схід,5", ...data.slice(2)], none],
  [
    "one with gaps, as a book prints it",
    [
      "Номер,Дітей,,,,Сума",
      ",ясла,садок,школа,ліцей,",
      "1,10,20,30,40,7",
      "2,11,21,31,41,8",
      "Номер,,,,,Сума",
      "3,12,22,32,42,9",
      "4,13,23,33,43,10",
    ],
    met(5),
  ],
])("rows that repeat the header: %s", (_, lines, headings) => {
  expect(told(text(lines)).headings).toEqual(headings);
});

test.each<[situation: string, lines: string[], others: number[][]]>([
  [
    "names after a blank row, and numbers under them",
    ["", "Школа,Учнів,,", "Перша,300,,", "Друга,400,,"],
    [[7, 9]],
  ],
  [
    "two more tables",
    ["", "Школа,Учнів,,", "Перша,300,,", "", "Ліцей,Учнів,,", "Третій,500,,"],
    [
      [7, 8],
      [10, 11],
    ],
  ],
  ["no blank row before them", ["Школа,Учнів,,", "Перша,300,,"], []],
  ["words under the names", ["", "Школа,Учнів,,", "Перша,багато,,"], []],
  ["one name", ["", "Школа,,,", "300,,,"], []],
  ["names not in the first column", ["", ",Школа,Учнів,", ",Перша,300,"], []],
  ["numbers among the names", ["", "Школа,2024,,", "Перша,300,,"], []],
  ["a number among the names' gaps", ["", "Школа,,Учнів,7", "Перша,,300,8"], []],
  ["one letter is no name", ["", "Школа,У,,", "Перша,300,,"], []],
  ["nothing under the names", ["", "Школа,Учнів,,"], []],
])("other tables under the first: %s", (_, lines, others) => {
  expect(told(text([header, ...data, ...lines])).others).toEqual(others);
});
