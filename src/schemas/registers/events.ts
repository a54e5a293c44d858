import { z } from "zod";
import { date, text } from "../text.ts";
import { note, path } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Заходи і партнерства: форуми, обміни, угоди з містами. */
export const events = {
  words: { uk: "Заходи і партнерства", en: "Events and partnerships" },
  schema: z.strictObject({
    title: text.meta({ description: "Назва" }),
    date: date.meta({ description: "Дата" }),
    kind: z.enum(["event", "partnership"]).meta({ description: "Вид: захід чи партнерство" }),
    place: text.meta({ description: "Місце: місто, країна" }),
    role: text.optional().meta({ description: "Участь: доповідь, слухання, організація" }),
    outcome: text.optional().meta({ description: "Наслідок: про що домовлено, що зроблено" }),
    path,
    note,
  }),
} as const satisfies Register;
