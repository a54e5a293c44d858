import { z } from "zod";
import { date, text } from "../text.ts";
import { note, path, publisher } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Обов’язкові набори, яких немає з причини: незастосовні або обмежені, з підставою. */
export const exemptions = {
  words: { uk: "Винятки з обов’язкових наборів", en: "Exempt mandated sets" },
  schema: z.strictObject({
    mandated: z.string().meta({ description: "Код обов’язкового набору" }),
    publisher: publisher
      .optional()
      .meta({ description: "Чий виняток: розпорядник; без нього — для всіх" }),
    kind: z
      .enum(["not-applicable", "restricted"])
      .meta({ description: "Вид: набір незастосовний чи доступ до нього обмежено" }),
    ground: text.meta({ description: "Підстава" }),
    decision: text.optional().meta({ description: "Рішення про обмеження: номер і дата" }),
    harmTest: text.optional().meta({ description: "Трискладовий тест: висновок" }),
    review: date.optional().meta({ description: "Коли переглянути" }),
    path,
    note,
  }),
} as const satisfies Register;
