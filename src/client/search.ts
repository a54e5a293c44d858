import { distance } from "fastest-levenshtein";
import { keysOf } from "../search/keys.ts";
import { closeKey } from "../search/records.ts";
import { cyrillicTwin, wordsOf } from "../search/words.ts";

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

export type Hit = Shown & { score: number };
export type Answer = { hits: Hit[]; corrected: boolean };

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
export function openSearch(path: string): (query: string) => Promise<Answer> {
  let index: Promise<Pagefind> | undefined;
  let vocabulary: Promise<string[]> | undefined;
  const answers = new Map<string, Promise<Result[]>>();
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
    return [...new Set([word, ...(twin ? [twin] : [])].flatMap(keysOf))];
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
  return async (query) => {
    const words = [...new Set(wordsOf(query))];
    let corrected = false;
    const perWord = await Promise.all(
      words.map(async (word) => {
        const keys = keysOfWord(word);
        const found = await findKeys(keys);
        if (found.size > 0) return found;
        const near = await findKeys(await nearKeys(keys));
        corrected ||= near.size > 0;
        return near;
      }),
    );
    const [first = new Map<string, Result>(), ...rest] = perWord;
    const all = [...first]
      .filter(([id]) => rest.every((found) => found.has(id)))
      .map(([id, result]) => ({
        result,
        score: perWord.reduce((sum, found) => sum + (found.get(id)?.score ?? 0), 0),
      }))
      .sort((a, b) => b.score - a.score || (a.result.id < b.result.id ? -1 : 1));
    const hits = await Promise.all(
      all.slice(0, 100).map(async ({ result, score }) => ({
        ...(JSON.parse(decodeURIComponent((await result.data()).meta.shown)) as Shown),
        score,
      })),
    );
    return { hits, corrected };
  };
}
