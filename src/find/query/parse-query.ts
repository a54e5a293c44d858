import { streetKind } from "../../table/address/street.ts";
import { wordsOf } from "../words.ts";
import { isEveryday } from "./everyday.ts";

/** What a reader asks: words that are wanted, words that may be there, words that must not, and phrases in quotes. */
export type Query = {
  /** Words that a thing must have; with `exact` as they are typed, with no other word for them. */
  wanted: { word: string; typed: string; exact: boolean }[];
  /** Words that help if they are there: kinds of streets beside their names, little words. */
  optional: string[];
  /** What stands after a minus: all its words have to be there for it to be taken away, «-ліцей-інтернат». */
  without: string[][];
  /** Texts in quotes. */
  phrases: string[];
};

/** Words that say nothing of what is looked for. */
const little = new Set(
  (
    "а але б без би в від для до ж за з зі із між поміж й і її їх його коли кому ми мій моя моє мої на над наш наша не ні " +
    "о об она они по під при про скільки та так такий така таке такі те ти то того той треба у хто це цей ця чи чому що щоб щодо як яка який якого якому яке які " +
    "найближчий найближча найближче найближчі найближчу поруч поряд поблизу біля близько " +
    "де є був була було були буде где и из как какие какой кто мне на от с сколько что это the a an of in for and or to on at by with from is are was were not no so than as it its this that whose " +
    "куди звідки місто міста місту місті містом здати отримати отримує отримують дати дають дадуть живе живуть працює працюють " +
    "знайти знайди показати покажи покажіть дайте хочу потрібно потрібен потрібна можна дані інформація перелік список"
  ).split(" "),
);

/** Is a word a part of a question, not of what is asked about? */
export const isLittle = (word: string): boolean => little.has(word);

/** Is a word a kind of streets, which stands beside a name? */
const isKind = (word: string): boolean => streetKind(word) !== undefined;

/** Does a query ask for a street: does a kind of streets stand beside other words? */
export const namesStreet = ({ optional }: Query): boolean => optional.some(isKind);

const quoted = /["“”„«»]([^"“”„«»]*)["“”„»]/g;

/**
 * Reads a query: «"…"» and «„…“» keep words as they are typed, a minus before a word takes away what has it, a word of
 * a street's kind beside other words and words as «скільки» are not insisted on. A query of such words alone asks for them.
 */
export function parseQuery(text: string): Query {
  const phrases: string[] = [];
  const without: string[][] = [];
  const rest = text
    .replace(quoted, (_, phrase: string) => {
      if (wordsOf(phrase).length > 0) phrases.push(phrase.trim());
      return " ";
    })
    .replace(/(^|\s)[-−–](\p{L}\S*)/gu, (_, before: string, word: string) => {
      without.push(wordsOf(word));
      return before;
    });
  const typed = rest
    .split(/\s+/)
    .flatMap((part) => wordsOf(part).map((word) => ({ word, typed: part })));
  // A number beside words is a house or a year: of things with the words those that have it stand first.
  const isPassed = (word: string) => isLittle(word) || /^\d/.test(word);
  const names = typed.filter(({ word }) => !isPassed(word) && !isKind(word));
  // «ціна проїзду» names no street: a word that is an everyday one as well is a kind beside a name alone.
  const isNamed = names.some(({ word }) => !isEveryday(word));
  const isOptional = ({ word }: { word: string }) =>
    isPassed(word) || (isKind(word) && (isNamed || !isEveryday(word)));
  const kept = typed.filter((one) => !isOptional(one));
  const exact = phrases.flatMap(wordsOf).map((word) => ({ word, typed: word, exact: true }));
  const asked = kept.length > 0 || exact.length > 0 ? kept : typed;
  const wanted = [...asked.map((one) => ({ ...one, exact: false })), ...exact];
  return {
    wanted: wanted.filter(({ word }, at) => wanted.findIndex((one) => one.word === word) === at),
    optional: typed.filter((one) => !asked.includes(one)).map(({ word }) => word),
    without,
    phrases,
  };
}
