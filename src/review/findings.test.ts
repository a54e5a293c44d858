import { expect, test } from "vitest";
import { base, sideOf, table } from "../test/fixtures/changed-portal.ts";
import { buildReview, type Side } from "./review.ts";

test("what is wrong stands before what is odd; a count or a place that moved is nothing new, another column is", () => {
  const finding = (message: string, severity: "error" | "warning", line: number) => ({
    rule: "cells-valid" as const,
    severity,
    place: { file: table, line },
    message,
    hint: "Виправте.",
  });
  const sideWith = (...findings: Side["findings"]): Side => ({ ...sideOf(base), findings });
  const { fresh, standing, mended, verdict } = buildReview(
    sideWith(
      finding("Не число (2 комірки: C2 «дві», C14).", "error", 2),
      finding("Порожніх рядків: 3.", "warning", 9),
      finding("Зайвий пробіл (A1).", "warning", 1),
      finding("Колонка «2024»: порожня.", "warning", 1),
    ),
    sideWith(
      finding("Порожніх рядків: 12.", "warning", 10),
      finding("Мішана абетка.", "warning", 4),
      finding("Не число (1 комірка: C3 «дві»).", "error", 3),
      finding("Не дата.", "error", 5),
      finding("Колонка «2024»: порожня.", "warning", 1),
      finding("Колонка «2025»: порожня.", "warning", 1),
    ),
    [],
  );
  expect({ fresh, standing, mended, verdict }).toEqual({
    fresh: [
      finding("Не дата.", "error", 5),
      finding("Мішана абетка.", "warning", 4),
      finding("Колонка «2025»: порожня.", "warning", 1),
    ],
    standing: [finding("Не число (1 комірка: C3 «дві»).", "error", 3)],
    mended: [finding("Зайвий пробіл (A1).", "warning", 1)],
    verdict: "blocked",
  });
});

test.each<[situation: string, code: Parameters<typeof buildReview>[2], told: object]>([
  ["git failed", "failed", { verdict: "look", codeUnknown: "failed" }],
  ["folders are compared", undefined, { verdict: "fine", codeUnknown: "folder" }],
  ["no code changed", [], { verdict: "fine", code: [] }],
  ["code changed", ["src/a.ts"], { verdict: "look", code: ["src/a.ts"] }],
])("what is known of the code: %s", (_, code, told) => {
  const nothing = { fresh: [], standing: [], mended: [], datasets: [], others: [] };
  expect(buildReview(sideOf(base), sideOf(base), code)).toEqual({ ...nothing, ...told });
});
