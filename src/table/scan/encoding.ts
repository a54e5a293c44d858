/** What the engine reads: bytes by range, so that a file of any size is never held whole. */
export type ByteSource = {
  byteLength: number;
  read(from: number, to: number): Uint8Array | Promise<Uint8Array>;
};

export const sourceOf = (bytes: Uint8Array): ByteSource => ({
  byteLength: bytes.byteLength,
  read: (from, to) => bytes.subarray(from, to),
});

/** `certain`: a mark or a proof; `likely`: clearly the best of the candidates; `guess`: ask a person. */
export type Encoding = {
  name:
    | "utf-8"
    | "utf-16le"
    | "utf-16be"
    | "windows-1251"
    | "koi8-u"
    | "x-mac-cyrillic"
    | "ibm866"
    | "windows-1252"
    | "windows-1250";
  sure: "certain" | "likely" | "guess";
  mark: boolean;
};

const cyrillic = ["windows-1251", "koi8-u", "x-mac-cyrillic", "ibm866"] as const;
const latin = ["windows-1252", "windows-1250"] as const;
type Page = (typeof cyrillic)[number] | (typeof latin)[number];
const ofWindows: readonly Page[] = ["windows-1251", "windows-1252"];

/** Shares of the commonest Ukrainian letters, per thousand, in running text. */
const frequent: Record<string, number> = {
  о: 94,
  а: 72,
  и: 61,
  н: 65,
  і: 55,
  в: 55,
  т: 52,
  е: 46,
  р: 44,
  с: 40,
  к: 38,
  л: 36,
  у: 33,
  д: 32,
  м: 30,
  п: 29,
  я: 23,
  з: 22,
  ь: 19,
  б: 17,
  г: 16,
  ч: 13,
  х: 11,
  й: 11,
  ц: 10,
  ж: 8,
  ї: 7,
  ю: 7,
  ш: 7,
  є: 6,
  щ: 5,
  ф: 4,
  ґ: 1,
};

/**
 * How much a text looks Ukrainian, per letter: 8-bit Cyrillic pages differ in which letters come out. Titles in capitals
 * are Ukrainian too, so case only breaks ties: a capital inside a word in small letters speaks against the page.
 */
function likeness(text: string): number {
  let score = 0;
  let letters = 0;
  let previousLower = false;
  let previousLatin = false;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 128) {
      // «OrlИans»: the alphabets do not mix inside a word.
      const isLatin = /[a-z]/i.test(character);
      if (isLatin && previousLower) score -= 80;
      previousLower = false;
      previousLatin = isLatin;
      continue;
    }
    letters++;
    if (previousLatin) score -= 80;
    previousLatin = false;
    const lower = character.toLowerCase();
    const weight = frequent[lower];
    if (weight === undefined) score -= "ёъыэ«»„“”’–—№…".includes(lower) ? 0 : 60;
    else {
      const isLower = character === lower;
      score += weight;
      if (!isLower && previousLower) score -= 80;
      previousLower = isLower;
    }
  }
  return letters === 0 ? 0 : score / letters;
}

/** The same for a page of Western or Central Europe: its own letters stand beside those of ASCII. */
function latinLikeness(text: string): number {
  const foreign = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  const words = text.match(/[A-Za-z]*\p{Script=Latin}+[A-Za-z]*/gu) ?? [];
  let inWords = 0;
  for (const word of words) {
    const own = word.match(/[^\p{ASCII}]/gu)?.length ?? 0;
    // A word of such letters alone is one of another alphabet; a capital stands first or among capitals.
    if (own < word.length && !/\p{Ll}[^\p{ASCII}]*\p{Lu}/u.test(word)) inWords += own;
  }
  return foreign === 0 ? 0 : (80 * inWords) / foreign - 40;
}

/** A text in UTF-8 in which a few bytes are broken is broken UTF-8, not another page. */
function isNearlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const broken = text.split("\ufffd").length - 1;
  const letters = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return letters >= 5 && broken <= Math.max(1, letters / 10);
}

export function isUtf8(bytes: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}

/** Marks that editors write at the beginning of a file. */
const byteOrderMarks: readonly (readonly [Encoding["name"], readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** Half of UTF-16's bytes are small: 0 beside Latin, 4 beside Cyrillic, always on the same side. */
function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const sample = bytes.subarray(0, 4096);
  if (!sample.includes(0)) return undefined;
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries())
    if (byte === 0 || byte === 4) {
      if (index % 2 === 0) even++;
      else odd++;
    }
  if (Math.max(even, odd) <= sample.length * 0.4) return undefined;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** Of pages of single bytes, the one whose letters look most like a language. */
function likeliestPage(bytes: Uint8Array): Encoding {
  // Of two that are equally likely, the one that Windows writes.
  const scoreOf = (name: Page, like: (text: string) => number) => ({
    name,
    score: like(new TextDecoder(name).decode(bytes)) + (ofWindows.includes(name) ? 3 : 0),
  });
  const [best, next] = [
    ...cyrillic.map((name) => scoreOf(name, likeness)),
    ...latin.map((name) => scoreOf(name, latinLikeness)),
  ].sort((first, second) => second.score - first.score);
  if (!best || !next) throw new Error("There are candidates by construction.");
  const isClear = best.score > 20 && best.score - next.score > 8;
  return { name: best.name, sure: isClear ? "likely" : "guess", mark: false };
}

/** The first bytes of a file → its encoding. `whole`: they are the whole file, so a cut character at the end is a fault. */
export function detectEncoding(bytes: Uint8Array, whole: boolean): Encoding {
  const marked = byteOrderMarks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return { name: marked[0], sure: "certain", mark: true };
  const wide = unmarkedUtf16(bytes);
  if (wide) return { name: wide, sure: "likely", mark: false };
  if (isUtf8(bytes, whole) || isNearlyUtf8(bytes))
    return { name: "utf-8", sure: "certain", mark: false };
  return likeliestPage(bytes);
}

/** Bytes looked at to find out encoding, delimiter and header. */
export const sampleSize = 1 << 18;
/** Bytes read at a time: their text is short-lived garbage, cheap to collect. */
export const partSize = 1 << 16;
