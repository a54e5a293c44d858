import { expect, test } from "vitest";
import type { SheetNotes } from "../../../model/table.ts";
import { readTable } from "../../../table/read-table.ts";
import { findingLine } from "../../../test/fixtures/finding-line.ts";
import { sheetExample } from "../example-table.ts";
import { sheetPlain } from "./sheet-plain.ts";

/** What is said of a sheet of two rows and so many columns, c0, c1 and on; the last has no name. */
const told = (columns: number, notes: Partial<SheetNotes>): string[] => {
  const names = Array.from({ length: columns }, (_, at) => (at === columns - 1 ? "" : `c${at}`));
  const row = names.map((_, at) => `${at}`).join();
  const { sheet } = sheetExample({
    when: "",
    sheet: `${names.join()}\n${row}\n${row}\n`,
    notes,
    messages: [],
  });
  const report = readTable(new TextEncoder().encode(sheet?.text), {
    form: "any",
    firstRowIsHeader: true,
  });
  return sheetPlain
    .find({ file: "book.xlsx", sheet: "Дані", form: "any", report, ...sheet })
    .map(findingLine);
};
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
const cells = (count: number) =>
  numbers(count).map((at) => ({ line: at + 2, record: at + 2, value: "B" }));

test.each([10, 12])("%i columns, cells and units are named as far as a line is read", (count) => {
  expect(
    told(count, {
      hiddenColumns: numbers(count),
      percents: numbers(count),
      units: numbers(count).map((column) => ({ column, unit: "км" })),
      comments: cells(count),
      covered: { count, first: cells(count) },
      hiddenRows: { count, first: cells(10) },
    }).join("\n"),
  ).toMatchSnapshot();
});

test("comments to names explain them, those below do not pass into the table", () => {
  const at = (record: number) => ({ line: record, record, value: "A" });
  expect(told(2, { comments: [at(1)] })).toEqual([]);
  expect(told(2, { comments: [at(1), at(2)] })).toEqual([
    "! sheet-plain book.xlsx:Дані:2 Примітки до комірок (1 комірка: A2) до таблиці не перейдуть. → Якщо в примітках є дані, перенесіть їх в окрему колонку.",
  ]);
});
