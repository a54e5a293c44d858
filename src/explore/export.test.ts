import { read } from "@e965/xlsx";
import { expect, test } from "vitest";
import { readWorkbook } from "../table/workbook/read-workbook.ts";
import { column } from "../test/fixtures/explored-columns.ts";
import { exportRows } from "./export.ts";
import type { ExploreColumn } from "./view.ts";

test("a workbook keeps numbers as numbers, dates as dates, codes and what begins with «=» as text", async () => {
  const { readXlsx } = await import("hucre");
  const typed = [
    column("code", "string"),
    column("sum", "number"),
    column("day", "date"),
    column("done", "boolean"),
  ];
  const bytes = await exportRows("xlsx", typed, [
    ["00022438", "1.5", "2026-11-23", "true"],
    ["=1+1", "", "", ""],
  ]);
  const book = await readXlsx(bytes as Uint8Array);
  expect(book.sheets[0]?.rows).toEqual([
    ["code", "sum", "day", "done"],
    ["00022438", 1.5, new Date("2026-11-23T00:00:00Z"), true],
    ["=1+1", null, null, null],
  ]);
});

const mixed = [
  column("sum", "number"),
  column("code", "integer"),
  column("founded", "date"),
  column("day", "date"),
];
const mixedRows = [
  ["0.30000000000000004", "5", "1654-01-08", "2026-11-23"],
  ["", "12345678901234567", "2026-11-23", ""],
  ["12345.670000000002", "", "", "2026-11-24"],
];

test("a column one cell of which is no plain number or day of Excel’s is text whole, in each copy", async () => {
  const json = await exportRows("json", mixed, mixedRows);
  expect(JSON.parse(String(json))).toEqual([
    { sum: 0.30000000000000004, code: "5", founded: "1654-01-08", day: "2026-11-23" },
    { sum: null, code: "12345678901234567", founded: "2026-11-23", day: null },
    { sum: 12345.670000000002, code: null, founded: null, day: "2026-11-24" },
  ]);
  const bytes = (await exportRows("xlsx", mixed, mixedRows)) as Uint8Array;
  // Read by a library that did not write it.
  const { SheetNames, Sheets } = read(bytes, { cellDates: true });
  const sheet = Sheets[SheetNames[0] ?? ""] ?? {};
  const cells = ["A2", "A4", "B2", "B3", "C2", "C3", "D2", "D4"].map((at) => {
    const { t, v } = (sheet[at] ?? {}) as { t?: string; v?: unknown };
    return [at, t, v instanceof Date ? v.toISOString().slice(0, 10) : v];
  });
  expect(cells).toEqual([
    ["A2", "n", 0.30000000000000004],
    ["A4", "n", 12345.670000000002],
    ["B2", "s", "5"],
    ["B3", "s", "12345678901234567"],
    ["C2", "s", "1654-01-08"],
    ["C3", "s", "2026-11-23"],
    ["D2", "d", "2026-11-23"],
    ["D4", "d", "2026-11-24"],
  ]);
});

test("a workbook with no columns, with an old date and with an endless text is still one Excel opens", async () => {
  const { readXlsx } = await import("hucre");
  const rows = async (columns: ExploreColumn[], cells: string[][]) =>
    (await readXlsx((await exportRows("xlsx", columns, cells)) as Uint8Array)).sheets[0]?.rows;
  expect(await rows([], [[]])).toBeDefined();
  const [, row = []] =
    (await rows(
      [column("day", "date"), column("text", "string")],
      [["1654-01-08", "а".repeat(40_000)]],
    )) ?? [];
  expect(row[0]).toBe("1654-01-08");
  expect(String(row[1]).length).toBe(32_767);
});

test("a text that a workbook would take for a sign by its number comes back letter for letter", async () => {
  const texts = [
    "_x000D_",
    "_X000D_",
    "a_x005F_x000D_b",
    "_x000D_x000A_",
    "_x41_",
    "a_b",
    "код_x0041_",
  ];
  const bytes = await exportRows(
    "xlsx",
    [{ ...column("_x000D_", "string"), title: "Код _x0009_" }],
    texts.map((text) => [text]),
  );
  const { sheets } = await readWorkbook(bytes as Uint8Array);
  expect(sheets[0]?.cells.map((row) => row?.[0])).toEqual(["Код _x0009_", ...texts]);
});
