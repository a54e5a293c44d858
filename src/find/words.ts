const apostrophes = /['’ʼ`´‘′ʹ＇]/g;

/** Latin letters that look like Cyrillic ones: a word typed with one of them is meant Cyrillic. */
const lookAlikes: Record<string, string> = {
  a: "а",
  b: "в",
  c: "с",
  e: "е",
  h: "н",
  i: "і",
  k: "к",
  m: "м",
  o: "о",
  p: "р",
  t: "т",
  x: "х",
  y: "у",
  ï: "ї",
};

const isCyrillic = /[а-яіїєґ]/;

/** A word as the index knows it: lower case, one form of apostrophe (none), ґ as г, look-alikes Cyrillic. */
export function normaliseWord(word: string): string {
  const folded = word
    .toLowerCase()
    .normalize("NFC")
    .replace(/\u0301/g, "")
    .replace(apostrophes, "")
    .replaceAll("ґ", "г");
  return isCyrillic.test(folded)
    ? folded.replace(/[a-zï]/g, (letter) => lookAlikes[letter] ?? letter)
    : folded;
}

/** A Latin word made only of look-alikes, read as Cyrillic; nothing for any other word. */
export const cyrillicTwin = (word: string): string | undefined =>
  /^[abcehikmoptxy]+$/.test(word)
    ? [...word].map((letter) => lookAlikes[letter]).join("")
    : undefined;

/** The words of a text as they are written, in order. */
export const wordsIn = (text: string): string[] =>
  text.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+(?:['’ʼ`´‘′ʹ＇][\p{L}\p{M}]+)*/gu) ?? [];

/** The words of a text, normalised, in order. */
export const wordsOf = (text: string): string[] => wordsIn(text).map(normaliseWord);
