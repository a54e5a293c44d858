import { z } from "zod";
import { date, text } from "../text.ts";
import { note, publisher, year } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Рейтинг розпорядників за рік, зафіксований: за комітом його можна перерахувати. */
export const ratings = {
  words: { uk: "Рейтинги за роками", en: "Ratings by year" },
  schema: z.strictObject({
    title: text.meta({ description: "Назва" }),
    year: year.meta({ description: "Рік: за який рейтинг" }),
    date: date.meta({ description: "День: на який пораховано" }),
    commit: z
      .string()
      .regex(/^[0-9a-f]{40}$/)
      .meta({ description: "Коміт: за яким пораховано, сорок знаків" }),
    scores: z
      .array(
        z.strictObject({
          publisher,
          score: z.number().min(0).max(100).meta({ description: "Бал: від 0 до 100" }),
        }),
      )
      .meta({ description: "Бали" }),
    note,
  }),
} as const satisfies Register;
