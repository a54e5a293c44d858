import { expect, test } from "vitest";
import { alike, changedRow, compare, tableOf } from "../test/fixtures/compared-tables.ts";
import { compareTables } from "./tables.ts";

test("a table that came is its columns and its first rows, and nothing in it is unusual", () => {
  const now = tableOf(["id|name", "1|Вокзал", "2|Вокзал", "3|Вокзал"], {
    key: "id",
    fields: [{ name: "id", type: "integer" }],
  });
  const row = (id: string, line: number) =>
    changedRow(id, line, ["id", "", id], ["name", "", "Вокзал"]);
  expect(compareTables({ ...now, table: { ...now.table, rows: [] } }, now)).toEqual({
    ...alike,
    before: 0,
    added: { count: 3, shown: [row("1", 2), row("2", 3), row("3", 4)] },
    fresh: [
      {
        name: "id",
        title: "id",
        type: "integer",
        filled: 3,
        distinct: 3,
        least: "1",
        most: "3",
        samples: ["1", "2", "3"],
      },
      {
        name: "name",
        title: "name",
        type: "string",
        filled: 3,
        distinct: 1,
        least: "",
        most: "",
        samples: ["Вокзал"],
      },
    ],
  });
});

test("more than a dozen unusual things: the first twelve are told, with the rows that show them", () => {
  const names = Array.from({ length: 14 }, (_, at) => `n${at}`);
  const line = (id: number, cell: (at: number) => string) =>
    [id, ...names.map((_, at) => cell(at))].join("|");
  const was = [
    ["id", ...names].join("|"),
    ...Array.from({ length: 40 }, (_, at) => line(at + 1, (n) => String(100 + n + at))),
  ];
  const is = [...was.slice(0, 40), line(40, () => "900000")];
  const { unusual } = compare(was, is, {
    key: "id",
    fields: names.map((name) => ({ name, type: "integer" })),
  });
  expect(unusual).toHaveLength(12);
  expect(unusual[0]).toMatchObject({
    column: "n0",
    spots: [{ key: "40", line: 41, before: "139", after: "900000" }],
  });
});
