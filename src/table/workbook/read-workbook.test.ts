import { CFB, utils, write } from "@e965/xlsx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { inlineRow, ods, xlsx } from "../../test/fixtures/workbook-parts.ts";
import { workbookKind } from "./kind.ts";
import { readWorkbook } from "./read-workbook.ts";
import { filledBelow, sheetText } from "./sheet-text.ts";

/*
 * What public books showed, written anew by the parts below. 224 of them were read beside xlrd, openpyxl and LibreOffice
 * (60,568 cells; the ten that differ are days that never were, spans and line ends):
 * github.com/tafia/calamine 263762c8e98e: tests/covered.ods, richtext-after-plain.xlsx, date_1904.xlsx,
 * issue_419.xlsx, issue_594_dos.ods, pass_protected.ods, biff5_write.xls, has_x000D_.xlsx;
 * github.com/tidyverse/readxl 47f8aeac0a99: tests/testthat/sheets/inlineStr2.xlsx, richtext-coloured.xlsx, dates-leap-year-1900-xls.xls,
 * new_line_errors.xlsx; github.com/python-excel/xlrd 3a19d22014d7: tests/samples/namesdemo.xls, formula_test_names.xls.
 */

/** Sheets by name, as CSV lines. */
async function textsOf(book: Uint8Array): Promise<Record<string, string[]>> {
  const { sheets, problem } = await readWorkbook(book);
  expect(problem).toBeUndefined();
  return Object.fromEntries(
    sheets.map((sheet) => [sheet.name, sheetText(sheet).trimEnd().split("\n")]),
  );
}
const sheetOf = async (book: Uint8Array) => {
  const [sheet] = (await readWorkbook(book)).sheets;
  if (!sheet) throw new Error("The book has no sheet.");
  return sheet;
};
const cellsOf = ({ first }: { first: readonly { record: number; value: string }[] }) =>
  first.map(({ record, value }) => `${value}${record}`);

describe("texts of XLSX", () => {
  const shared =
    '<si><t>Назва</t></si><si><t/></si><si><r><t>Школа</t></r><r><rPr><b/></rPr><t xml:space="preserve"> № 1</t></r></si><si><t>два&#10;рядки</t></si>';
  const rows =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>3</v></c></row><row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="s"><v>1</v></c></row><row r="3"><c r="A3" t="s"/><c r="B3"><v>5</v></c></row>';
  const expected = ['Назва,"два', 'рядки"', "Школа № 1,", ",5"];
  test.each([
    ["as Excel writes them", {}],
    ["whose part is named with a capital", { sharedName: "xl/SharedStrings.xml" }],
    ["whose parts are named by backslashes", { separator: "\\" as const }],
  ])("%s", async (_, options) => {
    const book = xlsx({ sheets: [{ name: "А", rows }], shared, ...options });
    expect(await textsOf(book)).toEqual({ А: expected });
  });

  test("a text before the runs of a rich one, shared and inline", async () => {
    const book = xlsx({
      sheets: [
        {
          name: "А",
          rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>перед </t><r><rPr><b/></rPr><t>після</t></r></is></c></row>',
        },
      ],
      shared: "<si><t>Школа</t><r><t> № </t></r><r><t>1</t></r></si>",
    });
    expect(await textsOf(book)).toEqual({ А: ["Школа № 1,перед після"] });
  });

  test("inline, rich, and of a formula", async () => {
    const book = xlsx({
      sheets: [
        {
          name: "А",
          rows: '<row r="1"><c r="A1" t="inlineStr"><is><r><t>перед </t></r><r><t>після</t></r></is></c><c r="B1" t="str"><f>"а"&amp;"б"</f><v>аб</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#DIV/0!</v></c></row>',
        },
      ],
    });
    expect(await textsOf(book)).toEqual({ А: ["перед після,аб,true,#DIV/0!"] });
  });
});

