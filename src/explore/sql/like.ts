/** One sign of a pattern: a letter without its case, or any one. */
type Sign = string | typeof one;
const one = Symbol("_");

/**
 * A pattern read once for all rows: what a text begins with, what follows somewhere, what it ends with. As strings where
 * no «_» counts signs: those are looked for five times faster.
 */
type Pattern = { parts: Sign[][]; words: string[] | undefined };

/** Signs of a pattern: SQLite refuses a longer one in these words, so that one row cannot take for ever. */
const longestPattern = 1000;

function readPattern(written: string, escaping: string | undefined): Pattern {
  const parts: Sign[][] = [[]];
  const signs = [...written];
  if (signs.length > longestPattern) throw new RangeError("LIKE or GLOB pattern too complex");
  for (let at = 0; at < signs.length; at++) {
    const sign = signs[at] ?? "";
    const last = parts.at(-1) ?? [];
    if (sign === escaping) {
      // SQLite takes a pattern that ends with its escape sign as one that nothing is like.
      if (++at === signs.length) return { parts: [], words: undefined };
      last.push(foldSign(signs[at] ?? ""));
    } else if (sign === "%") parts.push([]);
    else last.push(sign === "_" ? one : foldSign(sign));
  }
  const counted = parts.some((part) => part.includes(one));
  return { parts, words: counted ? undefined : parts.map((part) => part.join("")) };
}

/** A sign without its case; one that would become two is left as it is, as «_» counts signs. */
function foldSign(sign: string): string {
  const small = sign.toLowerCase().replace("ς", "σ");
  return [...small].length === 1 ? small : sign;
}

/** A text without the difference of big and small letters, sign by sign: «ς» is a small «Σ» as «σ» is. */
const fold = (text: string): string =>
  /[İς]|Σ/.test(text) ? [...text].map(foldSign).join("") : text.toLowerCase();

let last: { written: string; escaping: string | undefined; pattern: Pattern } | undefined;

/**
 * SQL's LIKE for any script: `%` is any signs, `_` is one, the case does not matter (sqlite.org/lang_expr.html#like).
 * Each part between two `%` is looked for once, behind the one before: no pattern is slower than its length times the
 * text's, where a regular expression of `%a%a%a%b` would never end. The last pattern is kept: a query asks it of every row.
 */
export function isLike(written: string, text: string, escaping?: string): boolean {
  if (last?.written !== written || last.escaping !== escaping)
    last = { written, escaping, pattern: readPattern(written, escaping) };
  const { parts, words } = last.pattern;
  const given = fold(text);
  return words ? hasWords(words, given) : hasSigns(parts, [...given]);
}

function hasWords(words: readonly string[], text: string): boolean {
  const [first = "", ...middle] = words;
  const end = middle.pop();
  if (end === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const word of middle) {
    from = text.indexOf(word, from);
    if (from === -1) return false;
    from += word.length;
  }
  return text.length - end.length >= from && text.endsWith(end);
}

const fits = (part: readonly Sign[], text: readonly string[], from: number): boolean => {
  for (let at = 0; at < part.length; at++)
    if (part[at] !== one && part[at] !== text[from + at]) return false;
  return true;
};

function hasSigns(parts: readonly Sign[][], text: readonly string[]): boolean {
  const [first, ...middle] = parts;
  const end = middle.pop();
  if (!first || text.length < first.length || !fits(first, text, 0)) return false;
  if (!end) return text.length === first.length;
  let from = first.length;
  for (const part of middle) {
    while (from + part.length <= text.length && !fits(part, text, from)) from++;
    if (from + part.length > text.length) return false;
    from += part.length;
  }
  return text.length - end.length >= from && fits(end, text, text.length - end.length);
}
