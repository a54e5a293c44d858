import { CsvError, parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runsOf } from "../../test/fixtures/runs.ts";
import { shapeOf } from "../column/role/shape.ts";
import { characterKinds } from "./characters.ts";
import { createRecordScanner, type RecordProblem } from "./records.ts";

/** Texts full of what parts cells and records, and of what looks so. */
const text = fc
  .array(
    fc.constantFrom("а", "б", ",", "\n", '"', "\r", "\r\n", " ", "1", '""', "😀", '",', ',"'),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(""));

function scanned(parts: readonly string[]): {
  rows: string[][];
  problems: RecordProblem["kind"][];
} {
  const rows: string[][] = [];
  const problems: RecordProblem["kind"][] = [];
  const scanner = createRecordScanner(
    { delimiter: ",", newline: "\n" },
    (record) => rows.push(Array.from({ length: record.count }, (_, index) => record.cell(index))),
    ({ kind }) => problems.push(kind),
  );
  for (const part of parts) scanner.write(part);
  scanner.end();
  return { rows, problems };
}

/** What csv-parse, the parser of record, makes of a text; undefined where a quote is never closed. */
function parsed(csv: string): { rows: string[][]; strict: boolean } | undefined {
  const options = { record_delimiter: ["\r\n", "\n"], relax_column_count: true };
  try {
    return { rows: parse(csv, options) as string[][], strict: true };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  }
  try {
    return { rows: parse(csv, { ...options, relax_quotes: true }) as string[][], strict: false };
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== "CSV_QUOTE_NOT_CLOSED") throw error;
    return undefined;
  }
}

test("5,000 random texts are read as csv-parse reads them, stray quotes included", () => {
  fc.assert(
    fc.property(text, (csv) => {
      const ours = scanned([csv]);
      const theirs = parsed(csv);
      if (theirs) {
        expect(ours.rows).toEqual(theirs.rows);
        expect(ours.problems.filter((kind) => kind !== "swallowed-lines")).toEqual(
          theirs.strict ? [] : ["stray-quote"],
        );
      } else expect(ours.problems.at(-1)).toBe("open-quote");
    }),
    { numRuns: runsOf(1000), seed: 20261124 },
  );
});

test("wherever a text is cut in two, its records are the same", () => {
  fc.assert(
    fc.property(text, (csv) => {
      const whole = scanned([csv]);
      for (let cut = 0; cut <= csv.length; cut++)
        expect(scanned([csv.slice(0, cut), csv.slice(cut)])).toEqual(whole);
      expect(scanned([...csv])).toEqual(whole);
    }),
    { numRuns: runsOf(500), seed: 20261124 },
  );
});

test.each([
  ["a line break inside quotes", 'a,"б\nв"\n2,г\n', [1, 3]],
  ["CRLF", "a,б\r\nв,г\r\nд,е", [1, 2, 3]],
  ["a stray quote on the second line", 'a,б\nв,г"ґ\nд,е\n', [1, 2, 3]],
])("lines are counted as the file has them: %s", (_, csv, lines) => {
  const found: number[] = [];
  const scanner = createRecordScanner(
    { delimiter: ",", newline: "\n" },
    (record) => found.push(record.line),
    () => {},
  );
  scanner.write(csv);
  scanner.end();
  expect(found).toEqual(lines);
});

test("a cell of a million characters is one cell", () => {
  const cell = "слово ".repeat(170_000);
  expect(scanned([`id,note\n1,"${cell}"\n`]).rows).toEqual([
    ["id", "note"],
    ["1", cell],
  ]);
});

test("many stray quotes and one endless line are read in time that grows with the text", () => {
  const quotes = scanned([`id,name\n${'1,КП "Парк" міста\n'.repeat(20_000)}`]);
  expect(quotes.rows.length).toBe(20_001);
  const parts = Array.from({ length: 300 }, () => "слово ".repeat(10_000));
  expect(scanned(parts).rows).toEqual([[parts.join("")]]);
});

/** What numbers are made of, in any order: most of these are none. */
const figure = fc
  .array(fc.constantFrom("0", "1", "5", "9", "12", "345", "678901", ".", ".0", "-", "+"), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join(""));

test("a cell of digits, signs and points is the number that Number makes of it, to the last bit", () => {
  const read = (csv: string): unknown[] => {
    const cells: unknown[] = [];
    const scanner = createRecordScanner(
      { delimiter: ",", newline: "\n" },
      (record) => cells.push(record.cell(0), record.asNumber(0)),
      () => {},
    );
    scanner.write(csv);
    scanner.end();
    return cells;
  };
  fc.assert(
    fc.property(figure, (cell) => {
      expect(read(`${cell}\n"${cell}"\n${cell}"\n`)).toEqual(
        [cell, cell, `${cell}"`].flatMap((text) => [text, Number(text)]),
      );
    }),
    { numRuns: runsOf(1000), seed: 20261129 },
  );
});

test("a cell's first sign is told without its text", () => {
  const codes: number[][] = [];
  const scanner = createRecordScanner(
    { delimiter: ";", newline: "\n" },
    (record) => codes.push(Array.from({ length: record.count }, (_, index) => record.code(index))),
    () => {},
  );
  scanner.write('Усього;;"""а""";-5\n<<<<<<< HEAD;"x"y;\n');
  scanner.end();
  const first = (...cells: string[]) => cells.map((cell) => cell.charCodeAt(0) || 0);
  expect(codes).toEqual([first("У", "", '"', "-"), first("<", '"', "")]);
});

test("what is known of a cell's signs tells its shape no other than its text does", () => {
  fc.assert(
    fc.property(figure, (cell) => {
      let mask = 0;
      for (let at = 0; at < cell.length; at++) mask |= characterKinds[cell.charCodeAt(at)] ?? 0;
      expect(shapeOf(cell, mask)).toBe(shapeOf(cell));
    }),
    { numRuns: runsOf(1000), seed: 20261129 },
  );
});
