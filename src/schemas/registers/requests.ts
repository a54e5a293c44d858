import { z } from "zod";
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
      .meta({ description: "Про що звернення: одне речення, без імен і контактів" }),
    kind: z
      .enum(["data", "error", "proposal"])
      .meta({ description: "Вид: запит на дані, помилка в даних, пропозиція до опитування" }),
    date: date.meta({ description: "Коли надійшло" }),
    channel: z.enum(["form", "mail", "other"]).meta({ description: "Як надійшло" }),
    datasets,
    publisher: publisher
      .optional()
      .meta({ description: "Хто відповідає: без нього — розпорядник першого з наборів" }),
    poll: z.string().optional().meta({ description: "Опитування: назва файлу з polls" }),
    votes: z.int().min(0).default(0).meta({ description: "Скільки читачів підтримали" }),
    answered: date.optional().meta({ description: "Перша відповідь" }),
    closed: date.optional().meta({ description: "Коли закрито" }),
    decision: z
      .enum(["accepted", "declined"])
      .optional()
      .meta({ description: "Рішення: враховано чи ні" }),
    reason: text.optional().meta({ description: "Чому не враховано" }),
    outcome: text.optional().meta({ description: "Що зроблено" }),
    path,
    note,
  }),
} as const satisfies Register;
