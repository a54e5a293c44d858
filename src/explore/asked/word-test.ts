import { askedKeysOf, keysOf } from "../../find/keys.ts";
import { synonyms } from "../../find/synonyms.ts";
import { wordsIn, wordsOf } from "../../find/words.ts";

/** Is a folded text of a cell what is asked for? */
export type TextTest = (text: string) => boolean;

/** Text as it is compared when something is looked for: case, accents of stress, kinds of apostrophe and of dash do not matter. */
export const folded = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/\u0301/g, "")
    .replace(/['’ʼ`´‘′]/g, "’")
    .replace(/[‐‑‒–—−]/g, "-");

/** A day or a month as a Ukrainian page shows it. */
const shownDate = /(?<![\d.])(?:(0?[1-9]|[12]\d|3[01])\.)?(0?[1-9]|1[0-2])\.(\d{4})(?![\d.])/g;

/** What a text stands in a file as, where a page shows it otherwise: «24.09.2020» is «2020-09-24», «12,5» is «12.5». */
export function writings(wanted: string): string[] {
  const dated = wanted.replace(shownDate, (_, day: string | undefined, month: string, year) =>
    [year, month, ...(day === undefined ? [] : [day])].map((one) => one.padStart(2, "0")).join("-"),
  );
  const pointed = wanted.replace(/^(-?\d+),(\d+)$/, "$1.$2");
  return [...new Set([wanted, dated, pointed])];
}

/** Is a text in another as it is written, or as the file writes what a page shows? */
export function holds(wanted: string): TextTest {
  const written = writings(wanted);
  return (text) => written.some((one) => text.includes(one));
}

/** A word of several parts as it is looked for: without the signs of the sentence around it. */
const trimmed = (wanted: string): string => wanted.replace(/^[([]+|[)\].;:!?]+$/g, "");

/** A folded word that signs part: «ліцей-інтернат», «4115-01»; as it is looked for, and its parts. Nothing of a simple one. */
export function partedWord(wanted: string): { whole: string; parts: string[] } | undefined {
  const parts = wordsIn(wanted);
  return parts.length > 1 ? { whole: trimmed(wanted), parts } : undefined;
}

/**
 * Is a word in a text: as a part of it, in another form («Соборній» — «вулиця Соборна») or by another name («вул.»)? Of a
 * word that signs part all parts have to be there; numbers, dates and codes as they are written.
 */
export function wordTest(word: string): TextTest {
  const wanted = folded(word);
  const parted = partedWord(wanted);
  if (!parted) return simpleTest(wanted);
  const isHeld = holds(parted.whole);
  if (/\d/.test(wanted)) return isHeld;
  const tests = parted.parts.map(simpleTest);
  return (text) => isHeld(text) || tests.every((test) => test(text));
}

function simpleTest(wanted: string): TextTest {
  const plain = wordsOf(wanted);
  const keys = new Set([
    ...(wanted.length > 3 ? plain.flatMap(askedKeysOf) : []),
    ...plain.flatMap((one) => synonyms.get(one) ?? []).flatMap(keysOf),
  ]);
  return (text) =>
    text.includes(wanted) ||
    (keys.size > 0 && wordsOf(text).some((one) => keysOf(one).some((key) => keys.has(key))));
}
