import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { askedKeysOf, keptKeysOf } from "../src/find/keys.ts";
import { asLatin } from "../src/find/query/layout.ts";
import { understand } from "../src/find/query/understand.ts";
import { type Vocabulary, vocabularyOf } from "../src/find/query/word-keys.ts";
import { normaliseWord } from "../src/find/words.ts";
import { type Lemma, readLemmas } from "../src/test/fixtures/word-forms.ts";
import { command } from "./command.ts";

/** A number of a text, always the same: which half a word is of, which words are drawn. */
const numberOf = (text: string): number =>
  createHash("sha256").update(text).digest().readUInt32BE();

/** Words drawn of each kind. */
const drawn = 1500;
const draw = (lemmas: readonly Lemma[], salt: string): Lemma[] =>
  [...lemmas].sort((a, b) => numberOf(salt + a.lemma) - numberOf(salt + b.lemma)).slice(0, drawn);

/** The mean of parts, to four digits. */
const mean = (parts: readonly number[]): string =>
  (parts.reduce((sum, part) => sum + part, 0) / Math.max(1, parts.length)).toFixed(4);

const asked = new Map<string, readonly string[]>();
function meets(query: string, word: string): boolean {
  const keys = asked.get(query) ?? askedKeysOf(query);
  asked.set(query, keys);
  return keptKeysOf(word).some((key) => keys.includes(key));
}

/** Of the forms of a word that people may ask with, how many find each of the forms that a text may have. */
function recallOf({ forms }: Lemma, written: readonly string[] = forms): number {
  const pairs = forms.flatMap((form) =>
    written.flatMap((word) => (word === form ? [] : [meets(form, word)])),
  );
  return pairs.filter((found) => found).length / Math.max(1, pairs.length);
}

/** Kinds of slips of one letter, by the place it is made at. */
const slips: ((word: string, at: number) => string)[] = [
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => `${word.slice(0, at)}${word[at]}${word.slice(at)}`,
  (word, at) => `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`,
  (word, at) => `${word.slice(0, at)}${word[at] === "о" ? "а" : "о"}${word.slice(at + 1)}`,
];

const letters = [..."абвгдеєжзиіїйклмнопрстуфхцчшщьюя"];
const pairs = (latin: string): ReadonlyMap<string, string> =>
  new Map(latin.split(" ").map((sign, at) => [letters[at] ?? "", sign]));
/** Transliteration of passports (Cabinet of Ministers, 27 January 2010, No. 55): at the beginning of a word, and in it. */
const first = pairs("a b v h d e ye zh z y i yi y k l m n o p r s t u f kh ts ch sh shch  yu ya");
const inner = pairs("a b v h d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch  iu ia");
const inLatin = (word: string, inside: ReadonlyMap<string, string>): string =>
  [...word.replaceAll("зг", "zгh").replaceAll("'", "")]
    .map((sign, at) => (at === 0 ? first : inside).get(sign) ?? sign)
    .join("")
    .replaceAll("zhh", "zgh");

/** How people may type a word otherwise than it is written. */
const otherwise: Readonly<Record<string, (word: string) => string>> = {
  "Latin layout": (word) => asLatin(word),
  "transliterated as in passports": (word) => inLatin(word, inner),
  "transliterated by ear": (word) => inLatin(word, first),
  "one letter wrong": (word) => {
    const slip = slips[numberOf(word) % slips.length] ?? String;
    return slip(word, 1 + (numberOf(`at${word}`) % (word.length - 2)));
  },
};

/** Is a word that is typed so understood as a word that has a key of what was meant? */
function isUnderstood(word: string, typed: string, known: Vocabulary): boolean {
  const { keys } = understand(normaliseWord(typed), typed, known);
  return keptKeysOf(normaliseWord(word)).some((key) => keys.includes(key));
}

const verbal = /(?:тися?|ння|ття|[нт]ий|ість)$/;
/** A verb or an adjective, or a word made of one, without what makes it so. */
const bare = (lemma: string): string =>
  lemma
    .replace(/ся$/, "")
    .replace(
      /(?:[ую]?ва(?:ння|ти)|[оу]?ваний|[еаяі]ння|[еаяє]ний|[аяиіу]?ти|ття|тий|ний|ність|ість)$/,
      "",
    );
const shared = (one: string, other: string): number => {
  const at = [...one].findIndex((letter, place) => letter !== other[place]);
  return at === -1 ? one.length : at;
};
/** Is one of two dictionary words made of the other as participles, aspects of verbs, names of actions and of qualities are? */
function isMadeOf(one: string, other: string): boolean {
  if (one === other) return true;
  if (!verbal.test(one) && !verbal.test(other)) return false;
  const [a, b] = [bare(one), bare(other)];
  const common = shared(a, b);
  return (
    common >= Math.max(3, Math.min(a.length, b.length) - 2) &&
    Math.max(a.length, b.length) - common <= 3
  );
}

