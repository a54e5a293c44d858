import { z } from "zod";
import { said } from "../said.ts";
import { date, text, webAddress } from "../text.ts";
import { datasets, note } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Продукти, створені на даних. */
export const products = {
  words: { uk: "Створено на основі даних", en: "Products built on the data" },
  schema: z.strictObject({
    title: text.meta(said("Назва", "Title")),
    en: z
      .strictObject({ title: text.meta(said("Назва англійською", "Title in English")) })
      .optional()
      .meta(said("Англійською", "In English")),
    author: text.meta(said("Автор: організація", "Author: an organisation")),
    path: webAddress.meta(said("Адреса", "Web address")),
    checked: date
      .optional()
      .meta(
        said(
          "Перевірено: день, коли продукт відкривався",
          "Checked: a day on which the product opened",
        ),
      ),
    status: z
      .enum(["live", "gone"])
      .default("live")
      .meta(said("Стан: чи продукт працює", "State: whether the product works")),
    datasets,
    note,
  }),
} as const satisfies Register;
