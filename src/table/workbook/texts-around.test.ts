import { expect, test } from "vitest";
import { inspectFile } from "../../inspect/inspection.ts";
import { inlineRow, xlsx } from "../../test/fixtures/workbook-parts.ts";
import { sourceOf } from "../scan/encoding.ts";
import { readArchivedWorkbook } from "./read-workbook.ts";

const shared = "<si><t>Назва</t></si><si><t>Школа</t><r><t> № 1</t></r></si><si><t/></si>";
const rows =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>б</t></is></c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>5</v></c></row>';
const sheets = [
  { name: "А", rows },
  { name: "Б", rows: inlineRow(1, "прихований"), state: "hidden" as const },
];
test("a comment in a book packed with backslashes is looked at", () => {
  const comments =
    "<comments><authors><author>Рада</author></authors><commentList><comment><text><t>зателефонувати</t></text></comment></commentList></comments>";
  for (const separator of ["/", "\\"] as const)
    expect(
      readArchivedWorkbook(
        xlsx({ sheets, shared, separator, more: { "xl/comments1.xml": comments } }),
      ).texts,
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
