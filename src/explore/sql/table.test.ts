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

test("numbers too long for a double compare, sort and join as numbers, those a program writes are counted", async () => {
  const columns = ["amount", "code", "lon"].map((name) => ({ name, title: name, numeric: true }));
  const cells = [
    ["0.30000000000000004", "5", "32.262312345678901"],
    ["100.5", "12345678901234567", "-4.1"],
    ["12345.670000000002", "7", "32.262312345678903"],
    ["7", "100", "101"],
    ["99.99", "12345678901234568", "32.2623123456789010"],
  ];
  const { table: asked, rows, texts } = askedRecords({ ...table, columns }, cells);
  expect(texts).toEqual(["code", "lon"]);
  const db = await openDatabase();
  db.load(asked, rows);
  const answer = (sql: string) => {
    const told = db.query(sql, 10, 5);
    return "rows" in told ? told.rows.map((row) => (row.length === 1 ? row[0] : row)) : told;
  };
  expect(answer("SELECT amount FROM t WHERE amount > 50 ORDER BY amount DESC")).toEqual([
    12345.670000000002, 100.5, 99.99,
  ]);
  expect(answer("SELECT amount FROM t WHERE amount = 0.30000000000000004")).toEqual([
    0.30000000000000004,
  ]);
  expect(answer("SELECT max(amount), min(code), max(code), min(lon), max(lon) FROM t")).toEqual([
    [12345.670000000002, "5", "12345678901234568", "-4.1", "101"],
  ]);
  expect(answer("SELECT code FROM t ORDER BY code")).toEqual([
    "5",
    "7",
    "100",
    "12345678901234567",
    "12345678901234568",
  ]);
  expect(answer("SELECT code FROM t WHERE code BETWEEN 7 AND 12345678901234567")).toEqual([
    "12345678901234567",
    "7",
    "100",
  ]);
  expect(answer("SELECT code FROM t WHERE code > (SELECT avg(amount) FROM t)")).toEqual([
    "12345678901234567",
    "12345678901234568",
  ]);
  expect(answer("SELECT code FROM t WHERE code IN (7, 12345678901234568)")).toEqual([
    "7",
    "12345678901234568",
  ]);
  expect(answer("SELECT lon, count(*) FROM t WHERE lon > 32 AND lon < 1e2 GROUP BY lon")).toEqual([
    ["32.262312345678901", 2],
    ["32.262312345678903", 1],
  ]);
  expect(answer("SELECT count(*) FROM t a JOIN t b ON a.code = b.code")).toEqual([5]);
});
