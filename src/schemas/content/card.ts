import { z } from "zod";
import { text } from "../text.ts";

/** What a column of the card can say of a mandated set: one name, one function of catalogue/measures/quality/card.ts. */
const cardValues = [
  "code",
  "title",
  "category",
  "applicable",
  "published",
  "url",
  "publisher",
  "machine-readable",
  "passport",
  "structure",
  "timely",
  "modified",
  "frequency",
  "valid",
  "licence",
  "impersonal",
  "ground",
] as const;

/** data/card.yaml: the columns of the assessment card, so that a new form of the state is matched without code. */
export const cardSchema = z.strictObject({
  title: text.meta({ description: "Назва форми" }),
  note: text.optional(),
  columns: z
    .array(
      z.strictObject({
        title: text.meta({ description: "Заголовок колонки, як у формі" }),
        value: z.enum(cardValues).meta({ description: "Що портал ставить у колонку" }),
      }),
    )
    .min(1),
});

export type CardDescriptor = z.infer<typeof cardSchema>;
export type CardValue = (typeof cardValues)[number];
