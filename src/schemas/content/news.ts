import { z } from "zod";
import { date, text } from "../text.ts";

/** The head of content/news/<slug>.mdx. */
export const newsSchema = z.strictObject({
  title: text.meta({ description: "Заголовок" }),
  date: date.meta({ description: "Дата публікації" }),
  description: text.meta({ description: "Одне-два речення для списку і стрічки" }),
  datasets: z.array(z.string()).default([]).meta({ description: "Набори, про які новина" }),
  planTasks: z.array(z.string()).default([]),
  en: z.strictObject({ title: text, description: text }).optional(),
});

export type NewsHead = z.infer<typeof newsSchema>;

/** Components a news post or a dashboard may use, with the attributes each must have. */
export const entryComponents: ReadonlyMap<string, readonly string[]> = new Map([
  ["Chart", ["dataset", "name"]],
  ["DatasetCard", ["id"]],
  ["Figure", ["value", "label"]],
  ["Quality", []],
]);
