import { expect, test } from "vitest";
import { freshnessOf } from "./freshness.ts";

test.each([
  [
    "on the last allowed day",
    "yearly",
    "2025-11-23T08:00:00Z",
    "2026-11-23",
    { state: "current", due: "2026-11-23" },
  ],
  ["a day later", "yearly", "2025-11-22", "2026-11-23", { state: "overdue", due: "2026-11-22" }],
  [
    "over a leap day",
    "monthly",
    "2024-02-29",
    "2024-03-31",
    { state: "current", due: "2024-03-31" },
  ],
  ["a closed set", "never", "2018-01-01", "2026-11-23", { state: "closed" }],
  ["no frequency", undefined, "2018-01-01", "2026-11-23", { state: "unknown" }],
  ["no date", "daily", undefined, "2026-11-23", { state: "unknown" }],
] as const)("%s", (_, frequency, modified, today, expected) => {
  expect(freshnessOf(frequency, modified, today)).toEqual(expected);
});