describe("numbers by their formats", () => {
  const formats = [
    "dd.mm.yyyy",
    "hh:mm",
    "[h]:mm",
    "00000000",
    "0.0%",
    '# ##0.00" ₴"',
    "dd.mm.yyyy hh:mm:ss",
    "@",
    '"д."0',
    "mm:ss",
  ];
  const written = (date1904: boolean, ...cells: [style: number, value: number][]) =>
    xlsx({
      formats,
      date1904,
      sheets: [
        {
          name: "А",
          rows: `<row r="1">${cells.map(([style, value], at) => `<c r="${String.fromCharCode(65 + at)}1" s="${style}"><v>${value}</v></c>`).join("")}</row>`,
        },
      ],
    });
  test.each([
    ["a date", 1, 45352, "2024-03-01"],
    ["the first of March 1900, after the day that never was", 1, 61, "1900-03-01"],
    ["a time of the day", 2, 0.396527777777778, "09:31"],
    ["a span beyond a day", 3, 1.05208333333333, "25:15"],
    ["a span shown as a time of the day", 2, 1.05208333333333, "25:15"],
    ["a moment of which only the hours are shown", 2, 45352.39652777778, "2024-03-01T09:31"],
    ["a code with its zeros", 4, 2229239, "02229239"],
    ["a share", 5, 0.125, "0.125"],
    ["a sum of money", 6, 1234567.5, "1234567.5"],
    ["a moment with seconds", 7, 45352.587152777778, "2024-03-01T14:05:30"],
    ["a number kept as text's", 8, 121, "121"],
    ["a number with a letter before it that is no day", 9, 5, "5"],
    ["minutes and seconds", 10, 0.0071875, "00:10:21"],
    ["what a computer's halves made of 0.1 + 0.2", 0, 0.30000000000000004, "0.3"],
    ["a number under a millionth", 0, 1.5e-7, "0.00000015"],
  ])("%s", async (_, style, value, text) => {
    expect(await textsOf(written(false, [style, value]))).toEqual({
      А: [text],
    });
  });
  test("the system of 1904: the same day four years and a day later", async () =>
    expect(await textsOf(written(true, [1, 0], [1, 43890]))).toEqual({
      А: ["1904-01-01,2024-03-01"],
    }));
});

