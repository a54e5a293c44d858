import { describe, expect, test } from "vitest";
import type { TableReport } from "../model/table.ts";
import {
  createTableReader,
  emptyReport,
  type ReadOptions,
  readRows,
  readTable,
  readTableSource,
} from "./read-table.ts";
import { type Encoding, partSize, sampleSize, sourceOf } from "./scan/encoding.ts";

const utf8 = new TextEncoder();
const any: ReadOptions = { form: "any" };
const published: ReadOptions = { form: "published" };

/** A text in UTF-16, the small byte first, with its mark. */
const utf16 = (text: string): Uint8Array =>
  new Uint8Array(new Uint16Array([...`\ufeff${text}`].map((sign) => sign.charCodeAt(0))).buffer);
const windows = new Map(
  [
    ...new TextDecoder("windows-1251").decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)),
  ].map((sign, byte) => [sign, byte]),
);
const inWindows = (text: string) =>
  Uint8Array.from([...text].map((sign) => windows.get(sign) ?? 63));

/** The table of bytes that come in parts of one length, the last one shorter. */
function inParts(bytes: Uint8Array, length: number, options: ReadOptions = any): TableReport {
  const reader = createTableReader(options);
  for (let at = 0; at < bytes.length; at += length) reader.write(bytes.slice(at, at + length));
  return reader.end();
}
const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => `${line(at)}\n`).join("");
/** What a table's rows and cells came to. */
const cellsOf = ({ rows, columns, problems }: TableReport) => ({
  rows,
  problems,
  columns: columns.map(({ name, type, profile }) => [
    name,
    type,
    profile.distinct,
    profile.missing,
  ]),
});

describe("a file in parts, wherever it is cut", () => {
  const table = `id,name\n${lines(11_000, (at) => `${at},Вокзал № ${at}`)}`;
  const broken = `id,name\n${lines(10_000, (at) => `${at},"Вокзал\r\n${at}"`)}`;
  const longCell = `id,name\n1,${"а".repeat(600_000)}\n2,б\n3,${"в".repeat(2000)}`;
  test.each<[what: string, bytes: Uint8Array]>([
    ["a table longer than what is looked at first", utf8.encode(table)],
    ["lines of an old Macintosh", utf8.encode(table.replaceAll("\n", "\r"))],
    ["cells of two lines", utf8.encode(broken)],
    ["UTF-16, whose letters are two bytes", utf16(table)],
    ["a cell longer than what is kept back", utf8.encode(longCell)],
  ])("%s", (_, bytes) => {
    const whole = createTableReader(any);
    whole.write(bytes);
    const expected = whole.end();
    expect(expected.rows).toBeGreaterThan(1);
    for (const length of [bytes.length - 1, 100_001, partSize])
      expect(inParts(bytes, length)).toEqual(expected);
    expect(readTable(bytes, any)).toEqual(expected);
  });

  test("a header longer than what is looked at first is waited for, and its names are whole", () => {
    const names = Array.from({ length: 4000 }, (_, at) => `name${at}_${"a".repeat(70)}`);
    const row = names.map(() => "а").join();
    const { columns, rows } = readTable(utf8.encode(`${names.join()}\n${row}\n${row}\n`), any);
    expect([columns.map(({ name }) => name), rows]).toEqual([names, 2]);
  });
});

describe("a file that is cut, or not all UTF-8", () => {
  test("a last row that is short is cut where the file ends without a line break", () => {
    const cut = (text: string) => readTable(utf8.encode(text), any).truncated;
    const table = `id,name\n${lines(31_000, (at) => `${at},а`)}7`;
    expect([cut(table), cut(`${table}\n`), cut(`${table}\r`)]).toEqual([
      31_002,
      undefined,
      undefined,
    ]);
    const [whole, ended] = ["id,name\n1,а\n2", "id,name\n1,а\n2\n"];
    expect([cut(whole), cut(ended)]).toEqual([3, undefined]);
  });

  test("all that is looked at first tells the encoding, and of a short file the cut letter at its end", () => {
    const late = `id,name\n${lines(10_000, (at) => `${at},station`)}1,Вокзал\n`;
    expect(readTable(inWindows(late), any).encoding.name).toBe("windows-1251");
    const bytes = utf8.encode("id,name\n1,я\n2,я");
    expect(readTable(bytes, any).encoding.sure).toBe("certain");
    expect(readTable(bytes.subarray(0, -1), any).encoding.sure).toBe("guess");
  });

  test("what is not UTF-8 is told by its line, once, and nothing is read behind it", () => {
    const before = utf8.encode(`id,name\n${lines(15_000, (at) => `${at},Вокзал`)}`);
    const bytes = new Uint8Array([...before, 0xc2, 0xe0, 10, ...before, 0xc2, 0xe0, 10]);
    const { problems, rows } = readTable(bytes, any);
    expect(problems).toEqual([{ kind: "not-utf8", line: 15_002 }]);
    expect(rows).toBeLessThanOrEqual(15_000);
    expect(rows).toBeGreaterThan(10_000);
  });

  test("a letter cut at the end of the file is not UTF-8", () => {
    const bytes = utf8.encode(`id,name\n${lines(15_000, (at) => `${at},Вокзал`)}1,я`);
    expect(readTable(bytes, any).problems).toEqual([]);
    expect(readTable(bytes.subarray(0, -1), any).problems).toEqual([
      { kind: "not-utf8", line: 15_002 },
    ]);
  });
});

