import { z } from "zod";
import { date, text, webAddress } from "../text.ts";
import { datasets, note } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Продукти, створені на даних. */
export const products = {
  words: { uk: "Продукти на даних", en: "Products built on the data" },
  schema: z.strictObject({
    title: text.meta({ description: "Назва" }),
    en: z
      .strictObject({ title: text.meta({ description: "Назва англійською" }) })
      .optional()
      .meta({ description: "Англійською" }),
    author: text.meta({ description: "Автор: організація" }),
    path: webAddress.meta({ description: "Адреса" }),
    checked: date.optional().meta({ description: "Перевірено: день, коли продукт відкривався" }),
    status: z
      .enum(["live", "gone"])
      .default("live")
      .meta({ description: "Стан: чи продукт працює" }),
    datasets,
    note,
  }),
} as const satisfies Register;
