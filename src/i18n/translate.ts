import en from "./en.json" with { type: "json" };
import { createSpeech, type Key, type Language, type Speech } from "./speech.ts";
import uk from "./uk.json" with { type: "json" };

export { inLanguage, titleIn } from "./in-language.ts";
export type { Key, Language, Speech };

export const languages: readonly Language[] = ["uk", "en"];
export const dictionaries: Record<Language, Record<Key, string>> = { uk, en };

const spoken = new Map<Language, Speech>();

/** Sentences, numbers and dates of a language; made once, as their formats take long to make. */
export function speak(language: Language): Speech {
  const speech = spoken.get(language) ?? createSpeech(language, dictionaries[language]);
  spoken.set(language, speech);
  return speech;
}

/** The mark of a text nobody translates, such as a table's cell, on a page of another language. */
export const markOf = (text: string, language: Language): "uk" | undefined =>
  language !== "uk" && /[а-яіїєґ]/i.test(text) ? "uk" : undefined;
