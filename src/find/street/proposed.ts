import { streetKind } from "../../table/address/street.ts";
import { askedKeysOf } from "../keys.ts";
import { nearWords } from "../near-keys.ts";
import { asUkrainian } from "../query/layout.ts";
import { ukrainianReadings } from "../query/russian.ts";
import { cyrillicReadings } from "../query/transliteration.ts";
import { type Vocabulary, vocabularyOf } from "../query/word-keys.ts";

/** Texts that are proposed for one, at most; and words for one of its words. */
const [mostTexts, mostWords] = [4, 3];

/** Words of streets, and by their keys. */
type Known = { words: ReadonlySet<string>; byKey: Vocabulary };

/** Words of streets that a word may have been meant as: of another layout, another alphabet, Russian, with a slip. */
function meantAs(word: string, signs: string, { words, byKey }: Known): string[] {
  const plain = word.toLowerCase();
  const knownAs = (one: string): string | undefined =>
    words.has(one) || streetKind(one) !== undefined
      ? one
      : askedKeysOf(one)
          .map((key) => byKey.get(key))
          .find((known) => known !== undefined);
  if (knownAs(plain) !== undefined) return [word];
  const readings = /[a-z]/.test(plain)
    ? [asUkrainian(word), asUkrainian(word + signs), ...cyrillicReadings(word)]
    : ukrainianReadings(plain);
  const read = readings.flatMap((one) => knownAs(one) ?? []);
  // A slip may be made in another layout as well.
  const slips = () =>
    [plain, ...readings.slice(0, 1)].flatMap((one) => nearWords(one, byKey).words);
  return [...new Set(read.length > 0 ? read : slips())].slice(0, mostWords);
}

/**
 * What a text that no street answers may have been meant as, the likelier first: «Rbodcmrf», «Kyivska» and «Київьска» are
 * «Київська». Strictly: each of its words is a word of some street then; else nothing is proposed.
 */
export function proposedFor(text: string, words: readonly string[]): string[] {
  const known = { words: new Set(words), byKey: vocabularyOf(words) };
  const options = text
    .trim()
    .split(/\s+/)
    .map((token) => {
      // A house, an initial and a kind stay as they are.
      const [, word = "", signs = ""] = /^(.*?)([.,;]*)$/u.exec(token) ?? [];
      const isStreetWord =
        /\p{L}{2}/u.test(word) && !/^\d/.test(word) && streetKind(word) === undefined;
      return isStreetWord
        ? meantAs(word, signs, known).map((one) => (/,$/.test(signs) ? `${one},` : one))
        : [token];
    });
  const texts = options.reduce<string[]>(
    (before, some) => before.flatMap((start) => some.map((one) => `${start} ${one}`.trim())),
    [""],
  );
  return texts.filter((one) => one !== text.trim()).slice(0, mostTexts);
}
