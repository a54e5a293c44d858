import fc from "fast-check";
import { expect, test } from "vitest";
import type { Table } from "../../model/table.ts";
import { tableOf } from "../../test/fixtures/compared-tables.ts";
import { changedRows, lostRows } from "../breaking.ts";
import { compareTables } from "../tables.ts";
import { matchNames, matchWholeRows } from "./whole-rows.ts";

const tableOfCells = (rows: string[][]): Table => ({
  header: ["a", "b"],
  rows: rows.map((cells, at) => ({ line: at + 2, cells })),
});

test("as many equal rows as both have are one; every row of both is told once", () => {
  const row = fc.tuple(fc.constantFrom("1", "2", ""), fc.constantFrom("x", "y"));
  fc.assert(
    fc.property(fc.array(row), fc.array(row), (was, is) => {
      const [before, after] = [tableOfCells(was), tableOfCells(is)];
      const matches = matchWholeRows(before, after, matchNames(before, after));
      const places = (side: "l" | "r") =>
        matches.flatMap((match) => (match[side] < 0 ? [] : [match[side]])).sort((a, b) => a - b);
      expect(places("l")).toEqual(was.map((_, at) => at));
      expect(places("r")).toEqual(is.map((_, at) => at));
      for (const { l, r } of matches) if (l >= 0 && r >= 0) expect(was[l]).toEqual(is[r]);
      // Another count of the same: of each row as many stay as the fewer of both.
      const times = (rows: string[][], one: string) =>
        rows.filter((cells) => cells.join() === one).length;
      const kinds = new Set([...was, ...is].map((cells) => cells.join()));
      const stay = [...kinds].reduce(
        (sum, one) => sum + Math.min(times(was, one), times(is, one)),
        0,
      );
      expect(matches.filter(({ l, r }) => l >= 0 && r >= 0)).toHaveLength(stay);
    }),
  );
});

test("columns are matched by their names, whatever their order; only those of both are compared", () => {
  const before: Table = { header: ["id", "old"], rows: [{ line: 2, cells: ["1", "x"] }] };
  const after: Table = { header: ["new", "id"], rows: [{ line: 2, cells: ["y", "1"] }] };
  const columns = matchNames(before, after);
  expect(columns).toEqual([
    { l: 0, r: 1 },
    { l: 1, r: -1 },
    { l: -1, r: 0 },
  ]);
  expect(matchWholeRows(before, after, columns)).toEqual([{ l: 0, r: 0 }]);
});

test("a large table without a key is compared by whole rows, and says so; what changed is no loss", () => {
  const lines = Array.from({ length: 100_001 }, (_, at) => `${at}|${at % 7}`);
  const before = tableOf(["number|kind", ...lines]);
  const after = tableOf(["number|kind", ...lines.map((line, at) => (at < 3 ? `${line}0` : line))]);
  const change = compareTables(before, after);
  expect([change.matched, change.removed.count, change.changed.count, change.added.count]).toEqual([
    "whole",
    3,
    0,
    3,
  ]);
  expect([lostRows(change), changedRows(change)]).toEqual([0, 3]);
  expect(lostRows(compareTables(before, tableOf(["number|kind", ...lines.slice(10)])))).toBe(10);
});

test("rows of a table that forgets them are asked for once", () => {
  let asked = 0;
  const { table, ...told } = tableOf(["id|name", "1|Вокзал", "2|Центр"], { key: "id" });
  const forgetful: Table = {
    header: table.header,
    get rows() {
      asked += 1;
      return table.rows;
    },
  };
  const other = tableOf(["id|name", "1|Вокзал", "3|Парк"], { key: "id" });
  compareTables({ ...told, table: forgetful }, other);
  expect(asked).toBe(1);
});

test("a sum of whole numbers is whole, however large", () => {
  const rows = (from: number) =>
    Array.from({ length: 1000 }, (_, at) => `${at}|${999_999_999_000 + from + at}`);
  const told = { key: "id", fields: [{ name: "sum", type: "integer" }] };
  const { totals } = compareTables(
    tableOf(["id|sum", ...rows(0)], told),
    tableOf(["id|sum", ...rows(1)], told),
  );
  expect(totals).toEqual([
    { column: "sum", before: 999_999_999_499_500, after: 999_999_999_500_500 },
  ]);
});
