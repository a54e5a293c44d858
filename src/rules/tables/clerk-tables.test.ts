import { describe, expect, test } from "vitest";
import { findingLine } from "../../fixtures/finding-line.ts";
import { oddTables } from "../../fixtures/odd-tables.ts";
import { ods, type WrittenSheet, xlsx } from "../../fixtures/workbook-parts.ts";
import { inspectFile, titlesOfClean } from "../../inspection.ts";
import { sourceOf } from "../../table/encoding.ts";
import { rules } from "../index.ts";

const utf8 = new TextEncoder();
const territory = {
  places: new Set(["UA35040210000014072"]),
  box: [32.12, 48.42, 32.42, 48.58] as const,
};

/** What a clerk is told of a file, and of its clean table; each in the order it is shown. */
async function told(name: string, content: string | Uint8Array, structure?: string) {
  const bytes = typeof content === "string" ? utf8.encode(content) : content;
  const options = { territory, ...(structure === undefined ? {} : { structure }) };
  const inspection = await inspectFile(name, sourceOf(bytes), options);
  const { findings, structure: likeness } = inspection;
  let clean = "";
  const repairs = await inspection.clean?.((part) => {
    clean += part;
  });
  // A table in which nothing is mended is not read again: it would be told the same, but for a last row that was cut.
  const isCut = findings.some(({ rule }) => rule === "file-whole");
  if (repairs?.length === 0 && inspection.sheet === undefined && !isCut) {
    const reread = await inspectFile(name, sourceOf(utf8.encode(clean)), {
      ...options,
      titles: titlesOfClean(inspection),
    });
    expect(reread.findings.map(findingLine)).toEqual(findings.map(findingLine));
  }
  return [JSON.stringify(likeness) ?? "", ...findings.map(findingLine)].join("\n");
}

test.each(Object.entries(oddTables))("an odd table: %s", async (_, content) => {
  expect(await told("table.csv", content)).toMatchSnapshot();
});

const ofRules = rules.flatMap(({ id, examples }) =>
  examples.flatMap(({ when, files }) =>
    Object.entries(files).flatMap(([file, content]): [string, string | Uint8Array][] =>
      file.endsWith(".csv") && content !== null && content.length < 100_000
        ? [[`${id}: ${when}`, content]]
        : [],
    ),
  ),
);
test.each(ofRules)("a table of the rule %s", async (_, content) => {
  expect(await told("table.csv", content)).toMatchSnapshot();
});

test.each<[what: string, text: string]>([
  ["its own names", "uid,name,type\n1,а,б\n"],
  ["Ukrainian names", "Унікальний ідентифікатор,Назва,Вид\n1,а,б\n"],
  ["three columns in another order", "name,identifier,edrpou\nа,1,02229239\n"],
  ["nothing of it", "a,b,c,d\n1,2,3,4\n"],
])("a table held to a structure: %s", async (_, text) => {
  for (const structure of ["02-organizations", "56-stopTimes"])
    expect(await told("table.csv", text, structure)).toMatchSnapshot();
});

test.each<[what: string, text: string]>([
  ["all that must be", "routeuid,serviceUid,uid\n1,2,3\n2,3,4\n"],
  [
    "its titles, a column more",
    "routeuid,serviceUid,Ідентифікатор рейсу,більше\n1,2,3,4\n2,3,4,5\n",
  ],
  ["a column that may be left out misspelt", "routeuid,serviceUid,uid,eadsing\n1,2,3,а\n2,3,4,б\n"],
  ["a column that must be misspelt", "routeuid,servceUid,uid\n1,2,3\n2,3,4\n"],
  ["two of its columns of three", "routeuid,serviceUid,more\n1,2,3\n2,3,4\n"],
  ["two of its columns of four", "routeuid,serviceUid,more,else\n1,2,3,4\n2,3,4,5\n"],
  ["two of its columns of five", "routeuid,serviceUid,more,else,last\n1,2,3,4,5\n2,3,4,5,6\n"],
  ["three of its columns of eight", "routeuid,serviceUid,uid,a,b,c,d,e\n1,2,3,4,5,6,7,8\n"],
  ["a title above the names", "Рейси міських маршрутів,,\nrouteuid,serviceUid,uid\n1,2,3\n2,3,4\n"],
  [
    "the titles of its template",
    "routeuid,serviceUid,uid\nІдентифікатор маршруту,Тижневий графік роботи,Ідентифікатор рейсу\n1,2,3\n2,3,4\n",
  ],
])("a table held to a small structure, and to none: %s", async (_, text) => {
  expect(await told("table.csv", text, "56-trips")).toMatchSnapshot();
  expect(await told("table.csv", text)).toMatchSnapshot();
});

