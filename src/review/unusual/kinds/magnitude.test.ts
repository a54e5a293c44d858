import { describe, expect, test } from "vitest";
import { column, told } from "../../../test/fixtures/column-pair.ts";
import { findMagnitude } from "./magnitude.ts";

describe("another order of magnitude", () => {
  const prices = [100, 110, 120, 130, 140, 150, 160, 170, 180];
  test("a value a thousand times the usual, rarest first", () =>
    expect(
      told(findMagnitude(column(prices, { changed: [["120", "120000"]], added: ["9000", "125"] }))),
    ).toEqual([["magnitude", "140", "120000", 2, ["120000", "9000"]]]));
  test("a point that moved, even in a short column; of «1» and «10» nobody can tell", () => {
    expect(told(findMagnitude(column([5], { changed: [["12.5", "125"]] })))).toEqual([
      ["magnitude", "", "125", 1, ["125"]],
    ]);
    expect(findMagnitude(column([5], { changed: [["1", "10"]] }))).toEqual([]);
    expect(findMagnitude(column([5], { changed: [["12.5", "12.6"]] }))).toEqual([]);
  });
  test("of one figure nobody can tell where its point was, however small it is", () => {
    for (const [was, is] of [
      ["0.00000001", "0.0000001"],
      ["0.0005", "0.005"],
      ["500", "5000"],
    ] as const)
      expect(findMagnitude(column([5], { changed: [[was, is]] }))).toEqual([]);
    for (const [was, is] of [
      ["0.000000015", "0.00000015"],
      ["0.0105", "0.105"],
      ["1050", "105"],
    ] as const)
      expect(findMagnitude(column([5], { changed: [[was, is]] }))).toHaveLength(1);
  });
  test("one old number far from the rest lets new ones lie as far, and half as far again", () => {
    const leapt = [...prices, 10_000];
    expect(findMagnitude(column(leapt, { added: ["300000"] }))).toEqual([]);
    expect(findMagnitude(column(leapt, { changed: [["", "300000"]] }))).toEqual([]);
    expect(findMagnitude(column(leapt, { added: ["10000000", "0.01"] }))).toHaveLength(1);
    expect(findMagnitude(column(prices, { added: ["20"] }))).toHaveLength(1);
    expect(findMagnitude(column(prices, { changed: [["0", "900000"]] }))).toHaveLength(1);
  });
  test("codes, words, blanks and nought have no size", () => {
    for (const pair of [
      column(prices, { added: ["1e400", "н/д"], changed: [["100", "н/д"]] }),
      column(prices, { added: ["900000"], code: true }),
      column(prices, { added: ["900000"], kind: "text" }),
      column(prices, { added: ["", "0"] }),
    ])
      expect(findMagnitude(pair)).toEqual([]);
  });
  test("a column that always leapt may leap again", () =>
    expect(
      findMagnitude(column([1, 10, 100, 1000, 10000, 5, 50, 500, 5000], { added: ["40000"] })),
    ).toEqual([]));
  test("two orders at once are a leap for thousands, not for small counts", () => {
    expect(told(findMagnitude(column([5], { changed: [["7", "3000"]] })))).toEqual([
      ["magnitude", "", "3000", 1, ["3000"]],
    ]);
    expect(findMagnitude(column([5], { changed: [["7", "900"]] }))).toEqual([]);
  });
});
