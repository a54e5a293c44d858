import { z } from "zod";
import { date, text } from "../text.ts";
import { datasets, note, path } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Звернення по консультацію: школи, університети, бізнес, громадські організації. */
export const consultations = {
  words: { uk: "Консультації", en: "Consultations" },
  dates: [["date", "answered", "Відповідь датовано раніше за звернення"]],
  schema: z.strictObject({
    title: text.meta({ description: "Тема" }),
    date: date.meta({ description: "Дата: коли надійшло" }),
    requester: z
      .enum(["school", "university", "business", "ngo", "other"])
      .meta({ description: "Хто звернувся: заклад чи організація, не особа" }),
    answered: date.optional().meta({ description: "Коли відповіли" }),
    outcome: text.optional().meta({ description: "Що зроблено" }),
    datasets,
    path,
    note,
  }),
} as const satisfies Register;
