import { expect, test } from "vitest";
import { inOrder } from "./order.ts";

const days = [5, 9, 9, 1];
const scores = new Map([
  [0, 1],
  [2, 3],
  [3, 3],
]);

test.each([
  ["title", [0, 2, 3]],
  ["modified", [2, 0, 3]],
  ["relevance", [2, 3, 0]],
])("sets by %s; equal ones stay as they stand", (order, sets) => {
  expect(inOrder([0, 2, 3], order, { days, scores })).toEqual(sets);
});

test("where nothing was looked for, relevance changes no order", () => {
  expect(inOrder([0, 1, 2], "relevance", { days })).toEqual([0, 1, 2]);
});
