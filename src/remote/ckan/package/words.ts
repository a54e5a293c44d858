import { ckanTag, withLetterApostrophe } from "../../../vocabularies/ckan/tags.ts";
import type { RemotePackage } from "../client.ts";
import { fieldOf, listOf, oneLine, tidy } from "./fields.ts";
import type { Note } from "./gaps.ts";

const placeholders =
  /^(звіт|дані|набір|набір даних|інформація|інформація для доступу до набору даних|-|\.)\.?$/i;
const lawText = /^Будь-яка особа може вільно копіювати/;

/** The title; where there is none, the beginning of what the package says of itself. */
export function titleOf(source: RemotePackage, gap: Note): string {
  const title = oneLine(source.title);
  if (title !== "") {
    if (title.length > 254)
      gap("title", title, `Назва має ${title.length} знаків, а дозволено 254: скоротіть.`);
    if (placeholders.test(title))
      gap("title", title, "Назва нічого не каже про набір: напишіть справжню.");
    return title;
  }
  const [sentence = ""] = oneLine(source.notes).split(/(?<=[.!?])\s/);
  const made = sentence.slice(0, 254) || oneLine(source.name) || "Набір без назви";
  gap("title", made, "Назви немає; взято початок опису. Напишіть справжню.");
  return made;
}

/** What the data are; undefined where the field says nothing of them. */
export function descriptionOf(source: RemotePackage, gap: Note): string | undefined {
  const text = tidy(source.notes);
  if (lawText.test(text)) {
    gap(
      "description",
      text,
      "Замість опису — текст статті 10-1 Закону; його пропущено. Опишіть набір.",
    );
    return undefined;
  }
  if (text === "") gap("description", "", "Опису немає.");
  else if (placeholders.test(text) || text.length < 25)
    gap("description", text, "Опис нічого не каже про дані: допишіть.");
  return text || undefined;
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
  const tags = listOf(source.tags).map((tag) => tag.display_name ?? tag.name);
  const written = tags.length > 0 ? tags : fieldOf(source, "tag_string").split(",");
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
