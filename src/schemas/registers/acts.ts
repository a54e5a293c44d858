import { z } from "zod";
import { date, text } from "../text.ts";
import { datasets, note, path } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Нормативні акти й документи: чинні й ті, що втратили чинність. */
export const acts = {
  words: { uk: "Нормативна база", en: "Legal acts" },
  named: { by: ["act", "replacedBy"], what: "Документа" },
  schema: z.strictObject({
    title: text.meta({ description: "Назва документа" }),
    kind: z
      .enum(["regulation", "list", "programme", "order", "agreement", "charter"])
      .meta({ description: "Вид: положення, перелік, програма, розпорядження, угода, хартія" }),
    issuer: text.meta({ description: "Хто ухвалив: орган, не особа" }),
    number: z.string().optional().meta({ description: "Номер, у лапках" }),
    date: date.meta({ description: "Дата" }),
    status: z.enum(["in-force", "repealed"]).meta({ description: "Чинність: чинний чи ні" }),
    replacedBy: z
      .string()
      .optional()
      .meta({ description: "Замінено документом: назва файлу з acts" }),
    datasets: datasets.meta({ description: "Набори переліку: ті, які він затверджує" }),
    alsoListed: z
      .array(text)
      .default([])
      .meta({ description: "Інші набори переліку: назви тих, яких на порталі ще немає" }),
    poll: z.string().optional().meta({ description: "Враховане опитування: назва файлу з polls" }),
    path,
    note,
  }),
} as const satisfies Register;
