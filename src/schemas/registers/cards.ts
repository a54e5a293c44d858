import { z } from "zod";
import { said } from "../said.ts";
import { date, text } from "../text.ts";
import { note, path, year } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Подані картки оцінки стану оприлюднення. */
export const cards = {
  words: { uk: "Картки оцінки", en: "Assessment cards" },
  schema: z.strictObject({
    title: text.meta(said("Картка", "Card")),
    year: year.meta(said("Рік: за який картка", "Year: which the card is for")),
    due: date.optional().meta(said("Строк подання", "Due date")),
    submitted: date.optional().meta(said("Коли подано", "Submitted on")),
    number: z
      .string()
      .optional()
      .meta(said("Вихідний номер, у лапках", "Reference number, in quotation marks")),
    path,
    note,
  }),
} as const satisfies Register;
