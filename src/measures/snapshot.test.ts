import { expect, test } from "vitest";
import { catalogueOf, generatedPortal } from "../fixtures/generated-portal.ts";
import { snapshotDays, snapshotOf } from "./snapshot.ts";

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

test("ten years are looked at on 38 days at most", () => {
  expect(snapshotDays("2020-01-01", "2030-01-01")).toHaveLength(38);
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
