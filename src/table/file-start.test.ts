import { expect, test } from "vitest";
import { readStart } from "./file-start.ts";
import type { ReadOptions } from "./read-options.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const startOf = (
  content: string | Uint8Array,
  options: ReadOptions = { form: "any" },
  whole = true,
) => readStart(typeof content === "string" ? bytesOf(content) : content, whole, options);
/** The first records and their header, or the problem. */
function told(...given: Parameters<typeof startOf>) {
  const start = startOf(...given);
  return "problem" in start ? start.problem : { first: start.first, rows: start.layout.rows };
}
const published: ReadOptions = { form: "published" };

test("of a beginning the last line may be cut: whole lines are looked at; the end of a file is looked at too", () => {
  const lines = [
    ["id", "name"],
    ["1", "а"],
  ];
  const text = "id,name\n1,а\n2,б";
  expect(told(text, published, false)).toEqual({ first: lines, rows: ["names"] });
  expect(told(text, published)).toEqual({ first: [...lines, ["2", "б"]], rows: ["names"] });
  expect(told("id,name", published, false)).toEqual({ first: [["id", "name"]], rows: ["names"] });
});

test("a letter cut at the end of a beginning is no fault, at the end of a file it is", () => {
  const bytes = bytesOf("id,name\n1,Вокзал").subarray(0, -1);
  const start = startOf(bytes, published, false);
  expect("problem" in start ? start.problem : start.encoding.name).toBe("utf-8");
  const latin = new Uint8Array([...bytesOf("id,name\n1,"), 0xe0, 0xe1]);
  expect(told(latin, published)).toEqual({ kind: "not-utf8", line: 2 });
});

test("of sixty records and one the layout is found by sixty", () => {
  const rows = Array.from({ length: 70 }, (_, at) => `${at},а\n`).join("");
  const start = startOf(`id,name\n${rows}`);
  expect("problem" in start ? start.problem : start.first.length).toBe(61);
});

test.each<[file: string, content: string, problem: object]>([
  ["no byte", "", { kind: "empty" }],
  ["blanks", " \n\t\n", { kind: "blank" }],
  [
    "a published file parted by semicolons",
    "id;name\n1;а\n2;б\n",
    { kind: "delimiter", found: ";" },
  ],
  ["a page", "<!doctype html>\n", { kind: "forbidden-bytes", line: 1, what: "html" }],
])("%s is no table", (_, content, problem) => {
  expect(told(content, published)).toEqual(problem);
});

test("a published file of one column is a table, whatever parts the words of its cells", () => {
  expect(told("words\nа;б\nв;г\n", published)).toMatchObject({ rows: ["names"] });
  expect(told("Слова\nа;б\nв;г\n", published)).toMatchObject({ rows: ["names"] });
  expect(told("a;b,c\n1;2,3\n4;5,6\n", published)).toMatchObject({ rows: ["names"] });
  expect(told("id;name\n1;а\n2;б\n")).toMatchObject({
    first: [
      ["id", "name"],
      ["1", "а"],
      ["2", "б"],
    ],
  });
});

test("of five thousand columns a table is read, of one more none is", () => {
  const row = (columns: number) =>
    `${Array.from({ length: columns }, (_, at) => `c${at}`).join()}\n`;
  expect(told(row(5000), published)).toMatchObject({ rows: ["names"] });
  expect(told(row(5001), published)).toEqual({ kind: "wide", columns: 5001 });
});

test("what is known before is not found out: the encoding, what parts cells, that the first record is the header", () => {
  const separators = { delimiter: ";", newline: "\n" } as const;
  const encoding = { name: "windows-1251", sure: "certain", mark: false } as const;
  const start = startOf(new Uint8Array([0x31, 0x2c, 0x3b, 0xe0, 10, 0x32, 0x3b, 0xe1, 10]), {
    form: "any",
    separators,
    encoding,
    firstRowIsHeader: true,
  });
  if ("problem" in start) throw new Error(start.problem.kind);
  expect([start.encoding, start.separators, start.first, start.layout.names]).toEqual([
    encoding,
    separators,
    [
      ["1,", "а"],
      ["2", "б"],
    ],
    ["1,", "а"],
  ]);
});