/** Of the portal's words that share a key with what is asked, how many are forms of the word or of one made of it. */
function precisionOf(
  lemmas: readonly Lemma[],
  words: readonly string[],
  lemmasOf: ReadonlyMap<string, string[]>,
): string {
  const byKey = new Map<string, string[]>();
  for (const word of words)
    for (const key of keptKeysOf(word)) byKey.set(key, [...(byKey.get(key) ?? []), word]);
  const isRight = (form: string, word: string) =>
    lemmasOf
      .get(normaliseWord(form))
      ?.some((one) => lemmasOf.get(word)?.some((other) => isMadeOf(one, other))) ?? false;
  const found = lemmas.flatMap(({ forms }) =>
    forms.flatMap((form) =>
      [...new Set(askedKeysOf(form).flatMap((key) => byKey.get(key) ?? []))]
        .filter((word) => lemmasOf.has(word))
        .map((word) => Number(isRight(form, word))),
    ),
  );
  return `${mean(found)} of ${found.length} pairs`;
}

/** Says a line of figures. */
const say = (name: string, figure: string) => process.stdout.write(`${name}: ${figure}\n`);

await command(
  {
    about:
      "Міряє пошук на словах орфографічного словника, на які ніхто не дивився, коли складали правила: повнота за родами слів, розкладка, латинка, описки, точність.",
    positionals: "СЛОВНИК",
    options: {
      site: { type: "string", value: "ТЕКА", default: "dist", about: "зібраний сайт: його слова" },
      half: {
        type: "string",
        value: "ПОЛОВИНА",
        default: "unseen",
        choices: ["unseen", "seen"],
        about:
          "яка половина словника: unseen — для міряння, seen — на яку можна дивитися, коли щось поправляють",
      },
    },
  },
  ({ values, positionals }) => {
    const path = resolve(positionals[0] ?? "");
    const isOfHalf = (lemma: string) => numberOf(lemma) % 2 === (values.half === "seen" ? 0 : 1);
    const all = readLemmas(path);
    const lemmasOf = new Map<string, string[]>();
    const kindsOf = new Map<string, Set<string>>();
    for (const { lemma, forms, kind } of all)
      for (const form of forms.map(normaliseWord)) {
        lemmasOf.set(form, [...(lemmasOf.get(form) ?? []), lemma]);
        kindsOf.set(form, (kindsOf.get(form) ?? new Set()).add(kind));
      }
    const words = readFileSync(join(resolve(values.site), "search-index/words.json"), "utf8")
      .slice(1, -1)
      .split(" ")
      .filter((word) => /^[а-яіїє]+$/.test(word));
    const half = all.filter(
      ({ lemma, kind }) => kind !== "other" && lemma.length >= 4 && isOfHalf(lemma),
    );
    const own = new Set(words);
    for (const kind of ["noun", "adjective", "verb"] as const) {
      const ofKind = half.filter((one) => one.kind === kind);
      const any = draw(ofKind, kind);
      const portals = ofKind.flatMap((one) => {
        // «мати» and «дати» of a text may be other words than verbs.
        const written = one.forms
          .map(normaliseWord)
          .filter((form) => own.has(form) && kindsOf.get(form)?.size === 1);
        return written.length > 0 ? [recallOf(one, written)] : [];
      });
      say(
        `forms, ${kind}`,
        `${mean(any.map((one) => recallOf(one)))} of ${any.length} words of the dictionary, ${mean(portals)} of ${portals.length} words of the portal`,
      );
    }
    const typed = draw(half, "typed").map(
      ({ forms, lemma }) => forms[numberOf(lemma) % forms.length] ?? lemma,
    );
    const known = vocabularyOf([...words, ...typed.map(normaliseWord)]);
    for (const [name, write] of Object.entries(otherwise)) {
      const long = typed.filter((word) => name !== "one letter wrong" || word.length >= 6);
      say(name, mean(long.map((word) => Number(isUnderstood(word, write(word), known)))));
    }
    const theirs = half.filter(({ forms }) => forms.some((form) => own.has(normaliseWord(form))));
    say("precision", precisionOf(theirs, words, lemmasOf));
    const portals = vocabularyOf(words);
    const strangers = draw(
      half.filter(
        ({ kind, forms }) =>
          kind === "noun" &&
          !forms.some((form) => askedKeysOf(normaliseWord(form)).some((key) => portals.has(key))),
      ),
      "strange",
    );
    const taken = strangers.map(({ lemma }) =>
      Number(understand(normaliseWord(lemma), lemma, portals).takenFor !== undefined),
    );
    say("nouns the portal has nowhere that are taken for others", mean(taken));
  },
);
