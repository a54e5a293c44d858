import { expect, test } from "vitest";
import { detectSeparators, firstRecords } from "./dialect.ts";

const lines = (...rows: string[]) => rows.join("\n");

test.each<[situation: string, sample: string, delimiter: string]>([
  ["names for programs and commas", lines("id,name", "1,Вокзал; головний", "2,Центр; новий"), ","],
  [
    "names for programs and semicolons",
    lines("id;name", "1;Вокзал, головний", "2;Центр, новий"),
    ";",
  ],
  ["tabs", lines("Номер\tНазва", "1\tВокзал, головний", "2\tЦентр"), "\t"],
  ["bars", lines("Номер|Назва", "1|Вокзал, головний", "2|Центр"), "|"],
  [
    "one name for programs: what is below parts nothing",
    lines("name", "Вокзал; головний", "Центр; новий"),
    ",",
  ],
  [
    "two names for programs over rows that agree on commas",
    lines("id;name", "1,5;2,5", "3,5;4,5"),
    ";",
  ],
  ["fractions with commas", lines("Площа, га;Вартість", "12,5;100,00", "13,5;110,00"), ";"],
  [
    "words with commas",
    lines("Вулиця, будинок;Стан, оцінка", "Соборна, 5;добрий, 4", "Миру, 7;поганий, 2"),
    ";",
  ],
  [
    "commas that part, though there is a semicolon in each row",
    lines("Назва,Адреса;індекс", "Вокзал,Соборна;25000", "Центр,Миру;25001"),
    ",",
  ],
  ["a code before a comma is no fraction", lines("Код,Назва;Вид", "1,Парк;а", "2,Сквер;б"), ","],
  ["nor a number behind one", lines("Назва,Код;Вид", "Парк,1;а", "Сквер,2;б"), ","],
  ["half of the commas in fractions", lines("а,б;в", "1,5;2"), ","],
  [
    "names for programs, whatever the rows below agree on",
    lines("id;name", "Парк, сквер;1", "а,б", "в,г", "ґ,д"),
    ";",
  ],
  ["the one that gives more cells, where both agree", lines("а;б|в|г", "1;2|3|4", "5;6|7|8"), "|"],
  ["the one on which more rows agree", lines("а;б", "1,2;3", "4,5;6", "7;9", "8;1"), ";"],
  [
    "a title above with a semicolon of its own",
    lines("Звіт; 2024", "а;б;в, г", "1;2;3", "4;5;6, 7"),
    ";",
  ],
  ["a comma here and there, and rows without any cell", lines("а;б", "в", "г;д", "е, є"), ";"],
  ["a name for programs beside words proves nothing", lines("id,Назва;Стан", "1;2", "3;4"), ";"],
  [
    "rows that agree, though half of them have many semicolons",
    lines("а,б", "1,2", `3,${";".repeat(29)}`, `4,${";".repeat(29)}`),
    ",",
  ],
  ["nothing parts: one column", lines("Назва", "Вокзал", "Центр"), ","],
  ["nothing at all", "", ","],
  ["Excel's own line", lines("sep=|", "id,name", "1,Вокзал"), "|"],
  ["the same for a tab", "sep=\t\r\nid,name\r\n", "\t"],
  ["Excel's own line that is not the first", lines("id,name", "sep=|", "1,Вокзал"), ","],
  ["semicolons in quotes part nothing", lines('"а;б",в', '"1;2",3', '"4;5",6'), ","],
])("%s", (_, sample, delimiter) => {
  expect(detectSeparators(sample)).toEqual({ delimiter, newline: "\n" });
});

test("a hundred and more rows: the last of those looked at may be cut and says nothing", () => {
  const rows = Array.from({ length: 300 }, (_, at) => `${at};назва ${at}`);
  expect(detectSeparators(lines("Номер;Назва", ...rows)).delimiter).toBe(";");
});

test.each<[situation: string, sample: string, newline: string]>([
  ["Unix", "a,b\n1,2\n3,4\n", "\n"],
  ["Windows", "a,b\r\n1,2\r\n", "\n"],
  ["an old Mac", "a,b\r1,2\r3,4\r", "\r"],
  ["Windows, with a break inside of a cell", 'a,b\r\n"1\r1",2\r\n3,4\r\n', "\n"],
  ["an old Mac, with a break of Unix inside of a cell", 'a,b\r"1\n1",2\r3,4\r', "\r"],
  ["as many of both", "a,b\r1,2\n", "\n"],
])("lines of %s", (_, sample, newline) => {
  expect(detectSeparators(sample)).toEqual({ delimiter: ",", newline });
});

test("the first records of a text, as many as are asked for", () => {
  const separators = { delimiter: ";", newline: "\n" } as const;
  const text = 'а;"б;\nв"\n1;2;3\n\n4';
  expect(firstRecords(text, separators, 2)).toEqual([
    ["а", "б;\nв"],
    ["1", "2", "3"],
  ]);
  expect(firstRecords(text, separators, 9)).toEqual([["а", "б;\nв"], ["1", "2", "3"], [""], ["4"]]);
});
