import { z } from "zod";
import { said } from "../said.ts";
import { date, text } from "../text.ts";
import { datasets, note, path, publisher } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Звернення читачів: запити на дані, помилки, пропозиції до опитувань. Без імен і контактів тих, хто писав. */
export const requests = {
  words: { uk: "Звернення читачів", en: "Readers’ requests" },
  dates: [
    ["date", "answered", "Відповідь датовано раніше за звернення"],
    ["date", "closed", "Звернення закрито раніше, ніж воно надійшло"],
  ],
  schema: z.strictObject({
    title: text
      .max(200)
      .meta(
        said(
          "Про що звернення: одне речення, без імен і контактів",
          "What the request is about: one sentence, without names or contacts",
        ),
      ),
    kind: z
      .enum(["data", "error", "proposal"])
      .meta(
        said(
          "Вид: запит на дані, помилка в даних, пропозиція до опитування",
          "Kind: a request for data, an error in data, a proposal for a poll",
        ),
      ),
    date: date.meta(said("Коли надійшло", "Received on")),
    channel: z.enum(["form", "mail", "other"]).meta(said("Як надійшло", "How it was received")),
    datasets,
    publisher: publisher
      .optional()
      .meta(
        said(
          "Хто відповідає: без нього — розпорядник першого з наборів",
          "Who answers: with none, the publisher of the first of the datasets",
        ),
      ),
    poll: z
      .string()
      .optional()
      .meta(said("Опитування: назва файлу з polls", "Poll: name of a file in polls")),
    votes: z
      .int()
      .min(0)
      .default(0)
      .meta(said("Скільки читачів підтримали", "How many readers support it")),
    answered: date.optional().meta(said("Перша відповідь", "First answer")),
    closed: date.optional().meta(said("Коли закрито", "Closed on")),
    decision: z
      .enum(["accepted", "declined"])
      .optional()
      .meta(said("Рішення: враховано чи ні", "Decision: accepted or not")),
    reason: text.optional().meta(said("Чому не враховано", "Why it was declined")),
    outcome: text.optional().meta(said("Що зроблено", "What was done")),
    path,
    note,
  }),
} as const satisfies Register;
