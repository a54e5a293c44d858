import { z } from "zod";
import { date, text } from "../text.ts";
import { note, path, year } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Подані картки оцінки стану оприлюднення. */
export const cards = {
  words: { uk: "Картки оцінки", en: "Assessment cards" },
  schema: z.strictObject({
    title: text.meta({ description: "Картка" }),
    year: year.meta({ description: "Рік: за який картка" }),
    due: date.optional().meta({ description: "Строк подання" }),
    submitted: date.optional().meta({ description: "Коли подано" }),
    number: z.string().optional().meta({ description: "Вихідний номер, у лапках" }),
    path,
    note,
  }),
} as const satisfies Register;
