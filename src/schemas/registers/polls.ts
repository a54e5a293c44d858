import { z } from "zod";
import { said } from "../said.ts";
import { date, text } from "../text.ts";
import { datasets, note, path } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Опитування громадської думки і рішення за пропозиціями. */
export const polls = {
  words: { uk: "Опитування", en: "Polls" },
  named: { by: ["poll"], what: "Опитування" },
  dates: [["start", "end", "Опитування закінчилося раніше, ніж почалося"]],
  schema: z.strictObject({
    title: text.meta(said("Про що питали", "What was asked")),
    start: date.meta(said("Початок: перший день опитування", "Start: first day of the poll")),
    end: date.meta(said("Кінець: останній день опитування", "End: last day of the poll")),
    proposals: z
      .array(
        z.strictObject({
          text: text.meta(said("Пропозиція", "Proposal")),
          votes: z.int().min(0).optional().meta(said("Скільки голосів", "Votes")),
          decision: z
            .enum(["accepted", "declined"])
            .optional()
            .meta(said("Рішення: враховано чи ні", "Decision: accepted or not")),
          reason: text.optional().meta(said("Чому не враховано", "Why it was declined")),
          datasets,
        }),
      )
      .default([])
      .meta(said("Пропозиції: кожна з рішенням", "Proposals: each with a decision")),
    path,
    note,
  }),
} as const satisfies Register;
