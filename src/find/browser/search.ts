import { distance } from "fastest-levenshtein";
import { keysOf } from "../keys.ts";
import { closeKey } from "../records.ts";
import { synonyms } from "../synonyms.ts";
import { cyrillicTwin, wordsOf } from "../words.ts";

type Shown = {
  title: string;
  titleEn?: string;
  description: string;
  descriptionEn?: string;
  kind: string;
  path: string;
};
type Result = { id: string; score: number; data(): Promise<{ meta: { shown: string } }> };
type Pagefind = {
  options(options: object): Promise<void>;
  search(term: string): Promise<{ results: Result[] }>;
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

/** A text that the index keeps as one word: «x» and its bytes in hexadecimal. */
const readWord = (word: string): string =>
  new TextDecoder().decode(
    Uint8Array.from(word.slice(1).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
  );

/** Letters that may be wrong in a key of this length. */
const slips = (key: string): number => (key.length < 3 ? 0 : key.length < 6 ? 1 : 2);

const sameLetters = (a: string, b: string): boolean =>
  [...a].sort().join("") === [...b].sort().join("");

/** How far two keys are: letters added, lost or changed; two neighbours swapped are one slip. */
function farness(a: string, b: string): number {
  const far = distance(a, b);
  return far === 2 && a.length === b.length && sameLetters(a, b) ? 1 : far;
}

/**
 * A search over the index at a path. A query's words are all wanted; of a word, any form is taken.
 * Words that nothing has are compared with the list of known keys, which is fetched only then: keys, not words,
 * because a slip is the same slip in every form.
 */
export function openSearch(path: string): Search {
  let index: Promise<Pagefind> | undefined;
  let vocabulary: Promise<string[]> | undefined;
  let places: Promise<Map<string, number>> | undefined;
  const answers = new Map<string, Promise<Result[]>>();
  const byId = new Map<string, Result>();
  const open = () => {
    index ??= import(/* @vite-ignore */ `${path}pagefind.js`).then(async (pagefind: Pagefind) => {
      await pagefind.options({ ranking: { termFrequency: 1, pageLength: 0.6 } });
      return pagefind;
    });
    return index;
  };
  const resultsOf = (key: string) => {
    const known = answers.get(key);
    if (known) return known;
    const fresh = open().then(async (pagefind) => (await pagefind.search(closeKey(key))).results);
    answers.set(key, fresh);
    return fresh;
  };
  const keysOfWord = (word: string): string[] => {
    const twin = cyrillicTwin(word);
    const same = synonyms.get(word) ?? [];
    return [...new Set([word, ...(twin ? [twin] : []), ...same].flatMap(keysOf))];
  };
  /** Places of records by their ids in the index. */
  const placesOf = () => {
    places ??= fetch(`${path}records.json`)
      .then((response) => response.json() as Promise<string[]>)
      .then((ids) => new Map(ids.map((id, record) => [id, record])));
    return places;
  };
  const findKeys = async (keys: string[]): Promise<Map<string, Result>> => {
    const found = new Map<string, Result>();
    for (const results of await Promise.all(keys.map(resultsOf)))
      for (const result of results) {
        const known = found.get(result.id);
        if (!known || known.score < result.score) found.set(result.id, result);
      }
    return found;
  };
  const nearKeys = async (keys: string[]): Promise<string[]> => {
    vocabulary ??= fetch(`${path}keys.json`).then(
      (response) => response.json() as Promise<string[]>,
    );
    const near = (await vocabulary)
      .map((known) => ({
        known,
        far: Math.min(
          ...keys.map((key) => (farness(key, known) <= slips(key) ? farness(key, known) : 9)),
        ),
      }))
      .filter(({ far }) => far < 9)
      .sort((a, b) => a.far - b.far || (a.known < b.known ? -1 : 1));
    return near
      .filter(({ far }) => far === near[0]?.far)
      .slice(0, 10)
      .map(({ known }) => known);
  };
  async function find(query: string): Promise<Answer> {
    const words = [...new Set(wordsOf(query))];
    const known = await placesOf();
    const asked = new Set<string>();
    let corrected = false;
    const perWord = await Promise.all(
      words.map(async (word) => {
        const keys = keysOfWord(word);
        for (const key of keys) asked.add(key);
        const found = await findKeys(keys);
        if (found.size > 0) return found;
        const near = await nearKeys(keys);
        for (const key of near) asked.add(key);
        const nearly = await findKeys(near);
        corrected ||= nearly.size > 0;
        return nearly;
      }),
    );
    const held = new Map<string, { words: string[]; score: number }>();
    for (const [at, found] of perWord.entries())
      for (const [id, result] of found) {
        byId.set(id, result);
        const before = held.get(id) ?? { words: [], score: 0 };
        held.set(id, {
          words: [...before.words, words[at] ?? ""],
          score: before.score + result.score,
        });
      }
    const most = Math.max(0, ...[...held.values()].map(({ words: some }) => some.length));
    const results = [...held]
      .filter(([, { words: some }]) => some.length === most)
      .map(([id, { words: some, score }]) => ({
        id,
        record: known.get(id) ?? Number.MAX_SAFE_INTEGER,
        score,
        words: some,
      }))
      .sort((a, b) => b.score - a.score || a.record - b.record);
    return { results, corrected, partial: most < words.length, keys: asked };
  }
  async function load({ id, score, words }: Found): Promise<Hit> {
    const result = byId.get(id);
    if (!result) throw new Error(`Nothing was found by the id ${id}.`);
    return {
      ...(JSON.parse(readWord((await result.data()).meta.shown)) as Shown),
      score,
      words,
    };
  }
  return { find, load };
}
