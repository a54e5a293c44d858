import { expect, test } from "vitest";
import { openDatabase } from "./database.ts";

import { askedRecords, type SqlTable } from "./table.ts";

const table: SqlTable = {
  name: "t",
  title: "Таблиця",
  dataset: "t",
  src: "/t.csv",
  rows: 3,
  headerRows: 1,
  missing: ["", "null"],
  columns: [
    { name: "account", title: "Рахунок", numeric: true },
    { name: "share", title: "Частка", numeric: true },
    { name: "people", title: "Люди", numeric: true },
    { name: "code", title: "Код", numeric: false },
    { name: "done", title: "Зроблено", numeric: true, logical: true },
  ],
};
const records = [
  ["12345678901234567890", "48.5079321234567891", "007", "05403286", "true"],
  ["20", "null", "", "NA", "FALSE"],
  ["-12345678901234567891", "1e-7", "12.5", "", "0"],
];

test("a query sees long numbers digit for digit, codes with their zeros, truth as 1 and 0, nothing as null", async () => {
  const { table: asked, rows, texts } = askedRecords(table, records);
  expect(texts).toEqual(["account", "share"]);
  const db = await openDatabase();
  db.load(asked, rows);
  expect(db.query("SELECT * FROM t", 10, 5)).toEqual({
    columns: ["account", "share", "people", "code", "done"],
    rows: [
      ["12345678901234567890", "48.5079321234567891", 7, "05403286", 1],
      ["20", null, null, "NA", 0],
      ["-12345678901234567891", "1e-7", 12.5, null, 0],
    ],
    more: false,
  });
  expect(db.query("SELECT count(*), sum(people) FROM t WHERE done", 10, 5)).toMatchObject({
    rows: [[1, 7]],
  });
});
