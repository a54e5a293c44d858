import { expect, test } from "vitest";
import { measurePlan } from "../../../catalogue/measures/plan/plan.ts";
import { quarterOf } from "../../../catalogue/measures/plan/plan-indicators.ts";
import { catalogueOf } from "../../../test/fixtures/generated-portal.ts";
import { base, today } from "../../../test/fixtures/plan-of-every-measure.ts";
import { figureIn } from "./figures.ts";

test("every figure of every measure has a label and a formula in English", () => {
  const sentences = measurePlan(catalogueOf(base, { today })).flatMap(({ indicators }) =>
    indicators.flatMap(({ label, formula }) => [label, formula]),
  );
  expect(sentences.length).toBeGreaterThan(80);
  expect(sentences.filter((sentence) => figureIn(sentence, "en").lang === "uk")).toEqual([]);
});

test("a quarter of the plan has its name in each language", () => {
  const days = ["2026-01-31", "2026-04-01", "2026-09-30", "2026-12-31"];
  const labels = days.map(quarterOf);
  expect(labels).toEqual(["I", "II", "III", "IV"].map((quarter) => `${quarter} квартал 2026`));
  expect(labels.map((label) => figureIn(label, "en"))).toEqual(
    ["Q1 2026", "Q2 2026", "Q3 2026", "Q4 2026"].map((text) => ({ text })),
  );
});
