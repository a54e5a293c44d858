import { z } from "zod";
import { date, text } from "../text.ts";
import { datasets, note, publisher, year } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Рекомендації інформаційного аудиту: кому, до якого дня, що зроблено. */
export const recommendations = {
  words: { uk: "Рекомендації аудиту", en: "Audit recommendations" },
  schema: z.strictObject({
    title: text.meta({ description: "Рекомендація" }),
    year: year.meta({ description: "Рік аудиту" }),
    publisher,
    due: date.optional().meta({ description: "Строк" }),
    done: date.optional().meta({ description: "Коли виконано" }),
    datasets,
    note,
  }),
} as const satisfies Register;
