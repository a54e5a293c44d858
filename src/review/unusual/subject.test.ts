import { expect, test } from "vitest";
import { quantile, widestGap } from "./subject.ts";

test("the value below which a share lies, and the widest step", () => {
  const sorted = Float64Array.from([1, 2, 3, 10]);
  expect([0, 0.25, 0.5, 0.99, 1].map((share) => quantile(sorted, share))).toEqual([
    1, 2, 3, 10, 10,
  ]);
  expect([widestGap(sorted), widestGap(Float64Array.of(5))]).toEqual([7, 0]);
});
