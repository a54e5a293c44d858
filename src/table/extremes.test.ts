import { expect, test } from "vitest";
import { extremes } from "./extremes.ts";

test.each([
  ["of none", [], Infinity, -Infinity],
  ["of one", [3], 3, 3],
  [
    "of more numbers than a function takes arguments",
    Array.from({ length: 300_000 }, (_, at) => at - 7),
    -7,
    299_992,
  ],
])("the least and the most %s", (_, values, least, most) => {
  expect(extremes(values)).toEqual({ least, most });
});
