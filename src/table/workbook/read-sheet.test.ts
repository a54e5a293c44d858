import { expect, test } from "vitest";
import { inlineRow, type WrittenSheet, xlsx } from "../../test/fixtures/workbook-parts.ts";
import { readArchivedWorkbook } from "./read-workbook.ts";
import { filledBelow, sheetText } from "./sheet-text.ts";

/** The one sheet of a book, as it is read. */
function sheetOf(written: Omit<WrittenSheet, "name">, formats: readonly string[] = []) {
  const [sheet] = readArchivedWorkbook(
    xlsx({ formats, sheets: [{ name: "А", ...written }] }),
  ).sheets;
  if (!sheet) throw new Error("The book has no sheet.");
  return sheet;
}
const number = (cell: string, style: number, value: number) =>
  `<c r="${cell}" s="${style}"><v>${value}</v></c>`;
const joined = (...ranges: readonly string[]) =>
  `<mergeCells count="${ranges.length}">${ranges.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>`;

test("a sheet ends where something is written: blanks, styles and joined cells beyond make it no larger", () => {
  const sheet = sheetOf(
    {
      rows: `${inlineRow(1, "а", "б")}<row r="3">${number("A3", 0, 5)}</row>${inlineRow(4, " ", "", " ")}<row r="6"><c r="D6" s="1"/></row>`,
      after: joined("A3:A6", "B4:B6", "B1:C1"),
    },
    ["0.0"],
  );
  expect([sheet.rows, sheet.width]).toEqual([3, 2]);
  expect(sheet.notes.uncounted.count).toBe(0);
  // A row that holds nothing is absent, and so is a cell.
  expect(Object.keys(sheet.cells)).toEqual(["0", "2", "3"]);
  expect(Object.keys(sheet.cells[3] ?? [])).toEqual(["0", "2"]);
  expect(sheet.merged).toEqual([{ column: 0, from: 3, to: 3 }]);
  expect(sheetText(sheet)).toBe("а,б\n,\n5,\n");
});

test("hidden rows and columns are told up to the last of the table, no further", () => {
  const { notes } = sheetOf({
    before: '<cols><col min="2" max="3" width="9" hidden="1"/></cols>',
    rows: `${inlineRow(1, "а", "б")}<row r="2" hidden="1">${number("A2", 0, 5)}</row><row r="3" hidden="1"/>`,
  });
  expect(notes.hiddenRows).toEqual({ count: 1, first: [{ line: 2, record: 2, value: "" }] });
  expect(notes.hiddenColumns).toEqual([1]);
});

test("of more than twenty hidden rows twenty are named, all are counted", () => {
  const row = (at: number) => `<row r="${at}" hidden="1">${number(`A${at}`, 0, at)}</row>`;
  const { hiddenRows } = sheetOf({
    rows: Array.from({ length: 22 }, (_, at) => row(at + 1)).join(""),
  }).notes;
  expect(hiddenRows.count).toBe(22);
  expect(hiddenRows.first.map(({ record }) => record)).toEqual(
    Array.from({ length: 20 }, (_, at) => at + 1),
  );
});

test("columns of percents and of units are told in their order, whatever row they begin in; of two units the upper", () => {
  const { notes } = sheetOf(
    {
      rows: `<row r="1">${number("C1", 1, 0.5)}${number("D1", 2, 5)}</row><row r="2">${number("A2", 1, 0.5)}${number("B2", 3, 5)}${number("D2", 3, 5)}<c r="E2" s="1" t="inlineStr"><is><t>5 %</t></is></c></row>`,
    },
    ["0%", '0" км"', '0" грн"'],
  );
  expect(notes.percents).toEqual([0, 2]);
  expect(notes.units).toEqual([
    { column: 1, unit: "грн" },
    { column: 3, unit: "км" },
  ]);
});

test("cells joined along a row are joined down no column; what lies under any of them is told", () => {
  const sheet = sheetOf({
    rows: inlineRow(1, "а", "під", "в") + inlineRow(2, "г") + inlineRow(3, "під", "", "ґ"),
    after: joined("A1:B1", "A2:A3", "C1:C3", "B2:B3"),
  });
  expect(sheet.merged).toEqual([
    { column: 0, from: 2, to: 3 },
    { column: 2, from: 1, to: 3 },
    { column: 1, from: 2, to: 3 },
  ]);
  expect(sheet.notes.covered.first).toEqual([
    { line: 1, record: 1, value: "B" },
    { line: 3, record: 3, value: "A" },
    { line: 3, record: 3, value: "C" },
  ]);
  expect(filledBelow(sheet, 1)).toEqual([
    { range: "A2:A3", column: 0, value: "г", from: 2, to: 3 },
  ]);
});

test("joined cells below a row that is not there have no value to repeat", () => {
  const sheet = sheetOf({ rows: inlineRow(1, "а") + inlineRow(4, "б"), after: joined("A2:A3") });
  expect(sheet.merged).toEqual([{ column: 0, from: 2, to: 3 }]);
  expect(filledBelow(sheet, 1)).toEqual([]);
  expect(sheetText(sheet, filledBelow(sheet, 1))).toBe("а\n\n\nб\n");
});

test("of ten thousand and one joined cells the last is not looked at", () => {
  const count = 10_001;
  const { merged } = sheetOf({
    rows: `${inlineRow(1, "а")}<row r="${2 * count}">${number(`A${2 * count}`, 0, 5)}</row>`,
    after: joined(...Array.from({ length: count }, (_, at) => `A${2 * at + 1}:A${2 * at + 2}`)),
  });
  expect(merged.at(-1)).toEqual({ column: 0, from: 19_999, to: 20_000 });
});

test("joined cells that lie on one another are looked at until five million cells were", () => {
  const { covered } = sheetOf({
    rows: `${inlineRow(1, "а")}<row r="1000">${number("ALL1000", 0, 5)}</row>`,
    after: joined(...Array.from({ length: 7 }, () => "A1:ALL1000")),
  }).notes;
  expect(covered.count).toBe(5);
});

test("joined cells that lie on one another are given two million values, and no more", () => {
  const sheet = sheetOf({
    rows: `${inlineRow(1, "а", "б")}<row r="1001">${number("A1001", 0, 5)}</row>`,
  });
  const down = (column: number, value: string) => ({ range: "", column, value, from: 1, to: 1001 });
  const filled = (times: number) => [
    ...Array.from({ length: times }, () => down(0, "а")),
    down(1, "б"),
  ];
  const last = (times: number) => sheetText(sheet, filled(times)).trimEnd().split("\n").at(-1);
  expect([last(1999), last(2000)]).toEqual(["5,б", "5,"]);
});
