import { z } from "zod";
import { date, text } from "../text.ts";
import { note, path } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Засідання робочої групи і рішення з їхніми строками. */
export const meetings = {
  words: { uk: "Робоча група", en: "Working group" },
  schema: z.strictObject({
    title: text.meta({ description: "Про що засідання" }),
    date: date.meta({ description: "Дата" }),
    decisions: z
      .array(
        z.strictObject({
          text: text.meta({ description: "Рішення" }),
          due: date.optional().meta({ description: "Строк" }),
          done: date.optional().meta({ description: "Коли виконано" }),
        }),
      )
      .default([])
      .meta({ description: "Рішення засідання: кожне зі своїм строком" }),
    path,
    note,
  }),
} as const satisfies Register;
