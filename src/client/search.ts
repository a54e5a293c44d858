import { distance } from "fastest-levenshtein";
import { keysOf } from "../search/keys.ts";
import { closeKey } from "../search/records.ts";
import { cyrillicTwin, wordsOf } from "../search/words.ts";

type Meta = { title: string; titleEn?: string; description: string; descriptionEn?: string; kind: string; path: string };
type Result = { id: string; score: number; data(): Promise<{ meta: Meta }> };
type Pagefind = { options(options: object): Promise<void>; search(term: string): Promise<{ results: Result[] }> };

export type Hit = Meta & { score: number };
export type Answer = { hits: Hit[]; corrected: boolean };

/** Letters that may be wrong in a word of this length. */
const slips = (word: string): number => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2);

/**
 * A search over the index at a path. A query's words are all wanted; of a word, any form is taken.
 * Words that nothing has are compared with the list of known words, which is fetched only then.
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
  const findWord = async (word: string): Promise<Map<string, Result>> => {
    const twin = cyrillicTwin(word);
    const keys = new Set([word, ...(twin ? [twin] : [])].flatMap(keysOf));
    const found = new Map<string, Result>();
    for (const results of await Promise.all([...keys].map(resultsOf)))
      for (const result of results) {
        const known = found.get(result.id);
        if (!known || known.score < result.score) found.set(result.id, result);
      }
    return found;
  };
  const nearWords = async (word: string): Promise<string[]> => {
    vocabulary ??= fetch(`${path}words.json`).then((response) => response.json() as Promise<string[]>);
    const near = (await vocabulary)
      .map((known) => ({ known, far: distance(word, known) }))
      .filter(({ far }) => far > 0 && far <= slips(word))
      .sort((a, b) => a.far - b.far || (a.known < b.known ? -1 : 1));
    return near.filter(({ far }) => far === near[0]?.far).slice(0, 5).map(({ known }) => known);
  };
  return async (query) => {
    const words = [...new Set(wordsOf(query))];
    let corrected = false;
    const perWord = await Promise.all(
      words.map(async (word) => {
        const found = await findWord(word);
        if (found.size > 0) return found;
        for (const near of await nearWords(word))
          for (const [id, result] of await findWord(near)) {
            corrected = true;
            if (!found.has(id)) found.set(id, result);
          }
        return found;
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
      all.slice(0, 100).map(async ({ result, score }) => ({ ...(await result.data()).meta, score })),
    );
    return { hits, corrected };
  };
}
