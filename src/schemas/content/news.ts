import { z } from "zod";
import { said } from "../said.ts";
import { date, text } from "../text.ts";

/** The head of content/news/<slug>.mdx. */
export const newsSchema = z.strictObject({
  title: text.meta(said("Заголовок", "Headline")),
  date: date.meta(said("Дата публікації", "Date of publication")),
  description: text.meta(
    said(
      "Про що це, одне-два речення для списку і стрічки",
      "What it is about, one or two sentences for lists and the feed",
    ),
  ),
  datasets: z
    .array(z.string())
    .default([])
    .meta(said("Набори, про які йдеться", "Datasets: those it is about")),
  planTasks: z
    .array(z.string())
    .default([])
    .meta(
      said(
        "Завдання плану дій, номери з плану, як-от 6.5",
        "Tasks of the action plan, their numbers, such as 6.5",
      ),
    ),
  en: z
    .strictObject({
      title: text.meta(said("Заголовок англійською", "Headline in English")),
      description: text.meta(
        said("Про що це англійською, одне речення", "What it is about in English, one sentence"),
      ),
    })
    .optional()
    .meta(said("Англійською", "In English")),
});

export type NewsHead = z.infer<typeof newsSchema>;

/** Components a news post or a dashboard may use, with the attributes each must have, and may. */
export const entryComponents: ReadonlyMap<
  string,
  { required: readonly string[]; optional?: readonly string[] }
> = new Map([
  ["Chart", { required: ["dataset", "name"] }],
  ["DatasetCard", { required: ["id"] }],
  // In English: the label, and the number where it has words («+652 млн грн»).
  ["Figure", { required: ["value", "label"], optional: ["en", "enValue"] }],
  ["Quality", { required: [] }],
]);
