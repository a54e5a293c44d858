import { z } from "zod";
import { said } from "../said.ts";
import { date, text } from "../text.ts";
import { note, publisher, year } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Рейтинг розпорядників за рік, зафіксований: за комітом його можна перерахувати. */
export const ratings = {
  words: { uk: "Рейтинги за роками", en: "Ratings by year" },
  schema: z.strictObject({
    title: text.meta(said("Назва", "Title")),
    year: year.meta(said("Рік: за який рейтинг", "Year: which the rating is for")),
    date: date.meta(said("День: на який пораховано", "Day: as of which it was counted")),
    commit: z
      .string()
      .regex(/^[0-9a-f]{40}$/)
      .meta(
        said(
          "Запис в історії порталу, за яким пораховано: сорок знаків",
          "Commit: from which it was counted, forty characters",
        ),
      ),
    scores: z
      .array(
        z.strictObject({
          publisher,
          score: z.number().min(0).max(100).meta(said("Бал: від 0 до 100", "Score: from 0 to 100")),
        }),
      )
      .meta(said("Бали", "Scores")),
    note,
  }),
} as const satisfies Register;
