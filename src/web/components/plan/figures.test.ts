import { expect, test } from "vitest";
import { measurePlan } from "../../../catalogue/measures/plan/plan.ts";
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
