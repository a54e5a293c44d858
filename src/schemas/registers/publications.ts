import { z } from "zod";
import { said } from "../said.ts";
import { date, text, webAddress } from "../text.ts";
import { datasets, note } from "./common/fields.ts";
import type { Register } from "./common/register.ts";

/** Публікації поза порталом: засоби масової інформації, соціальні мережі, сайти. */
export const publications = {
  words: { uk: "Публікації", en: "Publications" },
  schema: z.strictObject({
    title: text.meta(said("Назва", "Title")),
    date: date.meta(said("Дата", "Date")),
    channel: text.meta(said("Де опубліковано", "Where it was published")),
    datasets,
    path: webAddress.meta(said("Адреса", "Web address")),
    note,
  }),
} as const satisfies Register;
