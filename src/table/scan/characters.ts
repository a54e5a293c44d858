/** What a character is, as bits: a cell's mask tells which closer looks it deserves. */
export const DIGIT = 1;
export const LATIN = 2;
export const CYRILLIC = 4;
export const SPACE = 8;
export const SIGN = 16;
export const DOT = 32;
const COMMA = 64;
export const AT = 128;
/** Punctuation that a Ukrainian text has. */
export const MARK = 256;
/** Controls, invisible and foreign characters: always looked at. */
export const ODD = 512;
/** Set by the scanner: the cell holds doubled quotes that must be halved. */
export const ESCAPED = 1024;
/** Set in a scanner's own copy: the character may end an unquoted cell. */
export const STOP = 2048;

const usual = "«»„“”‘’‚–—…№°§±×·€₴²³½¼¾ʼ•→‑";

/** The kind of every UTF-16 code unit. */
export const characterKinds: Uint16Array = (() => {
  const kinds = new Uint16Array(65536).fill(ODD);
  const set = (from: number, to: number, kind: number) => kinds.fill(kind, from, to + 1);
  set(0x21, 0x7e, MARK);
  set(0x30, 0x39, DIGIT);
  set(0x41, 0x5a, LATIN);
  set(0x61, 0x7a, LATIN);
  // Letters with diacritics belong to names and addresses.
  set(0xc0, 0x17f, LATIN);
  set(0x400, 0x52f, CYRILLIC);
  // Surrogates: emoji and rare letters are visible characters.
  set(0xd800, 0xdfff, MARK);
  for (const character of usual) kinds[character.charCodeAt(0)] = MARK;
  kinds[0x20] = SPACE;
  kinds[0x2b] = SIGN;
  kinds[0x2d] = SIGN;
  kinds[0x2e] = DOT;
  kinds[0x2c] = COMMA;
  kinds[0x40] = AT;
  return kinds;
})();

/** The kinds of all characters of a text. */
export function maskOf(text: string): number {
  let mask = 0;
  for (let at = 0; at < text.length; at++) mask |= characterKinds[text.charCodeAt(at)] ?? 0;
  return mask;
}
