/** First and last code point of signs in a row. */
export type Range = readonly [from: number, to: number];
/** Signs in a row, or a property of Unicode as its engine writes it: `\p{L}`. */
export type ClassItem = Range | string;

const lastSign = 0x10ffff;

/** «09az» → the ranges from each first sign to each second. */
export const rangesOf = (pairs: string): Range[] =>
  Array.from({ length: pairs.length / 2 }, (_, at) => [
    pairs.charCodeAt(at * 2),
    pairs.charCodeAt(at * 2 + 1),
  ]);

/** All signs but those of some ranges. */
export function without(ranges: readonly Range[]): Range[] {
  const rest: Range[] = [];
  let next = 0;
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    if (from > next) rest.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  return next > lastSign ? rest : [...rest, [next, lastSign]];
}

/** The classes of POSIX, which are of ASCII: https://github.com/google/re2/wiki/Syntax */
const posix: Record<string, readonly Range[]> = {
  alnum: rangesOf("09AZaz"),
  alpha: rangesOf("AZaz"),
  ascii: [[0, 127]],
  blank: rangesOf("\t\t  "),
  cntrl: [
    [0, 31],
    [127, 127],
  ],
  digit: rangesOf("09"),
  graph: rangesOf("!~"),
  lower: rangesOf("az"),
  print: rangesOf(" ~"),
  punct: rangesOf("!/:@[`{~"),
  space: rangesOf("\t\r  "),
  upper: rangesOf("AZ"),
  word: rangesOf("09AZ__az"),
  xdigit: rangesOf("09AFaf"),
};

/** «alpha», «^alpha» → its signs. */
export function posixClass(name: string): Range[] {
  const isNegative = name.startsWith("^");
  const ranges = posix[isNegative ? name.slice(1) : name] ?? [];
  return isNegative ? without(ranges) : [...ranges];
}

/** Signs that mean something inside a class; two ampersands cut classes in Java and Joni. */
const special = /[\\[\]^&-]/;

function signText(code: number): string {
  const sign = String.fromCodePoint(code);
  return special.test(sign) ? `\\${sign}` : sign;
}

export function writeClass(items: readonly ClassItem[], isNegative: boolean): string {
  const texts = items.map((item) => {
    if (typeof item === "string") return item;
    const [from, to] = item;
    return from === to ? signText(from) : `${signText(from)}-${signText(to)}`;
  });
  return `[${isNegative ? "^" : ""}${texts.join("")}]`;
}