describe("books", () => {
  const row = (at: number, ...texts: string[]) =>
    `<row r="${at}">${texts.map((text, c) => `<c r="${String.fromCharCode(65 + c)}${at}" t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`;
  const plain = [1, 2, 3].map((at) => row(at + 1, `${at}`, `Назва ${at}`, `${at}0`)).join("");
  const sheet = (more: Partial<WrittenSheet> = {}): WrittenSheet => ({
    name: "Дані",
    rows: row(1, "id", "name", "sum") + plain,
    ...more,
  });
  const hidden = Array.from({ length: 12 }, (_, at) => ({
    name: `Аркуш ${at}`,
    rows: row(1, "а"),
    state: "hidden" as const,
  }));
  const wide = Array.from({ length: 12 }, (_, at) => `c${at}`);
  const cells = (at: number, style: number) =>
    `<row r="${at}">${wide.map((_, c) => `<c r="${String.fromCharCode(65 + c)}${at}" s="${style}"><v>${at}</v></c>`).join("")}</row>`;
  test.each<[what: string, book: Uint8Array]>([
    ["with nothing beside its cells", xlsx({ sheets: [sheet()] })],
    ["with one hidden sheet", xlsx({ sheets: [sheet(), ...hidden.slice(0, 1)] })],
    ["with ten", xlsx({ sheets: [sheet(), ...hidden.slice(0, 10)] })],
    ["with twelve", xlsx({ sheets: [sheet(), ...hidden] })],
    [
      "with columns hidden and a column of nothing",
      xlsx({
        sheets: [sheet({ before: '<cols><col min="1" max="2" width="9" hidden="1"/></cols>' })],
      }),
    ],
    [
      "with twelve columns of percents",
      xlsx({
        formats: ["0%"],
        sheets: [sheet({ rows: row(1, ...wide) + cells(2, 1) + cells(3, 1) })],
      }),
    ],
    [
      "with twelve columns of kilometres",
      xlsx({
        formats: ['0" км"'],
        sheets: [sheet({ rows: row(1, ...wide) + cells(2, 1) + cells(3, 1) })],
      }),
    ],
    [
      "with a name that says kilometres",
      xlsx({
        formats: ['0" КМ"'],
        sheets: [
          sheet({
            rows: `${row(1, "id", "Довжина, км")}<row r="2"><c r="A2"><v>1</v></c><c r="B2" s="1"><v>5</v></c></row>`,
          }),
        ],
      }),
    ],
    [
      "whose rows are joined",
      xlsx({
        sheets: [
          sheet({
            rows: `${row(1, "id", "name", "sum")}${row(2, "1", "а", "5")}${row(3, "2", "", "6")}${row(4, "3", "б", "7")}`,
            after: '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>',
          }),
        ],
      }),
    ],
    [
      "of LibreOffice",
      ods(
        '<table:table table:name="Дані"><table:table-row><table:table-cell office:value-type="string"><text:p>id</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Назва</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>а</text:p></table:table-cell></table:table-row></table:table>',
      ),
    ],
    ["cut short", xlsx({ sheets: [sheet()] }).slice(0, 400)],
  ])("%s", async (_, book) => {
    expect(await told("book.xlsx", book)).toMatchSnapshot();
  });
});
