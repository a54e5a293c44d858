import { expect, test } from "vitest";
import type { ColumnReport, TableSubject } from "../../model/table.ts";
import { cellsFinding, cellsWords, columnWords, placeIn, rowsWords } from "./table-rule.ts";

const spots = (...values: string[]) =>
  values.map((value, at) => ({ line: 10 + at, record: 2 + at, value }));
const subject = (more: Partial<TableSubject> = {}) =>
  ({
    file: "a.csv",
    form: "published",
    report: { columns: [] },
    ...more,
  }) as unknown as TableSubject;

test("a place is a line of a published file, a row of a clerk's and of a sheet", () => {
  const [spot] = spots("а");
  expect(placeIn(subject(), spot)).toEqual({ file: "a.csv", line: 10 });
  expect(placeIn(subject({ form: "any" }), spot)).toEqual({ file: "a.csv", line: 2 });
  expect(placeIn(subject({ sheet: "А" }), spot)).toEqual({ file: "a.csv", sheet: "А", line: 2 });
  for (const sheet of [{}, { sheet: "А" }]) {
    expect(placeIn(subject(sheet), 7).line).toBe(7);
    expect(placeIn(subject(sheet)).line).toBe(1);
  }
});

test("cells as spreadsheets name them, as many as fit in a line", () => {
  expect(cellsWords(27, { count: 1, first: spots("") })).toBe("1 комірка: AB2");
  expect(cellsWords(0, { count: 12, first: spots("дві", "-") })).toBe(
    "12 комірок: A2 «дві», A3 «-» та ще 10",
  );
  const long = "ж".repeat(50);
  expect(cellsWords(0, { count: 3, first: spots(long, long, long) })).toBe(
    `3 комірки: A2 «${long}», A3 «${long}» та ще 1`,
  );
  // The first is named however long it is.
  expect(cellsWords(0, { count: 2, first: spots("ж".repeat(200), "а") })).toMatch(
    /^2 комірки: A2 «ж{59}…», A3 «а»$/,
  );
});

test("rows, and how many more", () => {
  expect(rowsWords({ count: 2, first: spots("", "") })).toBe("2, 3");
  expect(rowsWords({ count: 5, first: spots("", "") })).toBe("2, 3 та ще 3");
});

test("a column by its name, by its letter where it has none", () => {
  expect(columnWords({ name: "ціна" } as ColumnReport, 2)).toBe("Колонка «ціна»");
  expect(columnWords({ name: " " } as ColumnReport, 2)).toBe("Колонка C");
});

test("what is typed by a structure is an error, and what is text or nobody typed a warning", () => {
  const words = { found: "слово", expected: "число", hint: "Виправте." };
  const severity = (column: object, asked: "typed" | "error" | "warning") =>
    cellsFinding(
      { id: "cells-valid" },
      subject({ report: { columns: [{ name: "а", ...column }] } as never }),
      0,
      { count: 1, first: spots("дві") },
      { severity: asked, ...words },
    ).map((finding) => finding.severity);
  expect(severity({ declared: true, type: "integer" }, "typed")).toEqual(["error"]);
  expect(severity({ declared: true, type: "string" }, "typed")).toEqual(["warning"]);
  expect(severity({ declared: false, type: "integer" }, "typed")).toEqual(["warning"]);
  expect(severity({ declared: false, type: "integer" }, "error")).toEqual(["error"]);
  expect(severity({ declared: true, type: "integer" }, "warning")).toEqual(["warning"]);
  expect(
    cellsFinding(
      { id: "cells-valid" },
      subject(),
      0,
      { count: 0, first: [] },
      { severity: "error", ...words },
    ),
  ).toEqual([]);
});
