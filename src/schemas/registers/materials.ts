import { z } from "zod";
import { said } from "../said.ts";
import { date, text, webAddress } from "../text.ts";
import { note } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Методичні матеріали: першоджерела, місцева адаптація, шаблони. */
export const materials = {
  words: { uk: "Методичні матеріали", en: "Guidance" },
  named: { by: ["materials"], what: "Методичного матеріалу" },
  schema: z.strictObject({
    title: text.meta(said("Назва", "Title")),
    kind: z
      .enum(["original", "adaptation", "template"])
      .meta(
        said(
          "Вид: першоджерело, місцева адаптація, шаблони",
          "Kind: original, local adaptation, templates",
        ),
      ),
    author: text.meta(said("Автор: орган або організація", "Author: a body or an organisation")),
    date: date.optional().meta(said("Дата", "Date")),
    version: z.string().optional().meta(said("Версія", "Version")),
    act: z
      .string()
      .optional()
      .meta(
        said(
          "Затверджено документом: назва файлу з acts",
          "Approved by the document: name of a file in acts",
        ),
      ),
    path: webAddress.meta(said("Адреса", "Web address")),
    note,
  }),
} as const satisfies Register;
