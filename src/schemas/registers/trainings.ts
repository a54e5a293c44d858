import { z } from "zod";
import { date, text } from "../text.ts";
import { note, path, publisher } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Навчання і консультації для відповідальних: посада і розпорядник, без імен. */
export const trainings = {
  words: { uk: "Навчання і консультації", en: "Trainings" },
  schema: z.strictObject({
    title: text.meta({ description: "Курс або тема консультації" }),
    date: date.meta({ description: "Дата" }),
    kind: z
      .enum(["training", "consultation"])
      .meta({ description: "Вид: навчання чи консультація" }),
    publisher,
    role: text.meta({ description: "Посада або роль того, хто навчався" }),
    certificate: z.boolean().default(false).meta({ description: "Сертифікат: чи видано" }),
    materials: z
      .array(z.string())
      .default([])
      .meta({ description: "Методичні матеріали: назви файлів з materials" }),
    path,
    note,
  }),
} as const satisfies Register;
