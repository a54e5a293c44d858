import { expect, test } from "vitest";
import { keysOf } from "./keys.ts";

const table = {
  header: ["city", "street", "house"],
  rows: [["К", "Миру", "1"], ["К", "", "1"], ["", "-", ""], ["К", "Миру1", ""], ["К"]].map(
    (cells, at) => ({ line: at + 2, cells }),
  ),
};
const schema = { fields: [], missingValues: ["", "-"], foreignKeys: [] };

test("a key is the values of its columns, kept apart; where all of them are missing there is none", () => {
  expect(keysOf(table, schema, "street")).toEqual([
    "Миру",
    undefined,
    undefined,
    "Миру1",
    undefined,
  ]);
  expect(keysOf(table, schema, ["street", "house"])).toEqual([
    "Миру\u001f1",
    "\u001f1",
    undefined,
    "Миру1\u001f",
    undefined,
  ]);
  expect(keysOf(table, schema, ["house", "city"])[0]).toBe("1\u001fК");
});

test("a column the table does not have is missing in every row", () => {
  expect(keysOf(table, schema, "none")).toEqual(table.rows.map(() => undefined));
});
