import { describe, expect, test } from "vitest";
import { inspectFile } from "../../inspect/inspection.ts";
import { titlesOfClean } from "../../inspect/reread.ts";
import { sourceOf } from "../../table/scan/encoding.ts";
import { findingLine } from "../../test/fixtures/finding-line.ts";
import { oddTables } from "../../test/fixtures/odd-tables.ts";
import { ods, type WrittenSheet, xlsx } from "../../test/fixtures/workbook-parts.ts";
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

/** Letters of UTF-8 once read as Windows-1251 and saved so. */
const misread = (text: string) => new TextDecoder("windows-1251").decode(utf8.encode(text));
const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => `${line(at)}\n`).join("");
const names = (count: number, name: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => name(at)).join(",");
const words = ["Назва", "Адреса", "Площа", "Стан", "Власник", "Вид", "Код"];
test.each<[what: string, content: string | Uint8Array]>([
  ["lines of an old Macintosh", "id,name\r1,Вокзал\r2,Центр\r"],
  [
    "letters of an encoding nobody can tell",
    new Uint8Array([...utf8.encode("id,name\n1,"), 0x8a, 0x9a, 0x0a]),
  ],
  [
    "a part pasted from a file in another encoding",
    new Uint8Array([
      ...utf8.encode(`id,name\n${lines(3000, (at) => `${at},Вулиця Соборна`)}`),
      ...[0x39, 0x2c, 0xd6, 0xe5, 0xed, 0xf2, 0xf0, 0x0a],
    ]),
  ],
  [
    "a quote that is closed three lines below",
    'id,name\n1,"Вокзал\n2,Центр\n3,"Ринок" міста\n4,Парк\n',
  ],
  ["one name in sixty columns", `${names(60, () => "a")}\n${names(60, (at) => `${at}`)}\n`],
  ["one name in five columns", "a,a,a,a,a\n1,2,3,4,5\n"],
  [
    "twenty-one names, each twice",
    `${names(42, (at) => `c${at >> 1}`)}\n${names(42, (at) => `${at}`)}\n`,
  ],
  [
    "five names that were misread once",
    `${words.slice(0, 5).map(misread).join(",")}\nа,б,1,в,г\nґ,д,2,е,є\n`,
  ],
  [
    "seven names that were misread once",
    `${words.map(misread).join(",")}\nа,б,1,в,г,ґ,5\nд,е,2,є,ж,з,6\n`,
  ],
  ["five names no program reads", `${words.slice(0, 5).join(",")}\n1,2,3,4,5\n2,3,4,5,6\n`],
  ["a title above names no program reads", "Перелік шкіл,,\nНазва,Адреса,Площа\nа,б,2\nв,г,3\n"],
  ["a title and no names", "Перелік шкіл,,\n1,2,3\n4,5,6\n7,8,9\n"],
  ["places of another town", `name,lat,lon\n${lines(5, (at) => `з${at},50.4${at},30.5${at}`)}`],
  [
    "places of another town, of which one is not known",
    `name,lat,lon\n${lines(5, (at) => (at === 2 ? "з2,," : `з${at},50.4${at},30.5${at}`))}`,
  ],
  ["one place of another town", "name,lat,lon\nа,50.45,30.52\n"],
  [
    "places whose latitude alone lies elsewhere",
    `name,lat,lon\n${lines(5, (at) => `з${at},50.4${at},32.2${at}`)}`,
  ],
  [
    "places of another town among some of this one",
    `name,lat,lon\n${lines(5, (at) => (at === 2 ? "з2,48.5,30.51" : `з${at},50.4${at},30.5${at}`))}`,
  ],
])("a table with %s", async (_, content) => {
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
  /** Of a long sheet, that many pairs of rows joined in its second column, from its twelfth row on. */
  const joinedCells = (count: number) =>
    xlsx({
      sheets: [
        sheet({
          rows:
            row(1, "id", "name", "sum") +
            Array.from({ length: 25 }, (_, at) =>
              row(at + 2, `${at}`, at > 9 && at % 2 === 1 ? "" : `Район ${at}`, `${at}0`),
            ).join(""),
          after: `<mergeCells count="${count}">${Array.from({ length: count }, (_, at) => `<mergeCell ref="B${12 + 2 * at}:B${13 + 2 * at}"/>`).join("")}</mergeCells>`,
        }),
      ],
    });
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
    ["with five joined cells", joinedCells(5)],
    ["with seven", joinedCells(7)],
    [
      "with a blank row, and a hidden column of no name",
      xlsx({
        sheets: [
          sheet({
            before: '<cols><col min="4" max="4" width="9" hidden="1"/></cols>',
            rows: `${row(1, "id", "name", "sum", "")}${row(2, "1", "а", "5", "б")}${row(4, "2", "в", "6", "г")}${row(5, "3", "ґ", "7", "")}`,
          }),
        ],
      }),
    ],
    ["cut short", xlsx({ sheets: [sheet()] }).slice(0, 400)],
  ])("%s", async (_, book) => {
    expect(await told("book.xlsx", book)).toMatchSnapshot();
  });
});
