import { expect, test } from "vitest";
import { inspectFile } from "../../inspect/inspection.ts";
import { inlineRow, xlsx } from "../../test/fixtures/workbook-parts.ts";
import { sourceOf } from "../scan/encoding.ts";
import { readArchivedWorkbook } from "./read-workbook.ts";
import { textsAround } from "./texts-around.ts";

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

/** Texts beside the cells of opened parts, as «where: text». */
const around = (
  parts: Record<string, string>,
  sheetNames: readonly string[] = [],
  odsContent = "",
): string[] =>
  textsAround(
    new Map(Object.entries(parts).map(([name, xml]) => [name, new TextEncoder().encode(xml)])),
    sheetNames,
    odsContent,
  ).map(({ where, text }) => `${where}: ${text}`);

test("of an XLSX: who made it, its sheets, comments old and new with those who wrote them", () => {
  expect(
    around(
      {
        "xl/worksheets/sheet1.xml": "<text>комірка</text><author>Не автор</author>",
        "xl/threadedComments/threadedComment1.xml":
          "<ThreadedComments><threadedComment ref='A1'><text>нова</text></threadedComment></ThreadedComments>",
        "xl/persons/person.xml":
          '<personList><person displayName="Олена &amp; Ко" id="1"/><person displayName=""/></personList>',
        "xl/comments1.xml":
          "<x:comments><x:author>Ігор</x:author><x:author> </x:author><x:comment><x:text><x:r><x:t xml:space='preserve'>стара </x:t></x:r><x:r><x:t>примітка</x:t></x:r></x:text></x:comment></x:comments>",
        "docProps/core.xml":
          "<cp:coreProperties><dc:creator>Марія</dc:creator><dc:title>Назва</dc:title><cp:lastModifiedBy> Марія </cp:lastModifiedBy></cp:coreProperties>",
        "docProps/app.xml":
          "<Properties><Manager>Петро</Manager><Manager>Петро</Manager></Properties>",
        "docProps/custom.xml": "<Properties><Manager>Не він</Manager></Properties>",
      },
      ["Дані", " ", "Дані"],
    ),
  ).toEqual([
    "author: Петро",
    "author: Марія",
    "author: Марія",
    "sheet: Дані",
    "author: Ігор",
    "comment: стара примітка",
    "author: Олена & Ко",
    "comment: нова",
  ]);
});

test("of an ODS: who made it and printed it, its sheets, annotations with those who wrote them", () => {
  expect(
    around(
      {
        "meta.xml":
          "<office:meta><meta:initial-creator>Марія</meta:initial-creator><dc:creator>Петро</dc:creator><meta:printed-by>Ганна</meta:printed-by></office:meta>",
        "Pictures/meta.xml": "<dc:creator>Не автор</dc:creator>",
      },
      ["Аркуш1"],
      '<text:p>комірка</text:p><office:annotation draw:style-name="gr1"><dc:creator>Ігор</dc:creator><text:p>перший</text:p><text:p>другий</text:p></office:annotation><dc:creator>Не автор</dc:creator>',
    ),
  ).toEqual([
    "author: Петро",
    "author: Марія",
    "author: Ганна",
    "sheet: Аркуш1",
    "author: Ігор",
    "comment: перший",
    "comment: другий",
  ]);
});

test("letters written as numbers and names are letters; what is no letter stays as it stands", () => {
  const written = (text: string) =>
    around({ "docProps/core.xml": `<dc:creator>${text}</dc:creator>` })[0]?.slice(
      "author: ".length,
    );
  expect(
    [
      "&#1030;&#x433;&#X43E;р",
      "&lt;&gt;&amp;&quot;&apos;",
      "&amp;lt;",
      "&nbsp;і &constructor;",
      "&#99999999;",
      "&#x;",
    ].map(written),
  ).toEqual(["Ігор", "<>&\"'", "&lt;", "&nbsp;і &constructor;", "\u{10ffff}", "&#x;"]);
});
