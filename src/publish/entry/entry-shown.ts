import type { Key, Speech } from "../../i18n/speech.ts";
import type { RegisterName } from "../../schemas/data/registers.ts";
import type { PortalFacts } from "../../schemas/reports/portal-facts.ts";
import { publishersOf } from "../passport/find-publisher.ts";
import { type EntryField, entryFields } from "./entry-fields.ts";

/** A field of an entry as readers see it: what it is called, and its lines. */
export type ShownField = { label: string; lines: string[] };

type With = { facts: PortalFacts; words: Pick<Speech, "t" | "date" | "number" | "language"> };

/** What may be chosen for a field that names something, and how it is called; nothing for one that is typed. */
export function choicesOf(
  { kind, values = [], register }: EntryField,
  { facts, words }: Pick<With, "facts"> & { words: Pick<Speech, "t" | "language"> },
): { value: string; label: string }[] {
  switch (kind) {
    case "choice":
      return values.map((value) => ({ value, label: words.t(`value.${value}` as Key) }));
    case "yes-no":
      return [
        { value: "yes", label: words.t("plan.yes") },
        { value: "no", label: words.t("plan.no") },
      ];
    case "publisher":
      return publishersOf(facts).map(({ id, title, en = title }) => ({
        value: id,
        label: words.language === "en" ? en : title,
      }));
    case "mandated":
      return facts.mandated.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }));
    case "datasets":
      return facts.datasets
        .filter(({ withdrawn }) => withdrawn === undefined)
        .map(({ id, title }) => ({ value: id, label: title }));
    case "entry":
    case "entries":
      return (register === undefined ? [] : (facts.entries[register] ?? [])).map(
        ({ id, title }) => ({ value: id, label: title }),
      );
    default:
      return [];
  }
}

function linesOf(field: EntryField, value: unknown, known: With): string[] {
  const { kind, fields = [] } = field;
  const { words } = known;
  if (kind === "rows" && Array.isArray(value))
    return value.map((row) => partsOf(fields, row, known).join(" · "));
  if (kind === "group") return partsOf(fields, value, known);
  if (Array.isArray(value)) return value.flatMap((part) => linesOf(field, part, known));
  if (typeof value === "boolean") return [words.t(value ? "plan.yes" : "plan.no")];
  if (typeof value === "number")
    return [field.name === "year" ? String(value) : words.number(value)];
  const text = String(value);
  if (kind === "date") return [words.date(text)];
  return [choicesOf(field, known).find((choice) => choice.value === text)?.label ?? text];
}

const partsOf = (fields: readonly EntryField[], value: unknown, known: With): string[] =>
  shownIn(fields, value as Record<string, unknown>, known).flatMap(({ lines }) => lines);

const shownIn = (
  fields: readonly EntryField[],
  values: Readonly<Record<string, unknown>>,
  known: With,
): ShownField[] =>
  fields.flatMap((field) => {
    const value = values[field.name];
    return value === undefined
      ? []
      : [{ label: field.label[known.words.language], lines: linesOf(field, value, known) }];
  });

/** What an entry will say on its register's page, field by field; its title stands above them. */
export const entryShown = (
  register: RegisterName,
  values: Readonly<Record<string, unknown>>,
  known: With,
): ShownField[] =>
  shownIn(
    entryFields(register).filter(({ name }) => name !== "title" && name !== "en"),
    values,
    known,
  );
