import {
  type ClassItem,
  posixClass,
  type Range,
  rangesOf,
  without,
  writeClass,
} from "./sign-class.ts";

/** The engines that run patterns in SQL: RE2 in DuckDB, java.util.regex in Spark, Joni in Trino. */
export type Flavour = "re2" | "java" | "joni";

/** How a pattern is to be read: as RE2 reads a publisher's, or as JavaScript reads one of ours. */
type Grammar = { space: string; notDot: string; expandsCase: boolean };
const re2Grammar: Grammar = { space: "\t\n\f\r ", notDot: "\n", expandsCase: false };
/** What JavaScript takes for a space: `\s`, and what `trim` takes off. */
export const spaces =
  "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";
const ourGrammar: Grammar = { space: spaces, notDot: "\n\r\u2028\u2029", expandsCase: true };

/** Signs told apart by their class, which each engine draws in its own way unless they are written out. */
const classesOf = ({ space }: Grammar): Record<string, readonly Range[]> => ({
  d: rangesOf("09"),
  w: rangesOf("09AZ__az"),
  s: [...space].map((sign): Range => [sign.codePointAt(0) ?? 0, sign.codePointAt(0) ?? 0]),
});

const controls: Record<string, string> = {
  a: "\u0007",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};
/** Signs that mean something outside a class. */
const special = /[\\^$.|?*+()[\]{}]/;
/** What asks for a place between signs. */
const anchor = /[\^$]|\\[AzbB]/;
const repetition = /(?:[*+?]|\{\d{1,4}(?:,\d{0,4})?\})\??/;
const word = "0-9A-Z_a-z";

/** What the engines write differently. */
const written: Record<
  Flavour,
  { fold: string; script: string; edge: string; inside: string; begin: string; end: string }
> = {
  re2: { fold: "i", script: "", edge: "\\b", inside: "\\B", begin: "(?m:^)", end: "(?m:$)" },
  // Java's and Joni's own \b asks for letters of any alphabet, and their lines end at other signs too.
  java: { fold: "iu", script: "Is", ...lookedAround() },
  joni: { fold: "i", script: "", ...lookedAround() },
};

function lookedAround() {
  const [before, after] = [`(?<=[${word}])`, `(?=[${word}])`];
  const [notBefore, notAfter] = [`(?<![${word}])`, `(?![${word}])`];
  return {
    edge: `(?:${notBefore}${after}|${before}${notAfter})`,
    inside: `(?:${before}${after}|${notBefore}${notAfter})`,
    begin: "(?<![^\n])",
    end: "(?![^\n])",
  };
}

type Flags = { fold: boolean; lines: boolean; dotAll: boolean };
const noFlags: Flags = { fold: false, lines: false, dotAll: false };

/** What is left of a pattern, taken from its beginning. */
function createReader(pattern: string) {
  let rest = pattern;
  return {
    isAtEnd: () => rest === "",
    /** The text that fits at the beginning, taken off; undefined where nothing does. */
    take(part: RegExp): RegExpExecArray | undefined {
      const found = part.exec(rest);
      if (found?.index !== 0) return undefined;
      rest = rest.slice(found[0].length);
      return found;
    },
  };
}
type Reader = ReturnType<typeof createReader>;

/** A pattern has a part that cannot be said to this engine in the same meaning. */
class Untranslatable extends Error {}

/** `\x{2116}`, `\u2116`, `\101`, `\n`, `\.`: the sign an escape stands for, the backslash taken before. */
function escapedSign(reader: Reader): string {
  const code =
    reader.take(/x\{([\da-fA-F]+)\}/)?.[1] ??
    reader.take(/x([\da-fA-F]{2})/)?.[1] ??
    reader.take(/u([\da-fA-F]{4})/)?.[1];
  if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
  const octal = reader.take(/0[0-7]{0,2}|[1-7][0-7]{1,2}/)?.[0];
  if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
  const sign = reader.take(/[\s\S]/)?.[0] ?? "";
  if (/[A-Za-z0-9]/.test(sign) && !(sign in controls)) throw new Untranslatable(`\\${sign}`);
  return controls[sign] ?? sign;
}

/** `\p{L}`, `\PN`, `\p{^Greek}` after their backslash, as the engine names them. */
function property(reader: Reader, flavour: Flavour): string | undefined {
  const found = reader.take(/([pP])(?:\{(\^?)([A-Za-z_]+)\}|([A-Z]))/);
  if (!found) return undefined;
  const [, letter, not, long, short] = found;
  const name = long ?? short ?? "";
  const isNegative = (letter === "P") !== (not === "^");
  if (!/^[A-Z][a-z]?$|^[A-Z][a-z]{2,}(?:_[A-Z][a-z]+)*$/.test(name))
    throw new Untranslatable(found[0]);
  const prefix = name.length > 2 ? written[flavour].script : "";
  return `\\${isNegative ? "P" : "p"}{${prefix}${name}}`;
}

/** One of a class's signs, or a named set of them. */
function classItem(reader: Reader, grammar: Grammar, flavour: Flavour): ClassItem[] {
  const posix = reader.take(/\[:(\^?[a-z]+):\]/)?.[1];
  if (posix !== undefined) return posixClass(posix);
  const one = (): string | ClassItem[] => {
    if (!reader.take(/\\/)) return reader.take(/[\s\S]/u)?.[0] ?? "";
    const named = property(reader, flavour);
    if (named !== undefined) return [named];
    const letter = reader.take(/[dwsDWS]/)?.[0];
    if (letter === undefined) return escapedSign(reader);
    const ranges = classesOf(grammar)[letter.toLowerCase()] ?? [];
    return [...(letter === letter.toLowerCase() ? ranges : without(ranges))];
  };
  const from = one();
  if (typeof from !== "string") return from;
  const to = reader.take(/-(?!\])/) ? one() : from;
  if (typeof to !== "string") throw new Untranslatable("-");
  return [[from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0]];
}

