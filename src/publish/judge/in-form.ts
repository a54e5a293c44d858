import type { Finding } from "../../model/reports/finding.ts";

/** Fields of a form: how each is called, by its key in the file that the form writes («en.title», «decisions.due»). */
export type FormFields = ReadonlyMap<string, string>;

const empty = new Set<Finding["rule"]>(["value-present", "passport-complete"]);
const chosen = new Set<Finding["rule"]>(["frequency-known", "publisher-known", "theme-known"]);

/** What to do, for who writes a file by hand → for who fills a form in, which writes the file itself. */
const words = [
  ["число без лапок, дробову частину — через крапку", "число цифрами, без слів"],
  ["ціле число без лапок", "ціле число цифрами, без слів"],
  [" і візьміть код у лапки", ""],
  ["приберіть запис", "не надсилайте запису"],
] as const;

/** Keys of rows have their numbers: a form has one name for all. */
const nameOf = (key: string, fields: FormFields): string | undefined =>
  fields.get(key.replace(/\.\d+(?=\.|$)/g, ""));

function hintOf({ rule, hint }: Finding, name: string | undefined, fields: FormFields): string {
  if (name !== undefined && empty.has(rule)) return `Заповніть поле «${name}».`;
  if (name !== undefined && chosen.has(rule)) return `Виберіть зі списку в полі «${name}».`;
  // «Допишіть: decision, harmTest.»
  const named = hint.replace(/^Допишіть: ([A-Za-z, ]+)\./, (whole, keys: string) => {
    const names = keys.split(", ").map((key) => fields.get(key));
    return names.every((one) => one !== undefined)
      ? `Заповніть: ${names.map((one) => `«${one}»`).join(", ")}.`
      : whole;
  });
  return words.reduce((text, [inFile, here]) => text.replace(inFile, here), named);
}

/**
 * A finding as it is told to who fills a form in: of fields, where a rule speaks of keys and lines of a file. What no
 * field is there for stays as it was.
 */
export function inForm<F extends Finding>(finding: F, fields: FormFields): F {
  const { key, rule, message } = finding;
  const name = key === undefined ? undefined : nameOf(key, fields);
  const hint = hintOf(finding, name, fields);
  if (name === undefined) return { ...finding, hint };
  if (empty.has(rule)) return { ...finding, hint, message: `Поле «${name}» порожнє.` };
  // The form itself puts quotes around what needs them.
  return {
    ...finding,
    hint,
    message: message.replace(`«${key}»`, `«${name}»`).replace(/ у лапках\.$/, "."),
  };
}
