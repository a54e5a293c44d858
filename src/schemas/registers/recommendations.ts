import { z } from "zod";
import { said } from "../said.ts";
import { date, text } from "../text.ts";
import { datasets, note, publisher, year } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Рекомендації інформаційного аудиту: кому, до якого дня, що зроблено. */
export const recommendations = {
  words: { uk: "Рекомендації аудиту", en: "Audit recommendations" },
  schema: z.strictObject({
    title: text.meta(said("Рекомендація", "Recommendation")),
    year: year.meta(said("Рік аудиту", "Year of the audit")),
    publisher,
    due: date.optional().meta(said("Строк", "Due date")),
    done: date.optional().meta(said("Коли виконано", "Done on")),
    datasets,
    note,
  }),
} as const satisfies Register;
