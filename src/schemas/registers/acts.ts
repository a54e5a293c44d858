import { z } from "zod";
import { said } from "../said.ts";
import { date, text } from "../text.ts";
import { datasets, note, path } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Нормативні акти й документи: чинні й ті, що втратили чинність. */
export const acts = {
  words: { uk: "Нормативна база", en: "Legal acts" },
  named: { by: ["act", "replacedBy"], what: "Документа" },
  schema: z.strictObject({
    title: text.meta(said("Назва документа", "Title of the document")),
    kind: z
      .enum(["regulation", "list", "programme", "order", "agreement", "charter"])
      .meta(
        said(
          "Вид: положення, перелік, програма, розпорядження, угода, хартія",
          "Kind: regulation, list, programme, order, agreement, charter",
        ),
      ),
    issuer: text.meta(said("Хто ухвалив: орган, не особа", "Adopted by: a body, not a person")),
    number: z.string().optional().meta(said("Номер, у лапках", "Number, in quotation marks")),
    date: date.meta(said("Дата", "Date")),
    status: z
      .enum(["in-force", "repealed"])
      .meta(said("Чинність: діє чи вже ні", "Status: in force or not")),
    replacedBy: z
      .string()
      .optional()
      .meta(said("Замінено документом: назва файлу з acts", "Replaced by: name of a file in acts")),
    datasets: datasets.meta(
      said(
        "Набори переліку: ті, які він затверджує",
        "Datasets on the list: those the document approves",
      ),
    ),
    alsoListed: z
      .array(text)
      .default([])
      .meta(
        said(
          "Інші набори переліку: назви тих, яких на порталі ще немає",
          "Other datasets on the list: titles of those the portal does not have yet",
        ),
      ),
    poll: z
      .string()
      .optional()
      .meta(
        said(
          "Враховане опитування: назва файлу з polls",
          "Poll taken into account: name of a file in polls",
        ),
      ),
    path,
    note,
  }),
} as const satisfies Register;
