import { describe, expect, test } from "vitest";
import { column, range, told } from "../../../test/fixtures/column-pair.ts";
import { findNulls } from "./nulls.ts";

describe("cells that were emptied", () => {
  test("more blanks than the column's habit", () => {
    const old = Array(100).fill("5");
    const emptied = (count: number) =>
      findNulls(column(old, { changed: Array(count).fill(["5", ""]) }));
    expect(told(emptied(20))).toEqual([["nulls", "0", "0.2", 20, ["", "", "", "", ""]]]);
    expect([emptied(3).length, emptied(2).length, emptied(1).length]).toEqual([1, 0, 0]);
    const some = (written: [string, string]) => Array<[string, string]>(20).fill(written);
    expect(findNulls(column(old, { changed: some(["5", "6"]) }))).toEqual([]);
    expect(
      findNulls(column(old, { changed: [...some(["5", ""]), ...some(["5", "6"])] })),
    ).toHaveLength(1);
    // A fifth was blank: of a hundred, twelve more may be by chance.
    const fifth = range(1, 100).map((at) => (at % 5 === 0 ? "" : "5"));
    expect(findNulls(column(fifth, { changed: some(["5", ""]).slice(0, 12) }))).toEqual([]);
    expect(told(findNulls(column(fifth, { changed: some(["5", ""]).slice(0, 13) })))).toEqual([
      ["nulls", "0.2", "0.33", 13, ["", "", "", "", ""]],
    ]);
    // As many were filled as were emptied.
    const swapped = [...Array(10).fill(["5", ""]), ...Array(10).fill(["", "5"])] as [
      string,
      string,
    ][];
    expect(findNulls(column(old, { changed: swapped }))).toEqual([]);
  });
  test("new rows emptier than any stretch of rows ever was", () => {
    const blankAt = (length: number, ...places: number[]) =>
      range(0, length - 1).map((at) => (places.includes(at) ? "" : "5"));
    const came = (rows: number, blank: number) =>
      range(1, rows).map((at) => (at <= blank ? "" : "5"));
    const nulls = (old: string[], added: string[]) => told(findNulls(column(old, { added })));
    expect(nulls(blankAt(20, 0, 5, 10, 15), came(5, 3))).toEqual([
      ["nulls", "0.2", "0.6", 3, ["", "", ""]],
    ]);
    expect(nulls(blankAt(20, 5, 6, 7, 8), came(5, 3))).toEqual([]);
    expect(nulls(blankAt(20, 0, 1), came(5, 3))).toEqual([]);
    expect(nulls(blankAt(20, 18, 19), came(5, 3))).toEqual([]);
    // A tenth of blanks is no news, nor a third where a seventh was blank.
    expect(nulls(blankAt(100), came(30, 3))).toEqual([]);
    expect(
      nulls(
        range(0, 99).map((at) => (at % 7 === 0 ? "" : "5")),
        came(28, 9),
      ),
    ).toEqual([]);
    // More rows came than there were: the share of all of them is what they are held to.
    expect(nulls(blankAt(10, 0, 1), came(12, 4))).toEqual([]);
    expect(nulls(blankAt(10, 0, 1), came(12, 6))).toHaveLength(1);
  });
});
