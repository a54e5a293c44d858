import { describe, expect, test } from "vitest";
import { column, told } from "../../../test/fixtures/column-pair.ts";
import { findSumJump } from "./sums.ts";

describe("a sum moved by corrections", () => {
  test("by more than a fifth; by new rows or by a fifth it is not", () => {
    const old = Array(10).fill("10");
    expect(told(findSumJump(column(old, { changed: [["10", "31"]] })))).toEqual([
      ["sum-jump", "100", "121", 1, []],
    ]);
    expect(findSumJump(column(old, { changed: [["10", "30"]] }))).toEqual([]);
    expect(findSumJump(column(old, { added: ["500"] }))).toEqual([]);
    expect(
      told(
        findSumJump(
          column(old, {
            changed: [
              ["10", ""],
              ["10", ""],
              ["10", "0"],
            ],
          }),
        ),
      ),
    ).toEqual([["sum-jump", "100", "70", 3, []]]);
  });
  test("of codes, of words, of seven numbers, of noughts: nothing", () => {
    for (const pair of [
      column(Array(10).fill("10"), { changed: [["10", "99"]], code: true }),
      column(Array(10).fill("10"), { changed: [["10", "99"]], kind: "text" }),
      column(Array(7).fill("10"), { changed: [["10", "99"]] }),
      column(Array(10).fill("0"), { changed: [["0", "99"]] }),
    ])
      expect(findSumJump(pair)).toEqual([]);
  });
});
