import { z } from "zod";
import { date, email, text } from "../text.ts";
import { note, path, publisher } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Відповідальні підрозділи: наказ чи розпорядження розпорядника. Посади й підрозділи, не особи. */
export const orders = {
  words: { uk: "Відповідальні підрозділи", en: "Responsible units" },
  dates: [["date", "until", "Документ перестав діяти раніше, ніж його видали"]],
  schema: z.strictObject({
    publisher,
    number: z.string().meta({ description: "Номер наказу, у лапках" }),
    date: date.meta({ description: "Дата" }),
    until: date.optional().meta({ description: "Останній день чинності, якщо він є" }),
    unit: text.meta({ description: "Відповідальний підрозділ або посада" }),
    email: email.meta({ description: "Службова скринька" }),
    jobDescription: z.boolean().meta({ description: "Зміни до посадової інструкції: чи внесено" }),
    path,
    note,
  }),
} as const satisfies Register;
