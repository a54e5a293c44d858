import { type NameForm, nameFormOf, type Word } from "./name-form.ts";
import { foldWord, kindOf, nobody, type WordKind } from "./person-words.ts";

/** A part of a text that names a person. */
export type Person = NameForm & {
  start: number;
  end: number;
  /** A word beside it says that a person is meant: «директор», «гр.», «ФОП». */
  told: "post" | "person" | "trader" | undefined;
};

/** What a text says of people, and whether it says anything else. */
export type Persons = {
  people: Person[];
  /** The whole text is names of people, with their posts at most. */
  whole: boolean;
  /** A street, a school, a company is named. */
  thing: boolean;
};

const words =
  /[«"“][^»"”]{0,200}[»"”]|\p{Lu}\.|\p{Lu}\p{Ll}[\p{Ll}’'ʼ-]*(?=\p{Lu}\.)|[\p{L}’'ʼ`´‘-]{1,40}\.?|\d+|[^\s]/gu;

/** Small letters throughout are read as if names had capitals: «петренко олег вікторович». */
const raise = (text: string): string =>
  text.replace(
    /(^|[\s-])(\p{Ll})/gu,
    (_, gap: string, letter: string) => gap + letter.toUpperCase(),
  );

/** The longest text that is read so. */
const longestRaised = 80;

/** «ФОП «Коваль І. І.»»: the quotes hold the person's own name. */
const quotedTrader = /(?<=(?:ФОП|фоп|підприємець)\s?)[«"“]([^»"”]{0,80})[»"”]/g;

/**
 * Kinds of words that were met: the cells of a column are the same streets and posts with other numbers. Forgotten all
 * at once where they are many, so that a table of texts takes no memory.
 */
const known = new Map<string, Pick<Word, "folded" | "kind">>();
const mostKnown = 10_000;
/** V8 copies a text so short; a longer one is a view of what it was cut out of, and would hold a whole file in memory. */
const longestKnown = 12;

function kindOfWord(raw: string): Pick<Word, "folded" | "kind"> {
  const met = known.get(raw);
  if (met) return met;
  const folded = foldWord(raw);
  const word = { folded, kind: kindOf(raw, folded) };
  if (raw.length > longestKnown) return word;
  if (known.size >= mostKnown) known.clear();
  known.set(raw, word);
  return word;
}

function* wordsIn(text: string): Generator<Word> {
  for (const match of text.matchAll(words)) {
    let raw = match[0];
    const start = match.index;
    // A point after a word of four letters ends a sentence; after a shorter one it may cut a word: «гр.», «вул.».
    if (raw.length > 5 && raw.endsWith(".")) raw = raw.slice(0, -1);
    yield { raw, ...kindOfWord(raw), start, end: start + raw.length };
  }
}

const named: readonly WordKind[] = [
  "given",
  "given-other",
  "father",
  "father-other",
  "initial",
  "capital",
  "capitals",
];
const isNamed = ({ kind, raw }: Word): boolean =>
  named.includes(kind) && (/^\p{Lu}/u.test(raw) || kind === "father");

/** Is the word something a list of people may stand beside: a post, a short word, a number of a telephone? */
const isBeside = ({ kind, raw }: Word): boolean =>
  kind === "post" || kind === "person" || kind === "other" || (kind === "small" && raw.length <= 3);

/** Words with capitals that stand in a row are read as one name; more are several. */
const longestRun = 6;

/** Named words in a row, from one of them on. */
function runAt(all: readonly Word[], at: number): Word[] {
  const run: Word[] = [];
  for (const word of all.slice(at, at + longestRun)) {
    if (!isNamed(word)) break;
    run.push(word);
  }
  return run;
}

/** What the words before a name say of it. */
type Before = {
  told: Person["told"];
  /** A thing stands before: what follows is its name, up to a comma. */
  isOfThing: boolean;
};

/** The same after one word more that is no part of a name. */
function readBefore(before: Before, { raw, kind, folded }: Word): Before {
  const { told, isOfThing } = before;
  switch (kind) {
    case "thing":
      return { told: undefined, isOfThing: true };
    case "post":
      return { told: told ?? "post", isOfThing };
    case "person":
      return { told: /^(?:фоп|пп|підприєм)/.test(folded) ? "trader" : "person", isOfThing };
    default:
      // After a comma another thing may be told of; a mark «імені» holds to its end.
      if (!/^[,;:()]$/.test(raw)) return before;
      return { told: raw === ":" ? told : undefined, isOfThing: false };
  }
}

/** «Петренко О. В., директор»: the post may follow. */
function addPosts(people: readonly Person[], all: readonly Word[]): void {
  const post = all.find(({ kind, start }) => kind === "post" || (kind === "person" && start > 0));
  if (!post) return;
  for (const person of people)
    if (person.told === undefined && (post.kind === "post" || post.start > person.end))
      person.told = "post";
}

/** A text with plain spaces, with capitals, and without quotes around a trader's name; every character keeps its place. */
function readable(whole: string): string {
  const text = whole
    .replace(/[\u00a0\u2007\u202f]/g, " ")
    .replace(quotedTrader, (_, inside: string) => ` ${inside} `);
  return text === text.toLowerCase() && text.length <= longestRaised ? raise(text) : text;
}

/** A text → the people it names, with their places in it. The caller knows what stands around: one text alone proves little. */
export function personsIn(whole: string): Persons {
  const all = [...wordsIn(readable(whole))];
  const people: Person[] = [];
  let before: Before = { told: undefined, isOfThing: false };
  let hasRest = false;
  for (let at = 0; at < all.length; ) {
    const run = runAt(all, at);
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last) {
      const word = all[at++];
      if (!word) break;
      before = readBefore(before, word);
      hasRest ||= !isBeside(word);
      continue;
    }
    at += run.length;
    // «Романа Шухевича, просп.»
    const next = all[at]?.raw === "," ? all[at + 1] : all[at];
    const isThing = before.isOfThing || next?.kind === "thing";
    const form = isThing ? undefined : nameFormOf(run);
    if (form) people.push({ start: first.start, end: last.end, ...form, told: before.told });
    else hasRest = true;
    if (form?.form !== "shape") before = { ...before, told: undefined };
  }
  const thing = all.some((word) => word.kind === "thing");
  if (!thing) addPosts(people, all);
  return { people, whole: people.length > 0 && !hasRest && !thing, thing };
}

/** May a text be names of people, with their posts at most? It is read as far as the first word that is neither. */
export function isOfPeople(whole: string): boolean {
  for (const word of wordsIn(readable(whole))) if (!isNamed(word) && !isBeside(word)) return false;
  return true;
}

/** May a column of people hold this text as one of them, though nothing proves it: «Нгуєн Ван Тхань»? */
export const isNobody = (text: string): boolean => nobody.test(foldWord(text.trim()));