describe("what a sheet says beside its cells", () => {
  test("a formula that nobody counted; one that came to nothing is no such", async () => {
    const { notes } = await sheetOf(
      xlsx({
        sheets: [
          {
            name: "А",
            rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f></c><c r="C1" t="str"><f>IF(A1,"","а")</f><v></v></c><c r="D1"><f>A1</f><v>1</v></c></row>',
          },
        ],
      }),
    );
    expect(cellsOf(notes.uncounted)).toEqual(["B1"]);
  });

  test("hidden rows and columns, percents, joined cells", async () => {
    const sheet = await sheetOf(
      xlsx({
        formats: ["0%"],
        sheets: [
          {
            name: "А",
            before:
              '<cols><col min="2" max="3" width="9" hidden="1"/><col min="9" max="9" width="9" hidden="1"/></cols>',
            rows: `${inlineRow(1, "а", "б", "в")}<row r="2"><c r="A2" t="inlineStr"><is><t>Фортечний</t></is></c><c r="C2" s="1"><v>0.5</v></c></row><row r="3" hidden="1"><c r="C3" s="1"><v>0.25</v></c></row>`,
            after:
              '<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/></mergeCells>',
          },
        ],
      }),
    );
    expect(cellsOf(sheet.notes.hiddenRows)).toEqual(["3"]);
    expect(sheet.notes.hiddenColumns).toEqual([1, 2]);
    expect(sheet.notes.percents).toEqual([2]);
    const filled = filledBelow(sheet, 1);
    expect(filled).toEqual([{ range: "A2:A3", column: 0, value: "Фортечний", from: 2, to: 3 }]);
    expect(filledBelow(sheet, 2)).toEqual([]);
    expect(sheetText(sheet, filled)).toBe("а,б,в\nФортечний,,0.5\nФортечний,,0.25\n");
  });

  test("units that a format writes, and days of 1904", async () => {
    const formats = [
      '# ##0.00" ₴"',
      "#,##0.00\\ [$₴-422];-#,##0.00\\ [$₴-422]",
      '0" км"',
      "$#,##0",
      '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-',
      '0" "0',
      "dd.mm.yyyy",
      "0%",
      "[Red]#,##0",
    ];
    const cells = formats
      .map((_, at) => `<c r="${String.fromCharCode(65 + at)}1" s="${at + 1}"><v>5</v></c>`)
      .join("");
    const sheet = (date1904: boolean) =>
      sheetOf(
        xlsx({ formats, date1904, sheets: [{ name: "А", rows: `<row r="1">${cells}</row>` }] }),
      );
    const { notes } = await sheet(true);
    expect(notes.units).toEqual([
      { column: 0, unit: "₴" },
      { column: 1, unit: "₴" },
      { column: 2, unit: "км" },
      { column: 3, unit: "$" },
    ]);
    expect(notes.percents).toEqual([7]);
    expect(notes.from1904).toBe(true);
    expect((await sheet(false)).notes.from1904).toBe(false);
  });

  test("a styled corner of the largest sheet costs nothing", async () => {
    const { rows, width } = await sheetOf(
      xlsx({
        formats: ["0.0"],
        sheets: [
          {
            name: "А",
            rows: `${inlineRow(1, "а", "б")}<row r="1048576"><c r="XFD1048576" s="1"/></row>`,
          },
        ],
      }),
    );
    expect([rows, width]).toEqual([1, 2]);
  });

  test("hidden sheets are told, sheets of a chart are no tables", async () => {
    const chart = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const book = xlsx({
      sheets: [
        { name: "А", rows: inlineRow(1, "а") },
        { name: "Б", rows: inlineRow(1, "б"), state: "hidden" },
        { name: "В", rows: inlineRow(1, "в"), state: "veryHidden" },
        { name: "Графік", rows: "" },
      ],
      more: {
        "xl/worksheets/sheet4.xml": `<chartsheet xmlns="${chart}"><sheetViews/></chartsheet>`,
      },
      change: {
        "[Content_Types].xml": (xml) =>
          xml.replace(/(sheet4\.xml" ContentType="[^"]*)worksheet/, "$1chartsheet"),
        "xl/_rels/workbook.xml.rels": (xml) =>
          xml.replace(/(Id="rId4" Type="[^"]*)worksheet"/, '$1chartsheet"'),
      },
    });
    const { sheets } = await readWorkbook(book);
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["А", false],
      ["Б", true],
      ["В", true],
    ]);
  });
});

describe("ODS", () => {
  const cell = (text: string) =>
    `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
  const row = (...texts: readonly string[]) =>
    `<table:table-row>${texts.map(cell).join("")}</table:table-row>`;

  test("without styles, with a million repeated rows at its end", async () => {
    const book = ods(
      `<table:table table:name="А">${row("id", "name")}${row("1", "Вокзал")}<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`,
    );
    expect(await textsOf(book)).toEqual({ А: ["id,name", "1,Вокзал"] });
  });

  test("times, spans, shares, dates and repeated cells", async () => {
    const typed = (type: string, value: string, shown: string) =>
      `<table:table-cell office:value-type="${type}" office:${type === "date" ? "date" : type === "time" ? "time" : "value"}${type === "float" || type === "percentage" ? "" : "-value"}="${value}"><text:p>${shown}</text:p></table:table-cell>`;
    const book = ods(
      `<table:table table:name="А"><table:table-row>${typed("time", "PT09H31M00S", "09:31")}${typed("time", "PT25H15M00S", "25:15")}${typed("percentage", "0.125", "12,5 %")}${typed("date", "2024-03-01", "01.03.24")}<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell></table:table-row></table:table>`,
      { withStyles: true },
    );
    expect(await textsOf(book)).toEqual({ А: ["09:31,25:15,0.125,2024-03-01,7,7"] });
  });

  test("hidden sheets are told, and hidden rows and columns of their tables", async () => {
    const book = ods(
      `<table:table table:name="А" table:style-name="ta1"><table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>${row("а", "б")}<table:table-row table:visibility="filter" table:number-rows-repeated="2">${cell("в")}</table:table-row><table:table-row table:visibility="collapse">${cell("г")}</table:table-row><table:table-row table:visibility="collapse"><table:table-cell/></table:table-row></table:table><table:table table:name="Б" table:style-name="ta2">${row("а")}</table:table>`,
      {
        styles:
          '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>',
      },
    );
    const { sheets } = await readWorkbook(book);
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["А", false],
      ["Б", true],
    ]);
    expect(cellsOf(sheets[0]?.notes.hiddenRows ?? { first: [] })).toEqual(["2", "3", "4"]);
    expect(sheets[0]?.notes.hiddenColumns).toEqual([1]);
  });

  test("a comment is told by its cell", async () => {
    const note =
      "<office:annotation><text:p>уточнити</text:p></office:annotation><text:p>б</text:p>";
    const { notes } = await sheetOf(
      ods(
        `<table:table table:name="А">${row("id", "name")}<table:table-row>${cell("1")}<table:table-cell office:value-type="string">${note}</table:table-cell></table:table-row></table:table>`,
      ),
    );
    expect(notes.comments).toEqual([{ line: 2, record: 2, value: "B" }]);
  });

  test("a template of a spreadsheet is read as one", async () => {
    const parts = unzipSync(ods(`<table:table table:name="А">${row("id")}</table:table>`));
    const mimetype = "application/vnd.oasis.opendocument.spreadsheet-template\n";
    const book = zipSync({ ...parts, mimetype: strToU8(mimetype) });
    expect((await readWorkbook(book)).format).toBe("ODS");
    expect(await textsOf(book)).toEqual({ А: ["id"] });
  });

  test("what lies under a joined cell is there, and told", async () => {
    const under = (tag: string, text: string, more = "") =>
      `<table:table-row><table:${tag} office:value-type="string"${more}><text:p>${text}</text:p></table:${tag}></table:table-row>`;
    const sheet = await sheetOf(
      ods(
        `<table:table table:name="А">${under("table-cell", "а")}${under("table-cell", "б", ' table:number-columns-spanned="1" table:number-rows-spanned="3"')}${under("covered-table-cell", "під ним")}<table:table-row><table:covered-table-cell/></table:table-row></table:table>`,
      ),
    );
    expect(sheetText(sheet)).toBe("а\nб\nпід ним\n");
    expect(cellsOf(sheet.notes.covered)).toEqual(["A3"]);
  });

  test("under a password is told as that", async () => {
    const book = ods("", {
      manifest:
        '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>',
    });
    expect((await readWorkbook(book)).problem?.kind).toBe("encrypted");
  });
});

test.each(["biff8", "xlsb"] as const)("%s of another writer is read", async (bookType) => {
  const rows = [
    ["id", "назва"],
    [1, "Їжак і ґава"],
  ];
  const book = utils.book_new(utils.aoa_to_sheet(rows), "А");
  const bytes = new Uint8Array(write(book, { type: "array", bookType }));
  expect(await textsOf(bytes)).toEqual({ А: ["id,назва", "1,Їжак і ґава"] });
});

describe("books of the nineties, a byte a letter", () => {
  const u16 = (...numbers: readonly number[]) => numbers.flatMap((n) => [n & 255, n >> 8]);
  const record = (type: number, ...bytes: readonly number[]) => [
    ...u16(type, bytes.length),
    ...bytes,
  ];
  const letters = [...new TextDecoder("windows-1251").decode(Uint8Array.from(Array(256).keys()))];
  const text1251 = (text: string) => [...text].map((letter) => letters.indexOf(letter));
  const label = (row: number, column: number, text: string) =>
    record(0x0204, ...u16(row, column, 0, text.length), ...text1251(text));
  const cells = [label(0, 0, "id"), label(0, 1, "назва"), label(1, 1, "Їжак і ґава")].flat();
  const codePage = record(0x42, ...u16(1251));
  const end = record(0x0a);
  const expected = ["id,назва", ",Їжак і ґава"];

  test("BIFF4, records alone", async () => {
    const book = [...record(0x0409, ...u16(0, 0x10, 0)), ...codePage, ...cells, ...end];
    expect(Object.values(await textsOf(Uint8Array.from(book)))).toEqual([expected]);
  });

  test("BIFF5, in a stream that is called Book", async () => {
    const begin = (kind: number) => record(0x0809, ...u16(0x0500, kind, 0, 0));
    const sheetName = text1251("А");
    const globals = (at: number) => [
      ...begin(5),
      ...codePage,
      ...record(0x85, ...u16(at, 0, 0), sheetName.length, ...sheetName),
      ...end,
    ];
    const file = CFB.utils.cfb_new();
    const stream = [...globals(globals(0).length), ...begin(0x10), ...cells, ...end];
    CFB.utils.cfb_add(file, "/Book", Uint8Array.from(stream));
    const book = new Uint8Array(CFB.write(file, { type: "array" }));
    expect(await textsOf(book)).toEqual({ А: expected });
  });
});

describe("parts that say less than they should", () => {
  const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
  const shared = "<si><t>Назва</t></si>";
  test("texts that the list of types forgot are read", async () => {
    const book = xlsx({
      sheets: [{ name: "А", rows }],
      shared,
      change: {
        "[Content_Types].xml": (xml) => xml.replace(/<Override PartName="\/xl\/shared[^>]*>/, ""),
      },
    });
    expect(await textsOf(book)).toEqual({ А: ["Назва"] });
  });
  test("a sheet that cannot be read is told, not left out", async () => {
    const book = xlsx({
      sheets: [
        { name: "А", rows },
        { name: "Б", rows: inlineRow(1, "б") },
      ],
    });
    const { sheets } = await readWorkbook(book);
    expect(sheets.map(({ name, unread, rows }) => [name, unread, rows])).toEqual([
      ["А", true, 0],
      ["Б", undefined, 1],
    ]);
  });
});

test("what begins with a workbook's first letters is none", () => {
  const begins = (text: string) => workbookKind(new TextEncoder().encode(text));
  expect([begins("PK,name\n1,а\n"), begins("\t\t4\t0\n"), begins("\tid\tname\n")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("a broken archive and one that would fill the memory end in a word each", async () => {
  const whole = xlsx({ sheets: [{ name: "А", rows: inlineRow(1, "а") }] });
  expect((await readWorkbook(whole.subarray(0, whole.length - 40))).problem?.kind).toBe("broken");
  const bomb = xlsx({ sheets: [{ name: "А", rows: " ".repeat(280 * 1024 * 1024) }] });
  expect((await readWorkbook(bomb)).problem?.kind).toBe("too-big");
});

test("a few bytes that stand for more cells than any memory holds are refused before they are opened", async () => {
  const cell =
    '<table:table-cell table:number-columns-repeated="999999999" office:value-type="string"><text:p>X</text:p></table:table-cell>';
  const repeated = ods(
    `<table:table table:name="А"><table:table-row table:number-rows-repeated="999999999">${cell}</table:table-row></table:table>`,
  );
  expect((await readWorkbook(repeated)).problem?.kind).toBe("too-big");
  const corners = xlsx({
    sheets: [
      {
        name: "А",
        rows: `${inlineRow(1, "а")}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`,
      },
    ],
  });
  expect((await readWorkbook(corners)).problem).toEqual({
    kind: "too-big",
    reason: "комірок на аркуші — 17179869184",
  });
});
