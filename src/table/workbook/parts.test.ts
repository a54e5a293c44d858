import { expect, test } from "vitest";
import { inlineRow, ods, xlsx } from "../../fixtures/workbook-parts.ts";
import { inspectFile } from "../../inspection.ts";
import { sourceOf } from "../encoding.ts";
import { readWorkbookParts } from "./parts.ts";
import { readWorkbook } from "./read-workbook.ts";
import { sheetText } from "./sheet-text.ts";

const shared = "<si><t>Назва</t></si><si><t>Школа</t><r><t> № 1</t></r></si><si><t/></si>";
const rows =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>б</t></is></c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>5</v></c></row>';
const sheets = [
  { name: "А", rows },
  { name: "Б", rows: inlineRow(1, "прихований"), state: "hidden" as const },
];
const cell = (text: string) =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;

test.each<[string, Uint8Array]>([
  ["as Excel packs it", xlsx({ sheets, shared })],
  ["a capital in the part of texts", xlsx({ sheets, shared, sharedName: "xl/SharedStrings.xml" })],
  ["backslashes in the names of parts", xlsx({ sheets, shared, separator: "\\" })],
  [
    "ODS with a value under a joined cell",
    ods(
      `<table:table table:name="А"><table:table-row>${cell("а")}${cell("б")}</table:table-row><table:table-row>${cell("в")}<table:covered-table-cell office:value-type="string"><text:p>г</text:p></table:covered-table-cell></table:table-row></table:table>`,
    ),
  ],
])("the reader for people and the reader of tables see the same texts: %s", async (_, book) => {
  const { sheets: read } = await readWorkbook(book);
  expect(readWorkbookParts(book)?.sheets).toEqual(
    read.map((sheet) => ({ name: sheet.name, csv: sheetText(sheet) })),
  );
});

test("a comment in a book packed with backslashes is looked at", () => {
  const comments =
    "<comments><authors><author>Рада</author></authors><commentList><comment><text><t>зателефонувати</t></text></comment></commentList></comments>";
  for (const separator of ["/", "\\"] as const)
    expect(
      readWorkbookParts(xlsx({ sheets, shared, separator, more: { "xl/comments1.xml": comments } }))
        ?.texts,
    ).toContainEqual({ where: "comment", text: "зателефонувати" });
});

test("a person's name in a joined cell and in a hidden sheet's name is nowhere shown as it stands", async () => {
  const names = ["Гнатищук Ігор Іванович", "Рудик Ольга Петрівна", "Саєнко Марта Тарасівна"];
  const book = xlsx({
    sheets: [
      {
        name: "А",
        rows: [
          inlineRow(1, "id", "вулиця", "керівник"),
          ...names.flatMap((name, at) => [
            inlineRow(2 * at + 2, `${2 * at + 1}`, "Соборна", name),
            inlineRow(2 * at + 3, `${2 * at + 2}`, "Миру"),
          ]),
        ].join(""),
        after: `<mergeCells count="3">${names.map((_, at) => `<mergeCell ref="C${2 * at + 2}:C${2 * at + 3}"/>`).join("")}</mergeCells>`,
      },
      { name: names[0] ?? "", rows: inlineRow(1, "а"), state: "hidden" },
    ],
  });
  const { findings, clean, report } = await inspectFile("a.xlsx", sourceOf(book));
  const repairs = await clean?.(() => {});
  const shown = JSON.stringify([findings, repairs, report]);
  for (const word of names.flatMap((name) => name.split(" "))) expect(shown).not.toContain(word);
  expect(findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(["cells-joined", "personal-data", "sheet-plain"]),
  );
});
