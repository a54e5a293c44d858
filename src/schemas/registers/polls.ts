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
    start: date.meta({ description: "Початок: перший день опитування" }),
    end: date.meta({ description: "Кінець: останній день опитування" }),
    proposals: z
      .array(
        z.strictObject({
          text: text.meta({ description: "Пропозиція" }),
          votes: z.int().min(0).optional().meta({ description: "Скільки голосів" }),
          decision: z
            .enum(["accepted", "declined"])
            .optional()
            .meta({ description: "Рішення: враховано чи ні" }),
          reason: text.optional().meta({ description: "Чому не враховано" }),
          datasets,
        }),
      )
      .default([])
      .meta({ description: "Пропозиції: кожна з рішенням" }),
    path,
    note,
  }),
} as const satisfies Register;
