import { z } from "zod";
import { date, text, webAddress } from "../text.ts";
import { note } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Методичні матеріали: першоджерела, місцева адаптація, шаблони. */
export const materials = {
  words: { uk: "Методичні матеріали", en: "Guidance" },
  named: { by: ["materials"], what: "Методичного матеріалу" },
  schema: z.strictObject({
    title: text.meta({ description: "Назва" }),
    kind: z
      .enum(["original", "adaptation", "template"])
      .meta({ description: "Вид: першоджерело, місцева адаптація, шаблони" }),
    author: text.meta({ description: "Автор: орган або організація" }),
    date: date.optional().meta({ description: "Дата" }),
    version: z.string().optional().meta({ description: "Версія" }),
    act: z.string().optional().meta({ description: "Затверджено документом: назва файлу з acts" }),
    path: webAddress.meta({ description: "Адреса" }),
    note,
  }),
} as const satisfies Register;
