import { expect, test } from "vitest";
import { createFindingMap, type PlacedFinding } from "./placed-finding.ts";

const finding = (rule: string, rows: number[], column?: number): PlacedFinding =>
  ({
    rule,
    severity: "warning",
    place: { file: "a.csv" },
    message: "",
    hint: "",
    rows,
    count: rows.length,
    ...(column === undefined ? {} : { column }),
  }) as PlacedFinding;

const map = createFindingMap([
  finding("a", [2, 5], 1),
  finding("b", [5], 3),
  finding("row", [7]),
  finding("whole", []),
]);

test("a cell has its findings and those of its row", () => {
  expect(map.at(5, 1).map(({ rule }) => rule)).toEqual(["a"]);
  expect(map.at(7, 1).map(({ rule }) => rule)).toEqual(["row"]);
  expect(map.at(3, 1)).toEqual([]);
});
test("from finding to finding, row by row, and around the end", () => {
  const places = [{ row: 0, column: 0 }];
  for (let step = 0; step < 5; step++) {
    const from = places.at(-1);
    const next = from && map.near(from);
    if (next) places.push(next);
  }
  expect(places.slice(1).map(({ row, column }) => [row, column])).toEqual([
    [2, 1],
    [5, 1],
    [5, 3],
    [7, 0],
    [2, 1],
  ]);
  expect(map.near({ row: 2, column: 1 }, true)).toEqual({ row: 7, column: 0 });
  expect(map.near({ row: 5, column: 3 }, true)).toEqual({ row: 5, column: 1 });
});
test("without findings there is nowhere to go", () => {
  expect(createFindingMap([]).near({ row: 0, column: 0 })).toBe(undefined);
});
