import { expect, test } from "vitest";
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
