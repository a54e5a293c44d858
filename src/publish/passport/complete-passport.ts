import type { WrittenPassport } from "../../schemas/data/dataset.ts";
import { type ProposedColumns, schemaOf } from "./propose-columns.ts";
import type { ProposedPassport } from "./propose-passport.ts";

/** What a person answered or put right: fields of the passport, and titles of columns by their names. */
export type Answers = Partial<WrittenPassport> & { columns?: Readonly<Record<string, string>> };

const titled = (
  columns: ProposedColumns,
  titles: Readonly<Record<string, string>>,
): ProposedColumns => ({
  ...columns,
  fields: columns.fields.map((field) => ({
    ...field,
    // A column may be called «constructor», which every object has.
    title: (Object.hasOwn(titles, field.name) ? titles[field.name] : undefined) ?? field.title,
  })),
});

/** A proposed passport with a person's answers, which stand above what was proposed; its one table is named as it is. */
export function completePassport(
  { id, path, values, columns }: ProposedPassport,
  { columns: titles = {}, ...answers }: Answers,
): WrittenPassport {
  const { title = "", publisher = "" } = { ...values, ...answers };
  return {
    ...values,
    ...answers,
    title,
    publisher,
    resources: answers.resources ?? [
      // A table without a title would be a second finding about the one question that is not answered.
      { name: id, title: title || id, path, ...schemaOf(titled(columns, titles)) },
    ],
  };
}
