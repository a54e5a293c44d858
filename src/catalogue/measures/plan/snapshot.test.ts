import { expect, test } from "vitest";
import type { Snapshot } from "../../../model/reports/snapshot.ts";
import { catalogueOf, generatedPortal } from "../../../test/fixtures/generated-portal.ts";
import {
  improvements,
  qualityTrend,
  scoreTrend,
  snapshotDays,
  snapshotOf,
  taskTrend,
} from "./snapshot.ts";

test.each([
  ["the first day", "2026-11-25", "2026-11-25", ["2026-11-25"]],
  ["three days", "2026-11-23", "2026-11-25", ["2026-11-23", "2026-11-24", "2026-11-25"]],
  [
    "a month: its Sundays",
    "2026-10-25",
    "2026-11-25",
    ["2026-10-25", "2026-11-01", "2026-11-08", "2026-11-15", "2026-11-22", "2026-11-25"],
  ],
  [
    "half a year: last days of months, February of a leap year too",
    "2027-12-15",
    "2028-04-10",
    ["2027-12-15", "2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31", "2028-04-10"],
  ],
  ["a clock that went back", "2026-11-25", "2026-11-20", ["2026-11-20"]],
])("%s", (_, first, today, days) => {
  expect(snapshotDays(first, today)).toEqual(days);
});

test("ten years are looked at on 45 days: ends of months of the last three years, ends of all years", () => {
  const days = snapshotDays("2020-01-01", "2030-01-01");
  expect(days).toHaveLength(2 + 36 + 7);
  expect(days.slice(0, 3)).toEqual(["2020-01-01", "2020-12-31", "2021-12-31"]);
  expect(days).toEqual([...new Set(days)].sort());
});

test("a week's history over the New Year has the year's last day", () => {
  expect(snapshotDays("2026-12-01", "2027-01-20")).toContain("2026-12-31");
});

test("a trend has a gap where nothing was known; what gained most in a year comes first", () => {
  const point = (date: string, points: [string, number][], value: number | null): Snapshot => ({
    date,
    sets: points.length,
    conforming: 1,
    timely: 0,
    datasets: points.map(([id, mark]) => ({ id, points: mark, conforms: false })),
    scores: [{ publisher: "council", score: 50 }],
    tasks: [{ number: "1", state: "partial", values: [value] }],
  });
  const timeline = [
    point("2024-01-01", [["a", 100]], 1),
    point(
      "2026-01-31",
      [
        ["a", 300],
        ["b", 200],
      ],
      null,
    ),
    point(
      "2026-11-23",
      [
        ["a", 310],
        ["b", 400],
        ["c", 405],
      ],
      3,
    ),
  ];
  expect(taskTrend(timeline, "1", 0).map(({ value }) => value)).toEqual([1, null, 3]);
  expect(taskTrend(timeline, "2", 0).map(({ value }) => value)).toEqual([null, null, null]);
  expect(qualityTrend(timeline).conforming.map(({ value }) => value)).toEqual([100, 50, 33.3]);
  expect(scoreTrend(timeline, "nobody").map(({ value }) => value)).toEqual([null, null, null]);
  expect(improvements(timeline)).toEqual([
    { id: "b", since: "2026-01-31", from: 200, to: 400 },
    { id: "a", since: "2026-01-31", from: 300, to: 310 },
  ]);
});

test("a snapshot holds each figure that is followed", () => {
  const catalogue = catalogueOf(generatedPortal(2), { today: "2026-11-23" });
  expect(snapshotOf(catalogue, "1".repeat(40))).toEqual({
    date: "2026-11-23",
    commit: "1".repeat(40),
    sets: 2,
    conforming: 0,
    timely: 0,
    datasets: [
      { id: "stops-1", points: 405, conforms: false },
      { id: "stops-2", points: 405, conforms: false },
    ],
    scores: [{ publisher: "council", score: 44.4 }],
    tasks: [],
  });
});
