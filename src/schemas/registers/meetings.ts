import { z } from "zod";
import { said } from "../said.ts";
import { date, text } from "../text.ts";
import { note, path } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Засідання робочої групи і рішення з їхніми строками. */
export const meetings = {
  words: { uk: "Робоча група", en: "Working group" },
  schema: z.strictObject({
    title: text.meta(said("Про що засідання", "Subject of the meeting")),
    date: date.meta(said("Дата", "Date")),
    decisions: z
      .array(
        z.strictObject({
          text: text.meta(said("Рішення", "Decision")),
          due: date.optional().meta(said("Строк", "Due date")),
          done: date.optional().meta(said("Коли виконано", "Done on")),
        }),
      )
      .default([])
      .meta(
        said(
          "Рішення засідання: кожне зі своїм строком",
          "Decisions of the meeting: each with a due date of its own",
        ),
      ),
    path,
    note,
  }),
} as const satisfies Register;
