import { z } from "zod";
import { text } from "../text.ts";
import { publisherKinds } from "./publisher.ts";

/** What can be counted of a task from the files of the portal: one name, one measure of catalogue/measures/plan/plan.ts. */
export const planMeasures = [
  "legal-acts",
  "responsible-units",
  "working-group",
  "trainings",
  "rating",
  "harvesting",
  "funding",
  "audit",
  "registry",
  "monitoring",
  "polls",
  "mandated",
  "additional",
  "feedback",
  "publications",
  "guidance",
  "conformity",
  "dashboards",
  "consultations",
  "products",
  "events",
] as const;

/** The same in English, for pages of that language: a translation of the portal's, not of the document's authors. */
const english = z
  .strictObject({ title: text })
  .optional()
  .meta({ description: "Назва англійською" });

/** data/plan.yaml: the action plan in its own words, and by which measure each task is counted. */
export const planSchema = z.strictObject({
  title: text,
  en: english,
  act: z
    .string()
    .meta({ description: "Документ, яким план затверджено: назва файлу з data/registers/acts" }),
  coordinator: z.string().meta({ description: "Розпорядник: назва файлу з data/publishers" }),
  years: z.tuple([z.int(), z.int()]).meta({ description: "Перший і останній рік плану" }),
  mandated: z.strictObject({ dataset: z.string(), resource: z.string() }).optional().meta({
    description:
      "Таблиця обов’язкових наборів: колонки code, category, title і, якщо є, scope («усі розпорядники» — набір веде кожен)",
  }),
  rating: z
    .strictObject({
      coverage: z.number().min(0),
      timeliness: z.number().min(0),
      conformity: z.number().min(0),
      passport: z.number().min(0),
      feedback: z.number().min(0),
    })
    .optional()
    .meta({ description: "Ваги рейтингу розпорядників; без них — 30, 25, 25, 10, 10" }),
  note: text.optional(),
  sections: z.array(z.strictObject({ number: z.int(), title: text, en: english })).min(1),
  tasks: z
    .array(
      z.strictObject({
        number: z.string(),
        section: z.int(),
        title: text,
        en: english,
        term: text.meta({ description: "Строк, як у документі" }),
        kpi: text.meta({ description: "Індикатор, як у документі" }),
        measure: z.enum(planMeasures).meta({ description: "Чим портал рахує це завдання" }),
        executors: z.array(
          z.strictObject({
            text,
            publishers: z.array(z.string()).default([]),
            kinds: z.array(z.enum(publisherKinds)).default([]),
          }),
        ),
        note: text.optional(),
      }),
    )
    .min(1),
});

export type PlanDescriptor = z.infer<typeof planSchema>;
export type PlanMeasure = (typeof planMeasures)[number];
