import { expect, test } from "vitest";
import { at, blockOf, isSelected, type Move, moved } from "./selection.ts";

const extent = { rows: 100, columns: 5, page: 20 };

test.each<[Move, boolean, [number, number]]>([
  ["down", false, [51, 2]],
  ["up", false, [49, 2]],
  ["left", false, [50, 1]],
  ["right", false, [50, 3]],
  ["pageDown", false, [70, 2]],
  ["pageUp", false, [30, 2]],
  ["home", false, [50, 0]],
  ["end", false, [50, 4]],
  ["down", true, [99, 2]],
  ["up", true, [0, 2]],
  ["left", true, [50, 0]],
  ["right", true, [50, 4]],
  ["home", true, [0, 0]],
  ["end", true, [99, 4]],
])("%s, with Ctrl: %s", (move, isFar, [row, column]) => {
  expect(moved(at(50, 2), move, { isFar }, extent)).toEqual(at(row, column));
});
test("a step ends at the edge of the table", () => {
  expect(moved(at(0, 0), "up", {}, extent)).toEqual(at(0, 0));
  expect(moved(at(95, 4), "pageDown", {}, extent)).toEqual(at(99, 4));
});
test("with Shift the selection grows from where it was begun", () => {
  const grown = moved(
    moved(at(5, 2), "up", { extend: true }, extent),
    "left",
    { extend: true },
    extent,
  );
  expect(blockOf(grown)).toEqual({ top: 4, bottom: 5, left: 1, right: 2 });
  expect(isSelected(grown, { row: 4, column: 2 })).toBe(true);
  expect(isSelected(grown, { row: 6, column: 2 })).toBe(false);
});
