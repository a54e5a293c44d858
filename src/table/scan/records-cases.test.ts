import { describe, expect, test } from "vitest";
import { maskOf } from "./characters.ts";
import { createRecordScanner, type Separators } from "./records.ts";

const usual: Separators = { delimiter: ",", newline: "\n" };

/** All that is told of a text: records with their lines and numbers, and problems with their lines. */
function told(parts: readonly string[], separators = usual) {
  const records: string[] = [];
  const problems: string[] = [];
  const scanner = createRecordScanner(
    separators,
    (record) => {
      const cells = Array.from({ length: record.count }, (_, index) => record.cell(index));
      records.push(`${record.number} in ${record.line}: ${cells.join("|")}`);
      // What is told of a cell without its text agrees with the text.
      cells.forEach((cell, index) => {
        const isHalved = cell.includes('"');
        if (!isHalved) expect(record.lengths[index]).toBe(cell.length);
        expect((record.masks[index] ?? 0) & 1023).toBe(maskOf(cell));
        expect(record.code(index) || Number.NaN).toBe(cell.charCodeAt(0));
        expect(record.asNumber(index)).toBe(Number(cell));
      });
    },
    ({ kind, line }) => problems.push(`${kind} in ${line}`),
  );
  for (const part of parts) scanner.write(part);
  const last = scanner.line();
  scanner.end();
  return { records, problems, last };
}

test.each<[situation: string, text: string, records: string[], problems?: string[]]>([
  ["nothing", "", []],
  ["one cell", "а", ["1 in 1: а"]],
  ["a blank line", "\n", ["1 in 1: "]],
  ["records and cells", "а,б\nв,г\n", ["1 in 1: а|б", "2 in 2: в|г"]],
  ["no break at the end", "а,б\nв,г", ["1 in 1: а|б", "2 in 2: в|г"]],
  ["blank cells", ",а,\n,,\n", ["1 in 1: |а|", "2 in 2: ||"]],
  ["breaks of Windows", "а,б\r\nв,г\r\n", ["1 in 1: а|б", "2 in 2: в|г"]],
  ["a carriage return inside of a cell", "а\rб,в\n", ["1 in 1: а\rб|в"]],
  ["one that ends the text", "а,б\r", ["1 in 1: а|б\r"]],
  ["quoted cells", '"а","б,в"\n"г"', ["1 in 1: а|б,в", "2 in 2: г"]],
  ["blank quoted cells", '"",""\n""', ["1 in 1: |", "2 in 2: "]],
  ["doubled quotes", '"а ""б"" в","""г"""\n', ['1 in 1: а "б" в|"г"']],
  [
    "breaks inside quotes",
    '"а\nб",в\n"г\r\nґ",д\nе',
    ["1 in 1: а\nб|в", "2 in 3: г\r\nґ|д", "3 in 5: е"],
  ],
  ["quoted cells before breaks of Windows", '"а"\r\n"б"\r\n', ["1 in 1: а", "2 in 2: б"]],
  ["numbers", "5,-5,1.5,-0.25,.5,5.,007\n", ["1 in 1: 5|-5|1.5|-0.25|.5|5.|007"]],
  [
    "what is almost a number",
    "-,.,-.,1.5.2,--5,5-,+5,1e5\n",
    ["1 in 1: -|.|-.|1.5.2|--5|5-|+5|1e5"],
  ],
  [
    "long numbers",
    "123456789012345,1234567890123456,0.12345678901234\n",
    ["1 in 1: 123456789012345|1234567890123456|0.12345678901234"],
  ],
  ["numbers in quotes", '"5","-1.5"\n', ["1 in 1: 5|-1.5"]],
  [
    "a quote inside a cell",
    'а,б\nТОВ "Парк",5\nв,г\n',
    ["1 in 1: а|б", '2 in 2: ТОВ "Парк"|5', "3 in 3: в|г"],
    ["stray-quote in 2"],
  ],
  ["several such", 'а"б\nв"г\n', ['1 in 1: а"б', '2 in 2: в"г'], ["stray-quote in 1"]],
  [
    "text behind a closing quote",
    '"а" б,в\nг\n',
    ['1 in 1: "а" б|в', "2 in 2: г"],
    ["stray-quote in 1"],
  ],
  [
    "a quote that takes in the lines after it",
    'а\n1,"б\n2,в\n3,"г" ґ\n4,д\n',
    ["1 in 1: а", '2 in 2: 1|"б\n2,в\n3,"г" ґ', "3 in 5: 4|д"],
    ["stray-quote in 2", "swallowed-lines in 2"],
  ],
  [
    "two such, told once",
    'а"б\n"в\nг"ґ\n"д\nе"є\n',
    ['1 in 1: а"б', '2 in 2: "в\nг"ґ', '3 in 4: "д\nе"є'],
    ["stray-quote in 1", "swallowed-lines in 2"],
  ],
  ["a quote never closed", 'а\nб,"в\nг\n', ["1 in 1: а"], ["open-quote in 2"]],
])("%s", (_, text, records, problems = []) => {
  for (const parts of [[text], [...text], [text.slice(0, 3), text.slice(3)]]) {
    const read = told(parts);
    expect([read.records, read.problems]).toEqual([records, problems]);
  }
});

describe("other separators", () => {
  test("semicolons and the breaks of an old Macintosh", () =>
    expect(told(['а;б,в\r"г;ґ";"д\rе"\rє'], { delimiter: ";", newline: "\r" }).records).toEqual([
      "1 in 1: а|б,в",
      "2 in 2: г;ґ|д\rе",
      "3 in 4: є",
    ]));
  test("a line feed is a character where carriage returns end lines", () =>
    expect(told(["а\nб\rв"], { delimiter: ",", newline: "\r" }).records).toEqual([
      "1 in 1: а\nб",
      "2 in 2: в",
    ]));
});

test("a record of a hundred cells, and one of a hundred quoted badly", () => {
  const cells = Array.from({ length: 100 }, (_, at) => `к${at}`);
  expect(told([`${cells.join(",")}\n`]).records).toEqual([`1 in 1: ${cells.join("|")}`]);
  const stray = ['а"б', ...cells];
  expect(told([`${stray.join(",")}\n`]).records).toEqual([`1 in 1: ${stray.join("|")}`]);
});

test("alike cells have alike hashes, however they are written; others have others", () => {
  const hashes: [number, number][] = [];
  const scanner = createRecordScanner(
    usual,
    (record) => {
      for (let index = 0; index < record.count; index++)
        hashes.push([record.hashes[index] ?? 0, record.moreHashes[index] ?? 0]);
    },
    () => {},
  );
  scanner.write('а б,"а б","в""г",ба\nв"г,а б\n');
  scanner.end();
  const [first, second, halved, other, stray, last] = hashes;
  expect([second, last]).toEqual([first, first]);
  expect(stray).toEqual(halved);
  expect(other?.[0]).not.toBe(first?.[0]);
  expect(other?.[1]).not.toBe(first?.[1]);
});

test("the line where the text not yet taken begins", () => {
  expect(told(["а\nб\nв"]).last).toBe(3);
  expect(told(["а\nб\n"]).last).toBe(3);
  expect(told(['а\n"б\nв']).last).toBe(3);
});
