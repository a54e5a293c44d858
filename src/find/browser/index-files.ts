import { closeKey } from "../records.ts";
import { fetchBound } from "./bound-file.ts";

/** A record that the index gives for a key. */
export type Result = { id: string; score: number; data(): Promise<{ meta: { shown: string } }> };
type Pagefind = {
  options(options: object): Promise<void>;
  search(term: string): Promise<{ results: Result[] }>;
};

/**
 * The index at a path: each of its files is fetched when it is first asked for, and kept.
 * @param records address of the list of what it knows, where that must be the list of one build
 */
export function openIndex(path: string, records = `${path}records.json`) {
  let index: Promise<Pagefind> | undefined;
  let vocabulary: Promise<string[]> | undefined;
  let places: Promise<Map<string, number>> | undefined;
  const answers = new Map<string, Promise<Result[]>>();
  const list = (address: string): Promise<string[]> =>
    fetchBound(address).then((response) => response.json());

  async function open(): Promise<Pagefind> {
    const pagefind: Pagefind = await import(/* @vite-ignore */ `${path}pagefind.js`);
    await pagefind.options({ ranking: { termFrequency: 1, pageLength: 0.6 } });
    return pagefind;
  }
  async function search(key: string): Promise<Result[]> {
    index ??= open();
    return (await (await index).search(closeKey(key))).results;
  }
  function resultsOf(key: string): Promise<Result[]> {
    const known = answers.get(key) ?? search(key);
    answers.set(key, known);
    return known;
  }

  return {
    /** Records that have one of the keys, by their ids; of a record's results the best. */
    async find(keys: readonly string[]): Promise<Map<string, Result>> {
      const found = new Map<string, Result>();
      for (const results of await Promise.all(keys.map(resultsOf)))
        for (const result of results) {
          const known = found.get(result.id);
          if (!known || known.score < result.score) found.set(result.id, result);
        }
      return found;
    },
    /** All the keys that the index knows. */
    vocabulary(): Promise<string[]> {
      vocabulary ??= list(`${path}keys.json`);
      return vocabulary;
    },
    /** Places of records by their ids in the index. */
    places(): Promise<Map<string, number>> {
      places ??= list(records).then((ids) => new Map(ids.map((id, at) => [id, at])));
      return places;
    },
  };
}