describe("what is no table", () => {
  test.each<[what: string, bytes: Uint8Array, problem: TableReport["problems"][number]]>([
    ["no byte", new Uint8Array(), { kind: "empty" }],
    ["blank lines", utf8.encode(" \n\n"), { kind: "blank" }],
    [
      "a page",
      utf8.encode(`<!doctype html>\n${"<p>\n".repeat(sampleSize / 2)}`),
      { kind: "forbidden-bytes", line: 1, what: "html" },
    ],
  ])("%s: its problem is told, and nothing was met in it", (_, bytes, problem) => {
    expect(readTable(bytes, any)).toEqual(emptyReport([problem]));
    expect(inParts(bytes, sampleSize)).toEqual(emptyReport([problem]));
  });

  test("a report in which nothing was met", () => {
    const nothing = { count: 0, first: [] };
    expect(emptyReport([])).toEqual({
      encoding: { name: "utf-8", sure: "certain", mark: false },
      separators: { delimiter: ",", newline: "\n" },
      header: [],
      rows: 0,
      columns: [],
      problems: [],
      ragged: nothing,
      blank: nothing,
      repeated: nothing,
      totals: nothing,
      groups: nothing,
      footers: nothing,
      headings: nothing,
      others: [],
      unnamed: 0,
      truncated: undefined,
      swapped: false,
    });
  });
});

describe("a file of any size, read part by part", () => {
  /** Longer than what is looked at first. */
  const ascii = `id,name\n${lines(20_000, (at) => `${at},station`)}`;
  const cyrillic = lines(3000, (at) => `${at},Вокзал`);

  test("one that begins in ASCII and goes on in Windows-1251 is read as Windows-1251", async () => {
    const bytes = inWindows(ascii + cyrillic);
    const report = await readTableSource(sourceOf(bytes), any);
    expect(report.encoding.name).toBe("windows-1251");
    expect(cellsOf(report)).toEqual(
      cellsOf(await readTableSource(sourceOf(utf8.encode(ascii + cyrillic)), any)),
    );
    expect(report.rows).toBe(23_000);
  });

  test("one that goes on in UTF-8 is read as that, and so is one whose other letters stand behind Cyrillic", async () => {
    const good = utf8.encode(ascii + cyrillic);
    expect(await readTableSource(sourceOf(good), any)).toEqual(readTable(good, any));
    const pasted = new Uint8Array([
      ...utf8.encode(`id,name\n${cyrillic.repeat(8)}`),
      ...inWindows(cyrillic),
    ]);
    expect((await readTableSource(sourceOf(pasted), any)).problems).toEqual([
      { kind: "not-utf8", line: 24_002 },
    ]);
  });

  test("a published file and one whose encoding is known are read but once", async () => {
    const bytes = inWindows(ascii + cyrillic);
    const encoding: Encoding = { name: "utf-8", sure: "certain", mark: false };
    for (const options of [published, { ...any, encoding }]) {
      const { encoding: read, problems } = await readTableSource(sourceOf(bytes), options);
      expect([read.name, problems]).toEqual(["utf-8", [{ kind: "not-utf8", line: 20_002 }]]);
    }
  });

  test("of a source that gives one buffer again and again, the beginning is kept", async () => {
    const bytes = utf8.encode(ascii + cyrillic.repeat(8));
    const buffer = new Uint8Array(partSize);
    const read = (from: number, to: number) => {
      buffer.set(bytes.subarray(from, to));
      return buffer.subarray(0, to - from);
    };
    expect(await readTableSource({ byteLength: bytes.length, read }, any)).toEqual(
      readTable(bytes, any),
    );
  });
});

test("rows of a published file: each with its line, none of its header, none that is blank", () => {
  const rowsOf = (text: string) => {
    const bytes = utf8.encode(text);
    return readRows(bytes, readTable(bytes, published));
  };
  expect(rowsOf('id,name\n1,"два\nрядки"\n,\n\n2,\n,б')).toEqual([
    { line: 2, cells: ["1", "два\nрядки"] },
    { line: 6, cells: ["2", ""] },
    { line: 7, cells: ["", "б"] },
  ]);
  expect(rowsOf("id,name\n")).toEqual([]);
  const titled = "id,name\nНомер,Назва\n1,а\n";
  const fields = ["Номер", "Назва"].map((title, at) => ({
    name: ["id", "name"][at] ?? "",
    type: "string" as const,
    title,
    constraints: {},
  }));
  const bytes = utf8.encode(titled);
  expect(readRows(bytes, readTable(bytes, { ...published, fields }))).toEqual([
    { line: 3, cells: ["1", "а"] },
  ]);
});
