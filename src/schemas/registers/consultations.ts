import { z } from "zod";
import { said } from "../said.ts";
import { date, text } from "../text.ts";
import { datasets, note, path } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Звернення по консультацію: школи, університети, бізнес, громадські організації. */
export const consultations = {
  words: { uk: "Консультації", en: "Consultations" },
  dates: [["date", "answered", "Відповідь датовано раніше за звернення"]],
  schema: z.strictObject({
    title: text.meta(said("Тема", "Subject")),
    date: date.meta(said("Дата: коли надійшло", "Date: when it was received")),
    requester: z
      .enum(["school", "university", "business", "ngo", "other"])
      .meta(
        said(
          "Хто звернувся: заклад чи організація, не особа",
          "Who asked: an institution or an organisation, not a person",
        ),
      ),
    answered: date.optional().meta(said("Коли відповіли", "Answered on")),
    outcome: text.optional().meta(said("Що зроблено", "What was done")),
    datasets,
    path,
    note,
  }),
} as const satisfies Register;
