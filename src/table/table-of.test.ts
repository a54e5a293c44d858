import { expect, test } from "vitest";
import type { Row, Table } from "../model/table.ts";
import { readTable } from "./read-table.ts";
import { tableOf } from "./table-of.ts";

const report = readTable(new TextEncoder().encode("id,name\n1,Вокзал\n2,Центр\n"), {
  form: "published",
});

/** A table of so many rows as its report says, which counts how often they are read. */
function counted(rows: number): Table & { read: number } {
  let read = 0;
  const table = tableOf(
    { ...report, rows },
    (): Row[] => {
      read++;
      return [];
    },
    (_, count) => count(),
  );
  return Object.defineProperty(table, "read", { get: () => read }) as Table & { read: number };
}

test("rows asked for again are not read again", () => {
  const table = counted(2);
  expect(table.rows).toBe(table.rows);
  expect(table.read).toBe(1);
});

test("rows of small tables are held side by side", () => {
  const [one, other] = [counted(1000), counted(1000)];
  for (const { rows } of [one, other, one, other]) expect(rows).toEqual([]);
  expect([one.read, other.read]).toEqual([1, 1]);
});

test("rows are let go when those of others take their room, the longest unasked for first", () => {
  const [first, second, large] = [counted(40_000), counted(40_000), counted(40_000)];
  for (const { rows } of [first, second, first, large, first, second]) expect(rows).toEqual([]);
  expect([first.read, second.read, large.read]).toEqual([1, 2, 1]);
});

test("the last table is held though it is larger than the room", () => {
  const table = counted(1_000_000);
  expect(table.rows).toBe(table.rows);
  expect(table.read).toBe(1);
});
