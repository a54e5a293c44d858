import { expect, test } from "vitest";
import type { TaskResult } from "../../../model/plan.ts";
import { renderFrozenRating } from "../../../published/reports/rating.ts";
import { planMeasures } from "../../../schemas/data/plan.ts";
import { loadPortal } from "../../../site/portal.ts";
import { project, runScript } from "../../../test/fixtures/built-site.ts";
import { catalogueOf } from "../../../test/fixtures/generated-portal.ts";
import { base, passport, register, today } from "../../../test/fixtures/plan-of-every-measure.ts";
import { measurePlan } from "./plan.ts";

const figuresOf = (files: Record<string, string>): Map<string, Omit<TaskResult, "evidence">> =>
  new Map(
    measurePlan(catalogueOf(files, { today })).map(({ number, evidence: _, ...rest }) => [
      planMeasures[Number(number) - 1] ?? "",
      { number, ...rest },
    ]),
  );

const before = figuresOf(base);
const figureOf = (figures: typeof before, measure: string, index = 0) =>
  figures.get(measure)?.indicators[index]?.value;

test("what files say nothing of is unknown or nought, never a claim", () => {
  const values = Object.fromEntries(
    [...before].map(([measure, { state, indicators }]) => [
      measure,
      [state, ...indicators.map(({ value }) => value)],
    ]),
  );
  expect(values).toEqual({
    "legal-acts": ["unproven", 0, undefined, undefined],
    "responsible-units": ["unproven", 0, undefined],
    "working-group": ["unproven", 0, undefined],
    trainings: ["unproven", 0, 0],
    rating: ["unproven", 1],
    harvesting: ["partial", 5, 100, undefined, undefined],
    funding: ["unproven", undefined],
    audit: ["unproven", 0, undefined, undefined],
    registry: ["done", 1, 100],
    // Published a year and more ago by their commits, yearly sets are late.
    monitoring: ["unproven", 0, undefined],
    polls: ["unproven", 0, undefined, undefined],
    mandated: ["unproven", 0, 1],
    additional: ["unproven", 0],
    feedback: ["unproven", undefined, undefined, undefined, undefined],
    publications: ["unproven", 0],
    guidance: ["unproven", 0, undefined, 0, 0],
    conformity: ["unproven", 0],
    dashboards: ["unproven", 0, 0],
    consultations: ["unproven", 0, undefined],
    products: ["unproven", 0, undefined],
    events: ["unproven", 0],
  });
});

test("figures are counted as their formulas say", () => {
  const after = figuresOf({
    ...base,
    ...register(
      "acts",
      "title: Перелік\nkind: list\nissuer: Рада\ndate: 2025-02-01\nstatus: in-force\ndatasets: [stops-1, stops-2]\n",
    ),
    ...register("measures", "title: Датчики\nyear: 2026\nact: plan\nplanned: 1000\nfunded: 250\n"),
    ...register(
      "exemptions",
      "mandated: m-2\nkind: restricted\nground: Воєнний стан\ndecision: № 5\nharmTest: шкода переважає\nreview: 2027-01-01\n",
    ),
    [passport(1)]: (base[passport(1)] ?? "").replace("frequency: yearly", "frequency: never"),
  });
  // Two sets of five are listed; a quarter of the money came; one mandated set of one is published; one set of five conforms.
  expect(figureOf(after, "legal-acts", 1)).toBe(40);
  expect(figureOf(after, "funding")).toBe(25);
  expect(figureOf(after, "mandated")).toBe(100);
  expect(after.get("mandated")?.state).toBe("done");
  expect(figureOf(after, "conformity")).toBe(20);
  expect(after.get("funding")?.windows).toEqual([
    { label: "2025", met: false, past: true, evidence: [] },
    { label: "2026", met: true, past: true, evidence: ["Датчики"] },
    { label: "2027", met: false, past: false, evidence: [] },
  ]);
});

test("a year's rating is frozen with the commit it can be counted again at", () => {
  const catalogue = catalogueOf(base, { today });
  const frozen = renderFrozenRating(catalogue, { year: 2025, commit: "1".repeat(40) });
  const after = figuresOf({ ...base, "data/registers/ratings/2025.yaml": frozen });
  expect(after.get("rating")?.windows[0]).toEqual({
    label: "2025",
    met: true,
    past: true,
    evidence: ["Рейтинг розпорядників за 2025 рік"],
  });
  expect(frozen).toContain("  - { publisher: council, score: ");
});

test("this portal's plan has a figure for each of its 21 tasks, and every piece of evidence has a page", () => {
  const { catalogue } = loadPortal(project, today);
  if (!catalogue) throw new Error("The portal has errors.");
  const results = measurePlan(catalogue);
  expect(results).toHaveLength(21);
  expect(new Set(catalogue.plan?.tasks.map(({ measure }) => measure))).toEqual(
    new Set(planMeasures),
  );
  for (const { indicators, evidence } of results) {
    expect(indicators.length).toBeGreaterThan(0);
    for (const { path } of evidence)
      expect(path).toMatch(/^\/(dataset|news|registers|dashboards)\/[a-z0-9-]+\//);
  }
});

test("npm run plan counts a task at a commit, and says when there is none", () => {
  const now = runScript("plan", ["--at", "HEAD", "6.3"]);
  expect(now.status).toBe(0);
  expect(now.stdout).toMatch(/6\.3\. [\s\S]*стан: [\s\S]*Наборів понад обов’язковий перелік: \d+/);
  expect(runScript("plan", ["--at", "nowhere"])).toMatchObject({
    status: 2,
    stderr: "Немає коміту nowhere.\n",
  });
  expect(runScript("plan", ["99"]).status).toBe(2);
});
