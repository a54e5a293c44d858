import { ckanTag, withLetterApostrophe } from "../../../vocabularies/ckan/tags.ts";
import type { RemotePackage } from "../client.ts";
import { fieldOf, namesIn, oneLine } from "./fields.ts";
import type { Note } from "./gaps.ts";
import { type Translated, translated, translatedList } from "./translations.ts";

const placeholders =
  /^(звіт|дані|набір|набір даних|інформація|інформація для доступу до набору даних|-|\.)\.?$/i;
const lawText = /^Будь-яка особа може вільно копіювати/;

/** Notes that a text is in no language of the portal's pages, so that somebody translates it. */
function noteLanguage(field: string, { text, language }: Translated, gap: Note): void {
  if (language !== undefined)
    gap(field, text, `Українською цього немає; записано мовою «${language}»: перекладіть.`);
}

/** What a package says of itself: «notes», and on some portals «description». */
function notesOf(source: RemotePackage): Translated {
  const notes = translated(source, "notes");
  return notes.text === "" ? translated(source, "description") : notes;
}

/** The title; where there is none, the beginning of what the package says of itself. */
export function titleOf(source: RemotePackage, gap: Note): Translated {
  const words = translated(source, "title");
  const title = oneLine(words.text);
  if (title !== "") {
    noteLanguage("title", words, gap);
    if (title.length > 254)
      gap("title", title, `Назва має ${title.length} знаків, а дозволено 254: скоротіть.`);
    if (placeholders.test(title))
      gap("title", title, "Назва нічого не каже про набір: напишіть справжню.");
    return { ...words, text: title, ...(words.en ? { en: oneLine(words.en) } : {}) };
  }
  const [sentence = ""] = oneLine(notesOf(source).text).split(/(?<=[.!?])\s/);
  const made = sentence.slice(0, 254).toWellFormed() || oneLine(source.name) || "Набір без назви";
  gap("title", made, "Назви немає; взято початок опису. Напишіть справжню.");
  return { text: made };
}

/** What the data are; undefined where the field says nothing of them. */
export function descriptionOf(source: RemotePackage, gap: Note): Translated | undefined {
  const words = notesOf(source);
  const { text } = words;
  if (lawText.test(text)) {
    gap(
      "description",
      text,
      "Замість опису — текст статті 10-1 Закону; його пропущено. Опишіть набір.",
    );
    return undefined;
  }
  noteLanguage("description", words, gap);
  if (text === "") gap("description", "", "Опису немає.");
  else if (placeholders.test(text) || text.length < 25)
    gap("description", text, "Опис нічого не каже про дані: допишіть.");
  return text === "" ? undefined : words;
}

/** The ground and the purpose of collecting; slips that are usual in it are noted. */
export function purposeOf(source: RemotePackage, gap: Note): string | undefined {
  const text = oneLine(fieldOf(source, "purpose_of_collecting_information", "purpose"));
  if (text === "") gap("purpose", "", "Підстави та призначення збору немає.");
  if (text.length > 512)
    gap("purpose", text, `Підстава має ${text.length} знаків, а дозволено 512: скоротіть.`);
  const number = /№\s*(385|535|853|583)(?!\d)/.exec(text)?.[0];
  if (number && /постанов|ПКМУ|КМУ/i.test(text))
    gap("purpose", number, "Схоже на описку в номері постанови № 835: перевірте.");
  const year = /21[.\s]+(?:10|жовтня)[.\s]+(?!2015)(\d{4})/.exec(text)?.[0];
  if (year) gap("purpose", year, "Постанова № 835 — від 21.10.2015: перевірте рік.");
  return text || undefined;
}

/** Tags that CKAN takes, each once whatever its case. */
export function keywordsOf(source: RemotePackage, gap: Note): string[] {
  const inOneLine = (value: unknown) =>
    typeof value === "string" ? value.split(",").map((word) => word.trim()) : [];
  const filled = (list: readonly string[]) => list.filter((word) => word !== "");
  const inLanguages = translatedList(source, "keywords");
  const written =
    [
      inLanguages,
      ...[source.tags, source.keywords].flatMap((list) => [namesIn(list), inOneLine(list)]),
      inOneLine(fieldOf(source, "tag_string")),
    ]
      .map(filled)
      .find((list) => list.length > 0) ?? [];
  const words = written
    .map((word) => withLetterApostrophe(oneLine(word)))
    .filter((word) => word !== "")
    .filter((word) => {
      const carried = ckanTag.test(word);
      if (!carried) gap("keywords", word, "Слово має знаки, яких CKAN не приймає; пропущено.");
      return carried;
    });
  return [...new Map(words.map((word) => [word.toLowerCase(), word])).values()];
}
