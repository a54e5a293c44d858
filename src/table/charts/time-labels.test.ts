import { expect, test } from "vitest";
import { filledTime, partialYears } from "./time-labels.ts";

test("days, months and years between are filled in, to the last there is", () => {
  expect(filledTime(["2026-01-30", "2026-02-01"])).toEqual([
    "2026-01-30",
    "2026-01-31",
    "2026-02-01",
  ]);
  expect(filledTime(["2025-12", "2026-02"])).toEqual(["2025-12", "2026-01", "2026-02"]);
  // «No end» is often written as the last day there is.
  expect(filledTime(["9999-12-30", "9999-12-31"])).toEqual(["9999-12-30", "9999-12-31"]);
  expect(filledTime(["9999-11", "9999-12"])).toEqual(["9999-11", "9999-12"]);
  expect(filledTime(["9998", "9999"])).toEqual(["9998", "9999"]);
});

test("labels that are no time, or too far apart, come back as they are", () => {
  for (const labels of [["18–24", "25–34"], ["1026-01-01", "2026-01-01"], ["2026"], []])
    expect(filledTime(labels)).toEqual(labels);
});

test("a first year without January and a last without December are parts of years", () => {
  expect(partialYears(["2018-02-03", "", "2017-09-18", "2020-09-24"])).toEqual([
    { label: "2017", day: "2017-09-18", is: "first" },
    { label: "2020", day: "2020-09-24", is: "last" },
  ]);
  expect(partialYears(["2021-01", "2022-12"])).toEqual([]);
  expect(partialYears(["2021", "2022", ""])).toEqual([]);
});
