import { describe, expect, test } from "vitest";
import { column, range, told } from "../../../test/fixtures/column-pair.ts";
import { findDates } from "./dates.ts";

describe("dates far from all others", () => {
  const days = range(1, 9).map((day) => `2024-01-0${day}`);
  const dates = (more: object) => findDates(column(days, { kind: "date", ...more }));
  test("farther than a year from a column that spans days", () =>
    expect(told(dates({ added: ["2025-01-09", "2025-01-11", "1924-01-05"] }))).toEqual([
      ["dates", "2024-01-01 – 2024-01-09", "2025-01-11", 2, ["2025-01-11", "1924-01-05"]],
    ]));
  test("within it, in too short a column, or no dates at all: nothing", () => {
    expect(dates({ added: ["2024-12-31", "2023-01-02"] })).toEqual([]);
    expect(findDates(column(days.slice(0, 7), { kind: "date", added: ["1924-01-05"] }))).toEqual(
      [],
    );
    expect(dates({ kind: "text", added: ["1924-01-05"] })).toEqual([]);
  });
  test("blanks are no dates: they neither make a habit nor break one", () => {
    const blanks = ["", "", ""];
    expect(
      findDates(column([...days.slice(0, 7), ...blanks], { kind: "date", added: ["1924-01-05"] })),
    ).toEqual([]);
    expect(
      findDates(column([...days, ...blanks], { kind: "date", added: ["1924-01-05"] })),
    ).toHaveLength(1);
  });
  test("a column that once left out ten years may leave out ten again", () => {
    const old = [...days, "2014-01-01"];
    expect(findDates(column(old, { kind: "date", added: ["2034-01-01"] }))).toEqual([]);
    expect(findDates(column(old, { kind: "date", added: ["2036-01-01"] }))).toEqual([]);
    expect(findDates(column(old, { kind: "date", added: ["2044-01-01"] }))).toHaveLength(1);
  });
});
