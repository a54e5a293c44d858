import { expect, test } from "vitest";
import { addWorkingDays, workingDaysBetween } from "./working-days.ts";

// 20 November 2026 is a Friday.
test.each([
  ["the same day", "2026-11-20", "2026-11-20", [], 0],
  ["the next working day, a weekend between", "2026-11-20", "2026-11-23", [], 1],
  ["over a weekend only", "2026-11-20", "2026-11-22", [], 0],
  ["a week", "2026-11-20", "2026-11-27", [], 5],
  ["a week with a holiday", "2026-11-20", "2026-11-27", ["2026-11-25"], 4],
  ["a holiday on Saturday changes nothing", "2026-11-20", "2026-11-27", ["2026-11-21"], 5],
  ["an answer before the question", "2026-11-27", "2026-11-20", [], 0],
  ["over the end of February in a leap year", "2028-02-28", "2028-03-01", [], 2],
])("%s: from %s to %s", (_, from, to, holidays, days) => {
  expect(workingDaysBetween(from, to, holidays)).toBe(days);
});

test.each([
  ["from Friday", "2026-11-20", 3, [], "2026-11-25"],
  ["from Saturday", "2026-11-21", 3, [], "2026-11-25"],
  ["with a holiday", "2026-11-20", 3, ["2026-11-24"], "2026-11-26"],
  ["none", "2026-11-20", 0, [], "2026-11-20"],
])("three working days %s", (_, from, count, holidays, last) => {
  expect(addWorkingDays(from, count, holidays)).toBe(last);
});
