import { z } from "zod";
import { date, text, webAddress } from "../text.ts";
import { datasets, note } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Публікації поза порталом: засоби масової інформації, соціальні мережі, сайти. */
export const publications = {
  words: { uk: "Публікації", en: "Publications" },
  schema: z.strictObject({
    title: text.meta({ description: "Назва" }),
    date: date.meta({ description: "Дата" }),
    channel: text.meta({ description: "Де опубліковано" }),
    datasets,
    path: webAddress.meta({ description: "Адреса" }),
    note,
  }),
} as const satisfies Register;
