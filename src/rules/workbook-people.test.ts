import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readWorkbookParts } from "../table/workbook/parts.ts";
import { peopleAround, peopleInSheets } from "./workbook-people.ts";

const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const rows = (...lines: string[][]) =>
  `<worksheet><sheetData>${lines
    .map(
      (line, row) =>
        `<row r="${row + 1}">${line.map((text, at) => cell(`${"ABC"[at]}${row + 1}`, text)).join("")}</row>`,
    )
    .join("")}</sheetData></worksheet>`;
const book = (parts: Record<string, string>) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        "xl/workbook.xml":
          '<workbook><sheets><sheet name="Парки"/><sheet name="Довідник" state="hidden"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": rows(["id", "Назва"], ["1", "Парк"], ["2", "Сквер"]),
        ...parts,
      }).map(([name, xml]) => [name, strToU8(xml)]),
    ),
  );
const judged = (bytes: Uint8Array) => {
  const parts = readWorkbookParts(bytes);
  return [
    ...peopleInSheets("book.xlsx", parts?.sheets ?? []),
    ...peopleAround("book.xlsx", parts?.texts ?? []),
  ].map(({ severity, message }) => `${severity}: ${message}`);
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
      book({
        "xl/worksheets/sheet2.xml": rows(
          ["ПІБ", "n"],
          ["Вербовий Остап", "1"],
          ["Ставчук Уляна", "2"],
          ["Левадна Ніна", "3"],
        ),
        "xl/comments1.xml":
          "<comments><commentList><comment><text><t>Уточнити: Вербовий Остап Ілліч</t></text></comment></commentList></comments>",
        "docProps/core.xml": "<c><dc:creator>Вербовий Остап</dc:creator></c>",
      }),
    ),
  ).toEqual([
    "error: Колонка «ПІБ»: схоже на імена людей (3 комірки: A2 «В*** О***», A3 «С*** У***», A4 «Л*** Н***»). Потрібно: дані, що не дають упізнати людину.",
    "warning: У властивостях книги (автор, хто змінив) схоже на ім’я, телефон або номер особи: «В*** О***».",
    "error: У примітці до комірки схоже на ім’я, телефон або номер особи: «У***: В*** О*** І***».",
  ]);
});

test("an ODS is read as an XLSX is", () => {
  const content = `<office:document-content><table:table table:name="Ставчук У. О."><table:table-row>${["id", "хто"].map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join("")}</table:table-row>${["Остап ВЕРБОВИЙ", "Уляна СТАВЧУК", "Ніна ЛЕВАДНА"].map((text, row) => `<table:table-row><table:table-cell><text:p>${row}</text:p></table:table-cell><table:table-cell><text:p>${text}</text:p></table:table-cell></table:table-row>`).join("")}</table:table></office:document-content>`;
  const bytes = zipSync({
    mimetype: [strToU8("application/vnd.oasis.opendocument.spreadsheet"), { level: 0 }],
    "content.xml": strToU8(content),
    "meta.xml": strToU8("<m><meta:initial-creator>LibreOffice</meta:initial-creator></m>"),
  });
  expect(judged(bytes)).toEqual([
    "error: Колонка «хто»: схоже на імена людей (3 комірки: B2 «О*** В***», B3 «У*** С***», B4 «Н*** Л***»). Потрібно: дані, що не дають упізнати людину.",
    "error: У назві аркуша схоже на ім’я, телефон або номер особи: «С*** У***. О***.».",
  ]);
});

test("what is no workbook is left to the rules on files", () => {
  expect(readWorkbookParts(strToU8("PK\u0003\u0004 nothing"))).toBeUndefined();
});
