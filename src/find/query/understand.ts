import { askedKeysOf } from "../keys.ts";
import { nearWords } from "../near-keys.ts";
import { wordsOf } from "../words.ts";
import { isEveryday } from "./everyday.ts";
import { asLatin, asUkrainian } from "./layout.ts";
import { isLittle } from "./parse-query.ts";
import { isPlain } from "./plain-words.ts";
import { ukrainianReadings } from "./russian.ts";
import { cyrillicReadings } from "./transliteration.ts";
import { keysOfWord, type Vocabulary } from "./word-keys.ts";

/** A word of a query as the search takes it. */
export type Understood = {
  keys: string[];
  /** The word it was taken for, where nothing has the word as it is typed. */
  takenFor?: string;
  /** Was it taken for a slip? What is typed otherwise is what it says, a slip is a guess. */
  isSlip?: boolean;
};

/** What a word may be in another layout, alphabet or language; the likelier first. `typed`: with the signs around it. */
function readingsOf(word: string, typed: string): string[] {
  const isLatin = /[a-z]/i.test(word);
  const layout = isLatin ? asUkrainian(typed) : asLatin(typed);
  const turned = wordsOf(layout);
  return [
    // A word is one in both layouts, or none.
    ...(turned.length === 1 ? turned : []),
    ...(isLatin ? cyrillicReadings(word) : ukrainianReadings(word)),
  ];
}

/** What a word most likely is, if it is typed otherwise: in the other layout, where that gives a word. */
export const likeliestReading = (word: string, typed: string): string | undefined =>
  readingsOf(word, typed)[0];

/**
 * Takes a word that nothing has for what it may be: typed in another layout, transliterated, Russian, a slip. Strictly:
 * a word that people use every day is no slip of another, nor is a short one. `isNamed`: do names and descriptions have a key?
 */
export function understand(
  word: string,
  typed: string,
  known: Vocabulary,
  isNamed?: (key: string) => boolean,
): Understood {
  const keys = keysOfWord(word);
  const isKnown = (one: string) => askedKeysOf(one).some((key) => known.has(key));
  if (keys.some((key) => known.has(key)))
    // «plan» is a word of an English text, and «план».
    return {
      keys: [
        ...keys,
        ...cyrillicReadings(word)
          .filter(isKnown)
          .slice(0, 2)
          .flatMap((one) => keysOfWord(one)),
      ],
    };
  // Before it is read as a Russian one: «посадити» is no «посадіти».
  if (isEveryday(word) || isPlain(word)) return { keys };
  for (const reading of readingsOf(word, typed)) {
    if (isKnown(reading) || isEveryday(reading))
      return { keys: keysOfWord(reading), takenFor: reading };
  }
  const near = nearWords(word, known, isNamed);
  // «таксі» is no slip of «такі»: nobody asks for a word that says nothing.
  const first = near.words.find((one) => !isLittle(one));
  return first === undefined ? { keys } : { keys: [...near.keys], takenFor: first, isSlip: true };
}

/** What a word with signs for letters would be in the Ukrainian layout, if it is one that the index knows. */
export function turnedWord(part: string, known: Vocabulary): string | undefined {
  const [word, ...more] = wordsOf(asUkrainian(part));
  return word && more.length === 0 && askedKeysOf(word).some((key) => known.has(key))
    ? word
    : undefined;
}
