import { z } from "zod";
import { said } from "../said.ts";
import { date, email, text } from "../text.ts";
import { note, path, publisher } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Відповідальні підрозділи: наказ чи розпорядження розпорядника. Посади й підрозділи, не особи. */
export const orders = {
  words: { uk: "Відповідальні підрозділи", en: "Responsible units" },
  dates: [["date", "until", "Документ перестав діяти раніше, ніж його видали"]],
  schema: z.strictObject({
    publisher,
    number: z
      .string()
      .meta(said("Номер наказу, у лапках", "Number of the order, in quotation marks")),
    date: date.meta(said("Дата", "Date")),
    until: date
      .optional()
      .meta(said("Останній день чинності, якщо він є", "Last day in force, if there is one")),
    unit: text.meta(said("Відповідальний підрозділ або посада", "Responsible unit or post")),
    email: email.meta(said("Службова скринька", "Office mailbox")),
    jobDescription: z
      .boolean()
      .meta(
        said(
          "Зміни до посадової інструкції: чи внесено",
          "Changes to the job description: whether they were made",
        ),
      ),
    path,
    note,
  }),
} as const satisfies Register;
