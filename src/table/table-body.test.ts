import { describe, expect, test } from "vitest";
import { type ReadOptions, readTable } from "./read-table.ts";

const read = (text: string, options: ReadOptions = { form: "any" }) =>
  readTable(new TextEncoder().encode(text), options);

describe("lines git leaves where two changes met", () => {
  const conflict = (line: number) => ({ kind: "forbidden-bytes", line, what: "conflict" });
  test("the first of them is told", () =>
    expect(read("id,name\n1,а\n<<<<<<< HEAD\n2,б\n=======\n3,в\n>>>>>>> main\n").problems).toEqual([
      conflict(3),
    ]));
  test.each([["======="], [">>>>>>> main"], ["<<<<<<<"]])("«%s» is one", (mark) =>
    expect(read(`id,name\n1,а\n${mark}\n`).problems).toEqual([conflict(3)]),
  );
  test("a cell that begins alike is none, nor is one of a column further on", () =>
    expect(
      read("sign,name\n<,а\n=,б\n>,в\n<<<<<<<<,г\n======= ,ґ\n<<<<<,д\nа,<<<<<<<\n").problems,
    ).toEqual([]));
  test("other problems are told beside it", () =>
    expect(read('id,name\n1,"а\n<<<<<<< HEAD\n2,б"\n<<<<<<< HEAD\n3,"в\n').problems).toContainEqual(
      conflict(5),
    ));
});

describe("people named above the data", () => {
  const published: ReadOptions = { form: "published" };
  const author = "Склав Петренко Іван Миколайович";
  const reviewer = "Перевірила Коваленко Олена Іванівна";
  const veiled = "С*** П*** І*** М***";
  const data = "1,5,6\n2,6,7\n3,7,8\n";
  test("in a title, by its line, veiled", () =>
    expect(read(`Перелік установ,,\n${author},,\nid,sum,total\n${data}`).named).toEqual([
      { where: "title", line: 2, record: 2, value: veiled },
    ]));
  test("of a long title its first eighty letters are shown", () =>
    expect(
      read(`"${author} ${"за даними ради міста ".repeat(8)}",,\nid,sum,total\n${data}`).named,
    ).toEqual([
      {
        where: "title",
        line: 1,
        record: 1,
        value: `${veiled}${" з*** д*** р*** м***".repeat(2)} з*** д***`,
      },
    ]));
  test("one among the names of columns; several are candidates, and the law publishes them", () => {
    expect(read(`id,${author},total\n${data}`, published).named).toEqual([
      { where: "header", line: 1, record: 1, value: veiled },
    ]);
    expect(read(`id,${author},${reviewer}\n${data}`, published).named).toBeUndefined();
  });
  test("nobody named: nothing is said", () =>
    expect(Object.keys(read(`id,sum,total\n${data}`))).not.toContain("named"));
});

test("a row that is short leaves its last columns without a value, one that is long adds none", () => {
  const { columns } = read("id,name,sum\n1,а,5\n2\n3,в,6,7,8\n4,г,\n");
  expect(columns.map(({ name, profile }) => [name, profile.distinct, profile.missing])).toEqual([
    ["id", 4, 0],
    ["name", 3, 0],
    ["sum", 2, 1],
  ]);
});

test("without a word on it an empty cell and «null» are no value; with one, what it says", () => {
  const missingOf = (options: ReadOptions) =>
    read("id,name\n1,\n2,null\n3,-\n4,а\n", options).columns[1]?.profile.missing;
  expect(missingOf({ form: "published" })).toBe(2);
  expect(missingOf({ form: "published", missingValues: ["-"] })).toBe(1);
});
