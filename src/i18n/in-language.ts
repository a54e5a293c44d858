import type { Language } from "./speech.ts";

/** A text in the reader's language, or in Ukrainian with the mark that it is. */
export const inLanguage = (
  text: { uk: string; en?: string },
  language: Language,
): { text: string; lang?: "uk" } =>
  language === "uk"
    ? { text: text.uk }
    : text.en === undefined
      ? { text: text.uk, lang: "uk" }
      : { text: text.en };

/** A title as a descriptor has it, in the reader's language where it is written. */
export const titleIn = (
  { title, en }: { title: string; en?: { title?: string | undefined } | undefined },
  language: Language,
): { text: string; lang?: "uk" } =>
  inLanguage({ uk: title, ...(en?.title === undefined ? {} : { en: en.title }) }, language);
