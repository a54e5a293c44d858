import { z } from "zod";
import { date, text } from "../text.ts";
import { datasets, note, path } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Опитування громадської думки і рішення за пропозиціями. */
export const polls = {
  words: { uk: "Опитування", en: "Polls" },
  named: { by: ["poll"], what: "Опитування" },
  dates: [["start", "end", "Опитування закінчилося раніше, ніж почалося"]],
  schema: z.strictObject({
    title: text.meta({ description: "Про що питали" }),
    start: date,
    end: date,
    proposals: z
      .array(
        z.strictObject({
          text,
          votes: z.int().min(0).optional(),
          decision: z.enum(["accepted", "declined"]).optional(),
          reason: text.optional().meta({ description: "Чому не враховано" }),
          datasets,
        }),
      )
      .default([]),
    path,
    note,
  }),
} as const satisfies Register;
