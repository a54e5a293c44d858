import { askedKeysOf } from "../keys.ts";
import { synonyms } from "../synonyms.ts";
import { cyrillicTwin } from "../words.ts";
import { everydayWords } from "./everyday.ts";

/** Words that an index knows, by each of their keys. */
export type Vocabulary = ReadonlyMap<string, string>;

/** Of words with one key the shortest is the one people are told. */
export const vocabularyOf = (words: readonly string[]): Vocabulary =>
  new Map(
    [...words]
      .sort((a, b) => b.length - a.length)
      .flatMap((word) => askedKeysOf(word).map((key): [string, string] => [key, word])),
  );

/**
 * Keys of a word, of its twin in Cyrillic letters and of words that say the same; `exact`: of the word alone; `inCells`:
 * without words that sets are called by, which cells do not have.
 */
export function keysOfWord(word: string, { exact = false, inCells = false } = {}): string[] {
  if (exact) return askedKeysOf(word);
  const twin = cyrillicTwin(word);
  const same = [...(synonyms.get(word) ?? []), ...(inCells ? [] : everydayWords(word))].flatMap(
    askedKeysOf,
  );
  return [...new Set([word, ...(twin ? [twin] : [])].flatMap(askedKeysOf).concat(same))];
}

/** Latin letters among signs that are letters in the Ukrainian layout: «f,jyfvtyn». */
const mixed = /^(?=.*[a-z])[a-z`;'[\],.]*[`;'[\],.][a-z`;'[\],.]*$/i;

/** Words of a query that may be typed in the Latin layout with signs for letters: «,.l;tn» is «бюджет». */
export const mixedWords = (query: string): string[] =>
  query.split(/\s+/).filter((part) => mixed.test(part));
