import fc from "fast-check";
import { expect, test } from "vitest";
import { runsOf } from "../../test/fixtures/runs.ts";
import { readPlainLines } from "./plain-lines.ts";
import { createRecordScanner, type Separators } from "./records.ts";

function scanned(text: string, separators: Separators): string[][] {
  const rows: string[][] = [];
  const scanner = createRecordScanner(
    separators,
    (record) => rows.push(Array.from({ length: record.count }, (_, index) => record.cell(index))),
    () => {},
  );
  scanner.write(text);
  scanner.end();
  return rows;
}

const part = fc.constantFrom(
  ...["а", "1", ",", ";", "\n", "\r\n", "\r", '"', '""', ",,", "\n\n", '"а, б"', ',"б"\n', "😀"],
);
const separators = fc.record({
  delimiter: fc.constantFrom(",", ";"),
  newline: fc.constantFrom<Separators["newline"]>("\n", "\r"),
});

test("10,000 random texts are read as the scanner reads them, or left to it", () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 14 }), separators, (parts, parted) => {
      const text = parts.join("");
      expect(readPlainLines(text, parted) ?? scanned(text, parted)).toEqual(scanned(text, parted));
    }),
    { numRuns: runsOf(2000), seed: 20261130 },
  );
});

const usual: Separators = { delimiter: ",", newline: "\n" };

test.each([
  ["nothing", "", []],
  [
    "lines without a quote",
    "а,б\n1,\n",
    [
      ["а", "б"],
      ["1", ""],
    ],
  ],
  ["a last line that no break ends", "а\nб", [["а"], ["б"]]],
  ["breaks of Windows, and a return that is no break", "а\r\nб\r", [["а"], ["б\r"]]],
  ["blank lines", "а\n\nб\n", [["а"], [""], ["б"]]],
  ["whole cells in quotes", '"а, б",в,""\n', [["а, б", "в", ""]]],
])("%s are plain", (_, text, cells) => {
  expect(readPlainLines(text, usual)).toEqual(cells);
});

test.each([
  ["a quoted cell of two lines", '"а\nб",1\n'],
  ["a doubled quote", '"а ""б""",1\n'],
  ["a quote in a cell", 'а "б",1\n'],
  ["what stands behind a quoted cell", '"а" б,1\n'],
])("%s is left to the scanner", (_, text) => {
  expect(readPlainLines(text, usual)).toBeUndefined();
});
