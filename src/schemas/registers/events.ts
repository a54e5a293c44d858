import { z } from "zod";
import { said } from "../said.ts";
import { date, text } from "../text.ts";
import { note, path } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Заходи і партнерства: форуми, обміни, угоди з містами. */
export const events = {
  words: { uk: "Заходи і партнерства", en: "Events and partnerships" },
  schema: z.strictObject({
    title: text.meta(said("Назва", "Title")),
    date: date.meta(said("Дата", "Date")),
    kind: z
      .enum(["event", "partnership"])
      .meta(said("Вид: захід чи партнерство", "Kind: an event or a partnership")),
    place: text.meta(said("Місце: місто, країна", "Place: city, country")),
    role: text
      .optional()
      .meta(
        said(
          "Участь: доповідь, слухання, організація",
          "Participation: a talk, listening, organising",
        ),
      ),
    outcome: text
      .optional()
      .meta(
        said("Наслідок: про що домовлено, що зроблено", "Outcome: what was agreed, what was done"),
      ),
    path,
    note,
  }),
} as const satisfies Register;
