import { type EntryField, type EntrySchema, entryFields, type Words } from "./entry-fields.ts";

/** Answers of a form by the names of their fields: texts, lists of texts, and answers within answers. */
export type EntryAnswers = Readonly<Record<string, unknown>>;

export const answersIn = (value: unknown): EntryAnswers =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as EntryAnswers)
    : {};

const textIn = (answer: unknown): string | undefined => {
  const text = typeof answer === "string" ? answer.trim() : "";
  return text === "" ? undefined : text;
};

const listIn = (answer: unknown): string[] | undefined => {
  const list = (Array.isArray(answer) ? answer : []).flatMap((part) => textIn(part) ?? []);
  return list.length === 0 ? undefined : list;
};

/** «12 500,5» → 12500.5; what is no number stays as it was written, for the portal's rules to tell of. */
function numberIn(answer: unknown): number | string | undefined {
  const text = textIn(answer);
  if (text === undefined) return undefined;
  const number = Number(text.replace(/\s/g, "").replace(",", "."));
  return Number.isFinite(number) ? number : text;
}

/** An answer as the file has it; undefined where nothing was answered. */
function valueIn(field: EntryField, answer: unknown): unknown {
  switch (field.kind) {
    case "number":
      return numberIn(answer);
    case "yes-no": {
      const text = textIn(answer);
      return text === undefined ? undefined : text === "yes";
    }
    case "choice":
      // An answer to a field of the same name in another register says nothing here.
      return field.values?.find((value) => value === answer);
    case "lines":
    case "datasets":
    case "entries":
      return listIn(answer);
    case "group": {
      const values = valuesOf(field.fields ?? [], answersIn(answer));
      return Object.keys(values).length === 0 ? undefined : values;
    }
    case "rows": {
      const rows = (Array.isArray(answer) ? answer : [])
        .map((row) => valuesOf(field.fields ?? [], answersIn(row)))
        .filter((row) => Object.keys(row).length > 0);
      return rows.length === 0 ? undefined : rows;
    }
    default:
      return textIn(answer);
  }
}

const valuesOf = (fields: readonly EntryField[], answers: EntryAnswers): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = valueIn(field, answers[field.name]);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );

/** Answers → what the entry says, in the order of its schema; without what was left empty. */
export const entryValues = (schema: EntrySchema, answers: EntryAnswers): Record<string, unknown> =>
  valuesOf(entryFields(schema), answers);

/** A required field without an answer: its label, and where in the form it stands. */
export type Unanswered = { path: string[]; label: Words };

function unansweredIn(
  fields: readonly EntryField[],
  answers: EntryAnswers,
  above: readonly string[],
): Unanswered[] {
  return fields.flatMap((field) => {
    const path = [...above, field.name];
    const answer = answers[field.name];
    const value = valueIn(field, answer);
    if (value === undefined) return field.isRequired ? [{ path, label: field.label }] : [];
    if (field.kind === "group") return unansweredIn(field.fields ?? [], answersIn(answer), path);
    if (field.kind === "rows" && Array.isArray(answer))
      return answer.flatMap((row, at) =>
        // A row that was left empty is not sent.
        Object.keys(valuesOf(field.fields ?? [], answersIn(row))).length === 0
          ? []
          : unansweredIn(field.fields ?? [], answersIn(row), [...path, String(at)]),
      );
    return [];
  });
}

/** Required fields that have no answer yet, in the order of the form; those of rows only where the row has any. */
export const unansweredOf = (schema: EntrySchema, answers: EntryAnswers): Unanswered[] =>
  unansweredIn(entryFields(schema), answers, []);
