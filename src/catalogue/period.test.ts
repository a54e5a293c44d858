import { expect, test } from "vitest";
import type { Dataset } from "../model/catalogue.ts";
import type { Field } from "../schemas/data/table-schema.ts";
import { periodOf } from "./period.ts";

type Told = [name: string, title: string, type: Field["type"], minimum: string, maximum: string];
const resourceOf = (...columns: Told[]) =>
  ({
    table: {
      columns: columns.map(([name, title, type, minimum, maximum]) => ({
        field: { name, title, type },
        profile: { minimum, maximum },
      })),
    },
  }) as unknown as Dataset["resources"][number];
const of = (...columns: Told[]) => periodOf({ resources: [resourceOf(...columns)] }, "2026-11-30");

test("the period of a set is the passport's; else its columns of dates tell it", () => {
  const passport = { start: "2018-01-01", end: "2018-12-31" };
  const resources = [resourceOf(["day", "День", "date", "2020-01-05", "2020-03-01"])];
  expect(periodOf({ temporal: passport, resources }, "2026-11-30")).toEqual(passport);
  expect(periodOf({ resources }, "2026-11-30")).toEqual({ start: "2020-01-05", end: "2020-03-01" });
  expect(periodOf({ resources: [] }, "2026-11-30")).toBeUndefined();
});

test.each<[string, Told, ReturnType<typeof periodOf>]>([
  ["years", ["year", "Рік", "year", "2019", "2021"], { start: "2019-01-01", end: "2021-12-31" }],
  [
    "months",
    ["month", "Місяць", "yearmonth", "2024-02", "2024-02"],
    { start: "2024-02-01", end: "2024-02-29" },
  ],
  [
    "moments",
    ["at", "Час", "datetime", "2024-02-01T10:00", "2024-02-03T10:00"],
    { start: "2024-02-01", end: "2024-02-03" },
  ],
  [
    "a moment of an eastern clock before one of Greenwich",
    ["at", "Час", "datetime", "2024-02-02T00:30+03:00", "2024-02-01T22:00Z"],
    { start: "2024-02-01", end: "2024-02-02" },
  ],
  [
    "days that go on beyond today",
    ["day", "День", "date", "2026-01-01", "2027-01-01"],
    { start: "2026-01-01", end: "2026-11-30" },
  ],
  [
    "when something ends",
    ["validUntil", "Дійсне до", "date", "2026-01-01", "2027-01-01"],
    undefined,
  ],
  ["when something was built", ["year", "Рік побудови", "year", "1961", "2001"], undefined],
  ["a slip", ["day", "День", "date", "0201-01-01", "2020-01-01"], undefined],
  ["no dates", ["n", "Кількість", "integer", "1", "5"], undefined],
])("%s", (_, column, period) => {
  expect(of(column)).toEqual(period);
});

test("the first column of dates of each table tells, and tables together", () => {
  const resources = [
    resourceOf(
      ["day", "День", "date", "2020-01-05", "2020-03-01"],
      ["act", "Акт", "date", "2001-01-01", "2001-01-02"],
    ),
    resourceOf(["month", "Місяць", "yearmonth", "2019-06", "2019-07"]),
  ];
  expect(periodOf({ resources }, "2026-11-30")).toEqual({ start: "2019-06-01", end: "2020-03-01" });
});