function classAt(reader: Reader, grammar: Grammar, flavour: Flavour): string {
  const isNegative = reader.take(/\^/) !== undefined;
  const items: ClassItem[] = [];
  // A bracket that stands first is one of the signs.
  do items.push(...classItem(reader, grammar, flavour));
  while (!reader.isAtEnd() && !reader.take(/\]/));
  return writeClass(items, isNegative);
}

/** One sign of a text, in a pattern that means it. */
function signText(sign: string, { fold }: Flags, grammar: Grammar): string {
  const [small, capital] = [sign.toLowerCase(), sign.toUpperCase()];
  if (fold && grammar.expandsCase && small !== capital) return `[${small}${capital}]`;
  return special.test(sign) ? `\\${sign}` : sign;
}

/** A place between signs. Repeated, it means as little as the engines agree on. */
function anchorAt(reader: Reader, { lines }: Flags, flavour: Flavour): string | undefined {
  const { edge, inside, begin, end } = written[flavour];
  const found = reader.take(anchor)?.[0];
  if (found === undefined) return undefined;
  if (reader.take(repetition)) throw new Untranslatable(found);
  if (found === "^") return lines ? begin : "\\A";
  if (found === "$") return lines ? end : "\\z";
  return { "\\A": "\\A", "\\z": "\\z", "\\b": edge }[found] ?? inside;
}

/** What stands for one sign. */
function signAt(reader: Reader, flags: Flags, grammar: Grammar, flavour: Flavour): string {
  if (reader.take(/\./))
    return flags.dotAll ? "(?:[^\n]|\n)" : writeClass(signsOf(grammar.notDot), true);
  if (reader.take(/\[/)) return classAt(reader, grammar, flavour);
  if (!reader.take(/\\/)) return signText(reader.take(/[\s\S]/u)?.[0] ?? "", flags, grammar);
  const named = property(reader, flavour);
  if (named !== undefined) return named;
  const letter = reader.take(/[dwsDWS]/)?.[0];
  if (letter === undefined) return signText(escapedSign(reader), flags, grammar);
  const ranges = classesOf(grammar)[letter.toLowerCase()] ?? [];
  return writeClass(ranges, letter !== letter.toLowerCase());
}

const signsOf = (text: string): ClassItem[] =>
  [...text].map((sign): Range => [sign.codePointAt(0) ?? 0, sign.codePointAt(0) ?? 0]);

/** «i», «s-m»: flags set and taken away. */
function flagsWith(flags: Flags, letters: string): Flags {
  const [on = "", off = ""] = letters.split("-");
  const one = (letter: string, is: boolean) => (is || on.includes(letter)) && !off.includes(letter);
  return {
    fold: one("i", flags.fold),
    lines: one("m", flags.lines),
    dotAll: one("s", flags.dotAll),
  };
}

type Said = { grammar: Grammar; flavour: Flavour };

/** Reads a pattern to its end, or to the end of the group it stands in. */
function alternativesAt(reader: Reader, given: Flags, { grammar, flavour }: Said): string {
  let flags = given;
  let text = "";
  const folded = (atom: string): string =>
    flags.fold && !grammar.expandsCase ? `(?${written[flavour].fold}:${atom})` : atom;
  while (!reader.isAtEnd()) {
    if (reader.take(/\)/)) return text;
    const literal = reader.take(/\\Q([\s\S]*?)(?:\\E|$)/)?.[1];
    if (literal !== undefined) {
      for (const sign of literal) text += folded(signText(sign, flags, grammar));
      continue;
    }
    // Flags alone hold to the end of the group they stand in.
    const changed = reader.take(/\(\?([imsU]*(?:-[imsU]+)?)\)/);
    if (changed) {
      if (reader.take(repetition)) throw new Untranslatable(changed[0]);
      flags = flagsWith(flags, changed[1] ?? "");
      continue;
    }
    const group = reader.take(/\((?:\?(?:P?<\w+>|([imsU]*(?:-[imsU]+)?):)|(?!\?))/);
    if (group) {
      const inner = flagsWith(flags, group[1] ?? "");
      text += `(?:${alternativesAt(reader, inner, { grammar, flavour })})`;
      continue;
    }
    // Looks ahead and behind: RE2 has none.
    if (reader.take(/\(/)) throw new Untranslatable("(?");
    text +=
      reader.take(/\|/)?.[0] ??
      reader.take(repetition)?.[0] ??
      anchorAt(reader, flags, flavour) ??
      folded(signAt(reader, flags, grammar, flavour));
  }
  return text;
}

/**
 * A pattern → the same pattern for the engine of a dialect, fit to the whole text: classes of signs are written out, so
 * that no engine takes `\d` for digits of another script; `$` is the end and not a line break before it; flags are said
 * where they hold. Undefined where the engine has no way to mean the same.
 */
export function patternFor(flavour: Flavour, pattern: string): string | undefined {
  try {
    const said = { grammar: re2Grammar, flavour };
    return `\\A(?:${alternativesAt(createReader(pattern), noFlags, said)})\\z`;
  } catch (error) {
    if (error instanceof Untranslatable) return undefined;
    throw error;
  }
}

/** A pattern of our own, found anywhere in a text unless it says where, for the engine of a dialect. */
export function ourPatternFor(flavour: Flavour, { source, flags }: RegExp): string {
  const given = { fold: flags.includes("i"), lines: false, dotAll: flags.includes("s") };
  return alternativesAt(createReader(source), given, { grammar: ourGrammar, flavour });
}
