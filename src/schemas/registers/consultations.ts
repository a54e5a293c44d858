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
    date,
    requester: z.enum(["school", "university", "business", "ngo", "other"]),
    answered: date.optional(),
    outcome: text.optional(),
    datasets,
    path,
    note,
  }),
} as const satisfies Register;
