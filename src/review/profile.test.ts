import { expect, test } from "vitest";
import type { NewColumn } from "../model/reports/review.ts";
import { tableSchema } from "../schemas/data/table-schema.ts";
import { profileOf } from "./profile.ts";

/** What is told of a column with these cells; `personal`: something in it may be a person's. */
const told = (type: string, cells: readonly string[], personal = false) =>
  profileOf(
    {
      table: {
        header: ["id", "x"],
        rows: cells.map((cell, at) => ({ line: at + 2, cells: ["1", cell] })),
      },
      schema: tableSchema.parse({
        missingValues: ["", "-"],
        fields: [{ name: "x", type, title: "Ікс" }],
      }),
      resource: "stops",
      file: "stops.csv",
      personal: new Set(personal ? ["x"] : []),
    },
    1,
    (value) => (personal ? "*" : value),
  );

test.each<[situation: string, type: string, cells: string[], column: Partial<NewColumn>]>([
  [
    "whole numbers are ordered as numbers",
    "integer",
    ["10", "9", "-1", "9"],
    { filled: 4, distinct: 3, least: "-1", most: "10", samples: ["10", "9", "-1"] },
  ],
  [
    "numbers too",
    "number",
    ["10.5", "9", "100"],
    { filled: 3, distinct: 3, least: "9", most: "100", samples: ["10.5", "9", "100"] },
  ],
  [
    "a word among numbers: none of them is the least",
    "integer",
    ["10", "дві", "9"],
    { filled: 3, distinct: 3, samples: ["10", "дві", "9"] },
  ],
  [
    "days are ordered as they are written",
    "date",
    ["2026-02-01", "2025-12-31", "2026-01-01"],
    {
      filled: 3,
      distinct: 3,
      least: "2025-12-31",
      most: "2026-02-01",
      samples: ["2026-02-01", "2025-12-31", "2026-01-01"],
    },
  ],
  [
    "texts have no least one, and three are shown",
    "string",
    ["б", "а", "б", "в", "г"],
    { filled: 5, distinct: 4, samples: ["б", "а", "в"] },
  ],
  [
    "signs of a missing value and empty cells hold nothing",
    "integer",
    ["", "-", "5"],
    { filled: 1, distinct: 1, least: "5", most: "5", samples: ["5"] },
  ],
  ["nothing in it at all", "integer", ["", "-"], {}],
  [
    "forty letters are shown, of more the first",
    "string",
    ["ж".repeat(40), "ж".repeat(41)],
    { filled: 2, distinct: 2, samples: ["ж".repeat(40), `${"ж".repeat(39)}…`] },
  ],
])("%s", (_, type, cells, column) => {
  expect(told(type, cells)).toEqual({
    name: "x",
    title: "Ікс",
    type,
    filled: 0,
    distinct: 0,
    least: "",
    most: "",
    samples: [],
    ...column,
  });
});

test("of a column that may be people's no least and no greatest is told, and its values are hidden", () => {
  expect(told("integer", ["3184710691", "3184710692"], true)).toMatchObject({
    filled: 2,
    least: "",
    most: "",
    samples: ["*", "*"],
  });
});

test("an empty cell of a table in which emptiness is no missing value holds nothing all the same", () => {
  const column = profileOf(
    {
      table: {
        header: ["x"],
        rows: [
          { line: 2, cells: [""] },
          { line: 3, cells: [] },
          { line: 4, cells: ["-"] },
        ],
      },
      schema: tableSchema.parse({
        missingValues: ["-"],
        fields: [{ name: "y", type: "integer", title: "Ігрек" }],
      }),
      resource: "stops",
      file: "stops.csv",
      personal: new Set(),
    },
    0,
    (value) => value,
  );
  expect(column).toEqual({
    name: "x",
    title: "",
    type: "",
    filled: 0,
    distinct: 0,
    least: "",
    most: "",
    samples: [],
  });
});
