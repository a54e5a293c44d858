import { strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readArchivedWorkbook } from "../../table/workbook/read-workbook.ts";
import { sheetText } from "../../table/workbook/sheet-text.ts";
import { inlineRow, ods, xlsx } from "../../test/fixtures/workbook-parts.ts";
import { peopleAround, peopleInSheets } from "./workbook-people.ts";

const rows = (...lines: string[][]) =>
  lines.map((line, row) => inlineRow(row + 1, ...line)).join("");
const book = (more: Record<string, string>, ...hidden: string[][]) =>
  xlsx({
    sheets: [
      { name: "Парки", rows: rows(["id", "Назва"], ["1", "Парк"], ["2", "Сквер"]) },
      { name: "Довідник", rows: rows(...hidden), state: "hidden" },
    ],
    more,
  });
const judged = (bytes: Uint8Array) => {
  const { sheets, texts } = readArchivedWorkbook(bytes);
  const tables = sheets.map((sheet) => ({ name: sheet.name, csv: sheetText(sheet) }));
  return [...peopleInSheets("book.xlsx", tables), ...peopleAround("book.xlsx", texts)].map(
    ({ severity, message }) => `${severity}: ${message}`,
  );
};

test("a workbook of parks has nobody in it", () => {
  expect(
    judged(
      book({
        "docProps/core.xml":
          "<c><dc:creator>openpyxl</dc:creator><cp:lastModifiedBy>User</cp:lastModifiedBy></c>",
      }),
    ),
  ).toEqual([]);
});

test("a hidden sheet, a comment and the author are read", () => {
  expect(
    judged(
      book(
        {
          "xl/comments1.xml":
            "<comments><commentList><comment><text><t>Уточнити: Вербовий Остап Ілліч</t></text></comment></commentList></comments>",
          "docProps/core.xml": "<c><dc:creator>Вербовий Остап</dc:creator></c>",
        },
        ["ПІБ", "n"],
        ["Вербовий Остап", "1"],
        ["Ставчук Уляна", "2"],
        ["Левадна Ніна", "3"],
      ),
    ),
  ).toEqual([
    "error: Колонка «ПІБ»: схоже на імена людей (3 комірки: A2 «В*** О***», A3 «С*** У***», A4 «Л*** Н***»). Потрібно: дані, що не дають упізнати людину.",
    "warning: У властивостях книги (автор, хто змінив) схоже на ім’я, телефон або номер особи: «В*** О***».",
    "error: У примітці до комірки схоже на ім’я, телефон або номер особи: «У***: В*** О*** І***».",
  ]);
});

test("an empty sheet holds nobody, and of a long comment its beginning is shown", () => {
  const text = `Зателефонувати Коваленко Олені Петрівні про зупинку ${"біля парку ".repeat(5)}`;
  expect(
    judged(
      book({
        "xl/comments1.xml": `<comments><commentList><comment><text><t>${text}</t></text></comment></commentList></comments>`,
      }),
    ),
  ).toEqual([
    "error: У примітці до комірки схоже на ім’я, телефон або номер особи: «З*** К*** О*** П*** п*** з*** б*** п***».",
  ]);
});

test("an ODS is read as an XLSX is", () => {
  const line = (...texts: string[]) =>
    `<table:table-row>${texts.map((text) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`).join("")}</table:table-row>`;
  const people = ["Остап ВЕРБОВИЙ", "Уляна СТАВЧУК", "Ніна ЛЕВАДНА"];
  const written = ods(
    `<table:table table:name="Ставчук У. О.">${line("id", "хто")}${people.map((one, row) => line(`${row}`, one)).join("")}</table:table>`,
  );
  const bytes = zipSync({
    // Its type is packed as any other part, as programs that know nothing of ODS do.
    ...unzipSync(written),
    "meta.xml": strToU8("<m><meta:initial-creator>LibreOffice</meta:initial-creator></m>"),
  });
  expect(readArchivedWorkbook(bytes).format).toBe("ODS");
  expect(judged(bytes)).toEqual([
    "error: Колонка «хто»: схоже на імена людей (3 комірки: B2 «О*** В***», B3 «У*** С***», B4 «Н*** Л***»). Потрібно: дані, що не дають упізнати людину.",
    "error: У назві аркуша схоже на ім’я, телефон або номер особи: «С*** У***. О***.».",
  ]);
});

test("what is no workbook holds nothing, and says so", () => {
  expect(readArchivedWorkbook(strToU8("PK\u0003\u0004 nothing"))).toMatchObject({
    sheets: [],
    texts: [],
    problem: { kind: "broken" },
  });
});
