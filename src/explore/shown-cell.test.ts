import { expect, test } from "vitest";
import { column } from "../test/fixtures/explored-columns.ts";
import { shownCell, shownLimit } from "./shown-cell.ts";

test("years, houses and accounts are shown as they are written, sums with their thousands apart", () => {
  const speech = {
    language: "uk" as const,
    exact: (value: number) => value.toLocaleString("uk-UA"),
  };
  const shown = (title: string, cell: string) =>
    shownCell(
      { ...column("x", "integer", { distinct: 500 }), title },
      cell,
      100,
      speech,
    ).replaceAll("\u00a0", " ");
  expect(shown("Рік побудови", "1968")).toBe("1968");
  expect(shown("КЕКВ", "2210")).toBe("2210");
  expect(shown("Номер кабінету", "007")).toBe("007");
  expect(shown("Рахунок", "26001234567890123")).toBe("26001234567890123");
  expect(shown("Сума, грн", "1250000")).toBe("1 250 000");
});

test("the least and the greatest of a column are told as about so where they are longer than a double holds", () => {
  const speech = { language: "uk" as const, exact: String };
  const limit = (type: "integer" | "number" | "date", value: string) =>
    shownLimit(column("x", type), value, 100, speech);
  expect(limit("integer", "12345678901234567000")).toBe("≈ 12345678901234567000");
  expect(limit("number", "-1.2345678901234567e+21")).toBe("≈ -1.2345678901234567e+21");
  expect(limit("integer", "999999999999999")).toBe("999999999999999");
  expect(limit("date", "2026-11-30")).toBe("30.11.2026");
});

test("of a text longer than any workbook's cell the beginning is shown, of others all", () => {
  const shown = (letters: number) =>
    shownCell(column("x", "string"), "а".repeat(letters), 2, { language: "uk", exact: String });
  expect(shown(32_767)).toHaveLength(32_767);
  expect(shown(1_000_000)).toBe(`${"а".repeat(33_000)}…`);
});
