import type { Shown } from "../head.ts";
import { askedKeysOf } from "../keys.ts";
import { parseQuery, type Query } from "../query/parse-query.ts";
import type { Understood } from "../query/understand.ts";
import { keysOfWord, mixedWords } from "../query/word-keys.ts";
import { wordsOf } from "../words.ts";
import { openIndex, type Places, type Scores } from "./index-files.ts";

export type Hit = Shown & Pick<Found, "score" | "words">;
/** A record that was found: its place among all the index's records, datasets first. */
export type Found = {
  record: number;
  score: number;
  /** Words of the query it has, as they were taken. */
  words: string[];
};
export type Answer = {
  results: Found[];
  /** Words nothing has, and what each was taken for. */
  takenFor: { typed: string; word: string }[];
  /** No record has all the words: these have some of them. */
  partial: boolean;
  /** Keys of the query's words: a word that shares one is what was looked for. */
  keys: ReadonlySet<string>;
  /** The query with the words as they were taken. */
  query: string;
};
export type Search = {
  /** What sets and pages say, of a small portal: nothing further is fetched for it where the words are known. */
  find(query: string): Promise<Answer>;
  /** Everything else: rows of tables; of a large portal the sets as well. */
  findFurther(query: string): Promise<Answer>;
  /** What is shown of a found record. */
  load(found: Found): Promise<Hit>;
};

