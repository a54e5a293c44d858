import { expect, test } from "vitest";
import { range, told } from "../../../test/fixtures/column-pair.ts";
import { findRowJump } from "./rows.ts";

test("rows that came by the hundred: more rows than there were, thirty at least", () => {
  const rows = (before: number, came: number) =>
    findRowJump({
      before: Array(before).fill([]),
      after: Array(before + came).fill([]),
      added: range(before, before + came - 1),
      key: [],
      columns: [],
    });
  expect(told(rows(20, 30))).toEqual([["row-jump", "20", "50", 30, []]]);
  expect(
    [rows(20, 29), rows(7, 100), rows(8, 30), rows(100, 120), rows(100, 121)].map(
      ({ length }) => length,
    ),
  ).toEqual([0, 0, 1, 0, 1]);
});
