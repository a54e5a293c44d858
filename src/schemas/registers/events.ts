import { z } from "zod";
import { date, text } from "../text.ts";
import { note, path } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Заходи і партнерства: форуми, обміни, угоди з містами. */
export const events = {
  words: { uk: "Заходи і партнерства", en: "Events and partnerships" },
  schema: z.strictObject({
    title: text,
    date,
    kind: z.enum(["event", "partnership"]),
    place: text.meta({ description: "Місто, країна" }),
    role: text.optional().meta({ description: "Участь: доповідь, слухання, організація" }),
    outcome: text.optional(),
    path,
    note,
  }),
} as const satisfies Register;
