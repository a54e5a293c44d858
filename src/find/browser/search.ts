import { nearKeys } from "../near-keys.ts";
import { keysOfAsked } from "../synonyms.ts";
import { wordsOf } from "../words.ts";
import { openIndex, type Result } from "./index-files.ts";

type Shown = {
  title: string;
  titleEn?: string;
  description: string;
  descriptionEn?: string;
  kind: string;
  path: string;
};
export type Hit = Shown & Pick<Found, "score" | "words">;
/** A record that was found: its place among all the index's records, datasets first. */
type Found = {
  id: string;
  record: number;
  score: number;
  /** Words of the query it has. */
  words: string[];
};
export type Answer = {
  results: Found[];
  /** Words nothing has were taken for their nearest known ones. */
  corrected: boolean;
  /** No record has all the words: these have some of them. */
  partial: boolean;
  /** Keys of the query's words: a word that shares one is what was looked for. */
  keys: ReadonlySet<string>;
};
export type Search = {
  find(query: string): Promise<Answer>;
  /** What is shown of a found record. */
  load(found: Found): Promise<Hit>;
};

/** Place of a record that is not in the list: the two are of different builds. */
export const unknownRecord = Number.MAX_SAFE_INTEGER;

/** A text that the index keeps as one word: «x» and its bytes in hexadecimal. */
const readWord = (word: string): string =>
  new TextDecoder().decode(
    Uint8Array.from(word.slice(1).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
  );

type FoundWord = { results: Map<string, Result>; keys: string[]; corrected: boolean };

/** Records that have some of the words: those with most of them, the best first. */
function bestOf(
  words: readonly string[],
  perWord: readonly FoundWord[],
  places: ReadonlyMap<string, number>,
): Found[] {
  const held = new Map<string, Found>();
  for (const [at, { results }] of perWord.entries())
    for (const [id, { score }] of results) {
      const before = held.get(id);
      held.set(id, {
        id,
        record: places.get(id) ?? unknownRecord,
        score: (before?.score ?? 0) + score,
        words: [...(before?.words ?? []), words[at] ?? ""],
      });
    }
  const all = [...held.values()];
  const most = Math.max(0, ...all.map((found) => found.words.length));
  return all
    .filter((found) => found.words.length === most)
    .sort((a, b) => b.score - a.score || a.record - b.record);
}

/**
 * A search over the index at a path. A query's words are all wanted; of a word, any form is taken.
 * Words that nothing has are compared with the list of known keys, which is fetched only then: keys, not words,
 * because a slip is the same slip in every form.
 * @param records address of the index's list of records, where it must be the list of one build
 */
export function openSearch(path: string, records?: string): Search {
  const index = openIndex(path, records);
  const byId = new Map<string, Result>();

  async function findWord(word: string): Promise<FoundWord> {
    const keys = keysOfAsked(word);
    const results = await index.find(keys);
    if (results.size > 0) return { results, keys, corrected: false };
    const near = nearKeys(keys, await index.vocabulary());
    const nearly = await index.find(near);
    return { results: nearly, keys: [...keys, ...near], corrected: nearly.size > 0 };
  }

  return {
    async find(query) {
      const words = [...new Set(wordsOf(query))];
      const places = await index.places();
      const perWord = await Promise.all(words.map(findWord));
      for (const { results } of perWord) for (const [id, result] of results) byId.set(id, result);
      const results = bestOf(words, perWord, places);
      return {
        results,
        corrected: perWord.some(({ corrected }) => corrected),
        partial: (results[0]?.words.length ?? 0) < words.length,
        keys: new Set(perWord.flatMap(({ keys }) => keys)),
      };
    },
    async load({ id, score, words }) {
      const result = byId.get(id);
      if (!result) throw new Error(`Nothing was found by the id ${id}.`);
      const shown: Shown = JSON.parse(readWord((await result.data()).meta.shown));
      return { ...shown, score, words };
    },
  };
}
