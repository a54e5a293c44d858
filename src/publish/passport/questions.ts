import type { Speech } from "../../i18n/speech.ts";
import { passportFields, type WrittenPassport } from "../../schemas/data/dataset.ts";
import type { PortalFacts } from "../../schemas/reports/portal-facts.ts";
import { frequencies } from "../../vocabularies/dcat/frequencies.ts";
import { themes } from "../../vocabularies/dcat/themes.ts";
import { publishersOf } from "./find-publisher.ts";
import type { ProposedColumns } from "./propose-columns.ts";

/** A text of the portal's vocabularies or data; where it has no English it is read in Ukrainian. */
export type Named = { uk: string; en?: string };

export const namedIn = ({ uk, en = uk }: Named, { language }: Pick<Speech, "language">): string =>
  language === "en" ? en : uk;

/** What is asked about. */
export type AskedField =
  | "title"
  | "description"
  | "purpose"
  | "publisher"
  | "frequency"
  | "keywords"
  | "themes"
  | "temporal"
  | "columns";

/** One thing that only a person knows: a step of its own. What is asked and why stands in i18n: `publish.question.…`. */
export type Question = {
  field: AskedField;
  /** An answer as it is written. */
  example: Named;
  kind: "text" | "long" | "words" | "choice" | "choices" | "period" | "columns";
  /** Most characters. */
  limit?: number;
  options?: { value: string; label: Named }[];
  /** Columns without a title, of a question on columns. */
  columns?: string[];
  /** It may be left without an answer. */
  optional?: true;
};

/** The words of a vocabulary's entry alone. */
const labelOf = ({ uk, en }: Required<Named>): Named => ({ uk, en });

type Step = Omit<Question, "options" | "columns" | "limit">;

const steps: readonly Step[] = [
  { field: "title", kind: "text", example: { uk: "Заклади дошкільної освіти громади, 2026" } },
  {
    field: "description",
    kind: "long",
    example: {
      uk: "Один рядок — один заклад: назва, адреса, кількість груп і місць. Дані управління освіти на 1 вересня. Приватних садків у таблиці немає.",
    },
  },
  {
    field: "purpose",
    kind: "long",
    example: { uk: "Закон України «Про дошкільну освіту»; щоб планувати мережу закладів." },
  },
  { field: "publisher", kind: "choice", example: { uk: "Управління освіти" } },
  { field: "frequency", kind: "choice", example: labelOf(frequencies.yearly) },
  {
    field: "keywords",
    kind: "words",
    example: { uk: "дитячий садок, дошкілля, черга в садок" },
  },
  { field: "themes", kind: "choices", example: labelOf(themes.EDUC) },
  {
    field: "temporal",
    kind: "period",
    example: { uk: "з 2025-09-01 до 2026-05-31", en: "from 2025-09-01 to 2026-05-31" },
    optional: true,
  },
  { field: "columns", kind: "columns", example: { uk: "lat — Широта" } },
];

const optionsOf = (field: AskedField, facts: PortalFacts): Question["options"] => {
  switch (field) {
    case "publisher":
      return publishersOf(facts).map(({ id, title, en }) => ({
        value: id,
        label: { uk: title, ...(en === undefined ? {} : { en }) },
      }));
    case "frequency":
      return Object.entries(frequencies).map(([value, words]) => ({
        value,
        label: labelOf(words),
      }));
    case "themes":
      return Object.entries(themes).map(([value, words]) => ({ value, label: labelOf(words) }));
    default:
      return undefined;
  }
};

/** The question about one field. Throws where nobody is asked about it. */
export function questionOf(field: AskedField, facts: PortalFacts): Question {
  const step = steps.find((one) => one.field === field);
  if (!step) throw new Error(`There is no question about "${field}".`);
  const options = optionsOf(field, facts);
  const limit = field === "columns" ? undefined : passportFields[field].limit;
  return {
    ...step,
    ...(limit === undefined ? {} : { limit }),
    ...(options ? { options } : {}),
  };
}

/** What a passport still lacks, in the order to ask; of columns only those without a title. */
export const questionsFor = (
  values: Partial<WrittenPassport>,
  { untitled }: Pick<ProposedColumns, "untitled">,
  facts: PortalFacts,
): Question[] =>
  steps
    .filter(({ field }) =>
      field === "columns" ? untitled.length > 0 : values[field] === undefined,
    )
    .map(({ field }) => ({
      ...questionOf(field, facts),
      ...(field === "columns" ? { columns: untitled } : {}),
    }));