/** A text that the index keeps as one word: «x» and its bytes in hexadecimal. */
const readWord = (word: string): string =>
  new TextDecoder().decode(
    Uint8Array.from(word.slice(1).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
  );

type Asked = Query & {
  words: (Understood & Query["wanted"][number])[];
  /** Of each thing after a minus the keys of each of its words. */
  banned: string[][][];
  helping: string[];
};

/** A word as cells of tables have it, and the table's own search finds it. */
const asInCells = <W extends Asked["words"][number]>(asked: W): W => ({
  ...asked,
  keys: keysOfWord(asked.takenFor ?? asked.word, { exact: asked.exact, inCells: true }),
});

/** A word as it was typed, though it may be a slip. */
const asTyped = (asked: Asked["words"][number]): Asked["words"][number] => {
  if (!asked.isSlip) return asked;
  const { takenFor, ...typed } = asked;
  return { ...typed, keys: keysOfWord(asked.word), isSlip: false };
};

/** Keys of a word itself, without the words that say the same. */
const ownKeys = ({ word, takenFor }: Asked["words"][number]) => askedKeysOf(takenFor ?? word);

/** What has the very word stands before what has only a word that says the same: «школа» before «заклад охорони здоров’я». */
const withOwn = (scores: Scores, own: Scores): Scores =>
  new Map([...scores].map(([record, score]) => [record, own.get(record) ?? score / 4]));

/** Records that have all words of one of the things after a minus. */
async function bannedOf(
  things: Asked["banned"],
  find: (keys: readonly string[]) => Promise<Scores>,
): Promise<Set<number>> {
  const perThing = await Promise.all(
    things.map(async (words) => {
      const [first, ...others] = await Promise.all(words.map(find));
      const records = [...(first?.keys() ?? [])];
      return records.filter((record) => others.every((scores) => scores.has(record)));
    }),
  );
  return new Set(perThing.flat());
}

/** Records that have some of the words: those with most of them, the best first. */
function bestOf(
  asked: Asked,
  perWord: readonly Scores[],
  helping: Scores,
  banned: ReadonlySet<number>,
): Found[] {
  const held = new Map<number, Found>();
  for (const [at, scores] of perWord.entries())
    for (const [record, score] of scores) {
      const before = held.get(record);
      const { word = "", takenFor } = asked.words[at] ?? {};
      held.set(record, {
        record,
        score: (before?.score ?? 0) + score,
        words: [...(before?.words ?? []), takenFor ?? word],
      });
    }
  const all = [...held.values()].filter(({ record }) => !banned.has(record));
  const most = Math.max(0, ...all.map((found) => found.words.length));
  return all
    .filter((found) => found.words.length === most)
    .map((found) => ({ ...found, score: found.score + (helping.get(found.record) ?? 0) / 2 }))
    .sort((a, b) => b.score - a.score || a.record - b.record);
}

/**
 * A search over the index at a path. A query's words are all wanted; of a word, any form is taken. Words that nothing has
 * are compared with the list of known words, which is fetched only then.
 */
export function openSearch(path: string, places?: Places): Search {
  const index = openIndex(path, places);

  /** What understands a word that nothing has, and the words that are known: few queries need them. */
  const reader = () => import("../query/understand.ts");
  const strange = () => Promise.all([reader(), index.vocabulary(), index.names()]);

  const isOfHead = async (keys: readonly string[]) =>
    (await Promise.all(keys.map(index.has))).includes(true);

  async function understood(word: string, typed: string, exact: boolean): Promise<Understood> {
    const keys = keysOfWord(word, { exact });
    const isKnown = await isOfHead(keys);
    const isLatin = /[a-z]/.test(word);
    if (exact || (isKnown && !isLatin)) return { keys };
    if (isLatin && !isKnown) {
      // «irjkb» is «школи» whatever else the index knows: the likeliest reading needs no list of words.
      const likely = (await reader()).likeliestReading(word, typed);
      if (likely !== undefined && (await isOfHead(askedKeysOf(likely))))
        return { keys: keysOfWord(likely), takenFor: likely };
    }
    const [{ understand }, known, names] = await strange();
    return understand(word, typed, known, (key) => names.size === 0 || names.has(key));
  }
  /** The query with what was typed in another layout turned; a sign in a word that stays is no letter. */
  async function turned(query: string): Promise<Answer["takenFor"]> {
    const parts = mixedWords(query);
    if (parts.length === 0) return [];
    const [{ turnedWord }, known] = await strange();
    return parts.flatMap((typed) => {
      const word = turnedWord(typed, known);
      return word ? [{ typed, word }] : [];
    });
  }
  async function ask(query: string): Promise<Asked> {
    const mixed = await turned(query);
    const read = parseQuery(
      mixed.reduce((text, { typed, word }) => text.replace(typed, word), query),
    );
    const words = await Promise.all(
      read.wanted.map(async ({ word, typed, exact }) => ({
        word,
        typed,
        exact,
        ...(await understood(word, typed, exact)),
      })),
    );
    return {
      ...read,
      words: words.map((one) => {
        const typed = mixed.find(({ word }) => word === one.word)?.typed;
        return typed ? { ...one, typed, takenFor: one.word } : one;
      }),
      banned: read.without.map((words) => words.map(askedKeysOf)),
      helping: read.optional.flatMap((word) => keysOfWord(word)),
    };
  }
  async function answer(
    query: string,
    asked: Asked,
    find: (keys: readonly string[]) => Promise<Scores>,
  ): Promise<Answer> {
    const [banned, helping, ...perWord] = await Promise.all([
      bannedOf(asked.banned, find),
      ...[asked.helping, ...asked.words.map(({ keys }) => keys)].map(find),
    ]);
    const own = await Promise.all(asked.words.map((word) => find(ownKeys(word))));
    const weighed = perWord.map((scores, at) => withOwn(scores, own[at] ?? new Map()));
    const found = bestOf(asked, weighed, helping ?? new Map(), banned);
    return {
      results: found,
      takenFor: asked.words.flatMap(({ typed, takenFor }) =>
        takenFor === undefined ? [] : [{ typed, word: takenFor }],
      ),
      partial: (found[0]?.words.length ?? 0) < asked.words.length,
      keys: new Set(asked.words.flatMap(({ keys }) => keys)),
      query: asked.words.reduce(
        (text, { typed, takenFor }) => (takenFor ? text.replace(typed, takenFor) : text),
        query,
      ),
    };
  }
  /** A guess at a slip stands where it answers all that was asked: half an answer to another question is none. */
  async function surely(
    query: string,
    asked: Asked,
    find: (keys: readonly string[]) => Promise<Scores>,
  ): Promise<Answer> {
    const told = await answer(query, asked, find);
    return told.partial && asked.words.some(({ isSlip }) => isSlip)
      ? answer(query, { ...asked, words: asked.words.map(asTyped) }, find)
      : told;
  }
  /** Of what was found only what shows the phrases in quotes, where something does. */
  async function withPhrases(query: string, told: Promise<Answer>): Promise<Answer> {
    const { phrases } = parseQuery(query);
    const answered = await told;
    if (phrases.length === 0) return answered;
    const shown = await Promise.all(
      answered.results.map(async (found) => ({ found, hit: await load(found) })),
    );
    const holding = shown.filter(({ hit }) =>
      phrases.every((phrase) =>
        ` ${wordsOf([hit.title, hit.titleEn, hit.description, hit.descriptionEn].join(" ")).join(" ")} `.includes(
          ` ${wordsOf(phrase).join(" ")} `,
        ),
      ),
    );
    return holding.length === 0
      ? answered
      : { ...answered, results: holding.map(({ found }) => found) };
  }
  async function load({ record, score, words }: Found): Promise<Hit> {
    const named = (await index.head()).records[record];
    const shown: Shown = named ?? JSON.parse(readWord(await index.kept(record)));
    return { ...shown, score, words };
  }

  return {
    async find(query) {
      // Words of another alphabet need what understands them: it comes while the head does.
      if (/[a-z]/i.test(query)) Promise.all([reader(), index.words()]).catch(() => undefined);
      // The query is read while the head comes.
      const [asked, { records }] = await Promise.all([ask(query), index.head()]);
      const find = records.length > 0 ? index.named : index.further;
      return withPhrases(query, surely(query, asked, find));
    },
    async findFurther(query) {
      const { records } = await index.head();
      if (records.length === 0)
        return { results: [], takenFor: [], partial: true, keys: new Set(), query };
      const asked = await ask(query);
      return surely(query, { ...asked, words: asked.words.map(asInCells) }, index.further);
    },
    load,
  };
}
