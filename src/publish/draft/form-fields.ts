import type { Language, Speech } from "../../i18n/speech.ts";
import { isRegister } from "../../schemas/data/registers.ts";
import type { PortalFacts } from "../../schemas/reports/portal-facts.ts";
import { type EntryField, entryFields } from "../entry/entry-fields.ts";
import type { FormFields } from "../judge/in-form.ts";
import { questionsFor } from "../passport/questions.ts";
import type { Draft } from "./draft.ts";

const namesIn = (
  fields: readonly EntryField[],
  language: Language,
  above = "",
): [string, string][] =>
  fields.flatMap(({ name, label, fields: parts = [] }): [string, string][] => [
    [`${above}${name}`, label[language]],
    ...namesIn(parts, language, `${above}${name}.`),
  ]);

/** Fields of a draft's form by their keys in the file it writes, as the page calls them. */
export function formFields(
  { kind, about = "" }: Pick<Draft, "kind" | "about">,
  { facts, words }: { facts: PortalFacts; words: Pick<Speech, "t" | "language"> },
): FormFields {
  if (kind === "entry") return new Map(namesIn(entryFields("news"), words.language));
  if (kind === "register-entry")
    return new Map(isRegister(about) ? namesIn(entryFields(about), words.language) : []);
  if (kind === "withdrawal")
    return new Map([
      ["withdrawn.reason", words.t("publish.withdrawal.reason")],
      ["withdrawn.successor", words.t("publish.withdrawal.successor")],
    ]);
  // A newer table comes without a form of its passport.
  if (kind !== "new-dataset" && kind !== "passport-correction") return new Map();
  return new Map([
    ...questionsFor({}, { untitled: [] }, facts).map(
      ({ field }) => [field, words.t(`publish.question.${field}`)] as const,
    ),
    ["en.title", words.t("publish.passport.en.title")] as const,
    ["en.description", words.t("publish.passport.en.description")] as const,
  ]);
}
