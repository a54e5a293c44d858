import type { Catalogue } from "../../../model/catalogue.ts";
import { once } from "../../../model/once.ts";
import type { Evidence, TaskResult, TaskState } from "../../../model/plan.ts";
import type { PlanDescriptor, PlanMeasure } from "../../../schemas/data/plan.ts";
import type { RegisterName } from "../../../schemas/data/registers.ts";
import { councilMeasures } from "./plan-council.ts";
import { dataMeasures } from "./plan-data.ts";
import type { Figures, Measure } from "./plan-indicators.ts";
import { readerMeasures } from "./plan-readers.ts";

const measures: Record<PlanMeasure, Measure> = {
  ...councilMeasures,
  ...readerMeasures,
  ...dataMeasures,
};

/** Registers whose entries prove what a measure counts. */
export const measureRegisters: Partial<Record<PlanMeasure, RegisterName>> = {
  "legal-acts": "acts",
  "responsible-units": "orders",
  "working-group": "meetings",
  trainings: "trainings",
  rating: "ratings",
  funding: "measures",
  audit: "recommendations",
  monitoring: "cards",
  polls: "polls",
  mandated: "exemptions",
  feedback: "requests",
  publications: "publications",
  guidance: "materials",
  consultations: "consultations",
  products: "products",
  events: "events",
};

/**
 * Done: every figure with a goal is known and reaches it, and no past window was missed. Partial: something of it is
 * proved. Unproven: nothing is.
 */
function stateOf({ indicators, windows = [] }: Figures): TaskState {
  const goals = indicators.filter(({ goal }) => goal !== undefined);
  const reached = goals.filter(({ value, goal }) => value !== undefined && value >= (goal ?? 0));
  const past = windows.filter(({ past: over }) => over);
  const missed = past.filter(({ met }) => !met);
  const whole = goals.length + past.length;
  if (whole > 0 && reached.length === goals.length && missed.length === 0) return "done";
  const some = goals.some(({ value }) => (value ?? 0) > 0) || windows.some(({ met }) => met);
  return some ? "partial" : "unproven";
}

function evidenceOf(task: PlanDescriptor["tasks"][number], catalogue: Catalogue): Evidence[] {
  const register = measureRegisters[task.measure];
  return [
    ...(register
      ? catalogue.registers[register].map((entry): Evidence => {
          const title =
            "title" in entry ? entry.title : "unit" in entry ? entry.unit : entry.ground;
          return {
            kind: "register",
            id: entry.id,
            title,
            path: `/registers/${register}/#${entry.id}`,
          };
        })
      : []),
    ...catalogue.datasets
      .filter(({ passport }) => passport.planTasks.includes(task.number))
      .map(
        ({ id, title }): Evidence => ({
          kind: "dataset",
          id,
          title: title.uk,
          path: `/dataset/${id}/`,
        }),
      ),
    ...catalogue.dashboards
      .filter(({ planTasks }) => planTasks.includes(task.number))
      .map(
        ({ slug, title }): Evidence => ({
          kind: "dashboard",
          id: slug,
          title: title.uk,
          path: `/dashboards/${slug}/`,
        }),
      ),
    ...catalogue.news
      .filter(({ planTasks }) => planTasks.includes(task.number))
      .map(
        ({ slug, title }): Evidence => ({
          kind: "news",
          id: slug,
          title: title.uk,
          path: `/news/${slug}/`,
        }),
      ),
  ];
}

/** Every task of the plan with its figures, counted from the files alone; in the plan's order. */
export const measurePlan = once((catalogue: Catalogue): readonly TaskResult[] => {
  const { plan } = catalogue;
  if (!plan) return [];
  const [first, last] = plan.years;
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return plan.tasks.map((task) => {
    const figures = measures[task.measure](catalogue, years);
    return {
      number: task.number,
      state: stateOf(figures),
      indicators: figures.indicators,
      windows: figures.windows ?? [],
      evidence: evidenceOf(task, catalogue),
    };
  });
});
