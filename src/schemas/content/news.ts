import { z } from "zod";
import { date, text } from "../text.ts";

/** The head of content/news/<slug>.mdx. */
export const newsSchema = z.strictObject({
  title: text.meta({ description: "Заголовок" }),
  date: date.meta({ description: "Дата публікації" }),
  description: text.meta({ description: "Про що це, одне-два речення для списку і стрічки" }),
  datasets: z.array(z.string()).default([]).meta({ description: "Набори, про які йдеться" }),
  planTasks: z
    .array(z.string())
    .default([])
    .meta({ description: "Завдання плану дій, номери з плану, як-от 6.5" }),
  en: z
    .strictObject({
      title: text.meta({ description: "Заголовок англійською" }),
      description: text.meta({ description: "Про що це англійською, одне речення" }),
    })
    .optional()
    .meta({ description: "Англійською" }),
});

export type NewsHead = z.infer<typeof newsSchema>;

/** Components a news post or a dashboard may use, with the attributes each must have. */
export const entryComponents: ReadonlyMap<string, readonly string[]> = new Map([
  ["Chart", ["dataset", "name"]],
  ["DatasetCard", ["id"]],
  ["Figure", ["value", "label"]],
  ["Quality", []],
]);
