import { type Head, postingsOf } from "../head.ts";
import { closeKey } from "../keys.ts";
import { type Vocabulary, vocabularyOf } from "../query/word-keys.ts";
import { fetchBound } from "./bound-file.ts";

/** A record that an index gives for a key. */
type Result = { id: string; score: number; data(): Promise<{ meta: { shown: string } }> };
type Pagefind = {
  options(options: object): Promise<void>;
  search(term: string): Promise<{ results: Result[] }>;
};

/** How well records answer, by their places among all records. */
export type Scores = Map<number, number>;

/** Keeps what was fetched; what did not come is asked for again. */
function kept<T>(fetched: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined;
  return () => {
    known ??= fetched().catch((error) => {
      known = undefined;
      throw error;
    });
    return known;
  };
}

/** Addresses of the files that tell places of records, where they must be those of one build. */
export type Places = { head?: string | undefined; records?: string | undefined };

/** The index at a path: each of its files is fetched when it is first asked for, and kept. */
export function openIndex(path: string, places: Places = {}) {
  const json = (address: string) => fetchBound(address).then((response) => response.json());
  const head = kept<Head>(() => json(places.head ?? `${path}head.json`));
  const postings = kept(async () => postingsOf(await head()));
  const words = kept<string>(() => json(`${path}words.json`));
  const vocabulary = kept<Vocabulary>(async () => vocabularyOf((await words()).split(" ")));
  const ids = kept<string[]>(() => json(places.records ?? `${path}records.json`));
  const pagefind = kept<Pagefind>(async () => {
    const opened: Pagefind = await import(/* @vite-ignore */ `${path}pagefind.js`);
    await opened.options({ ranking: { termFrequency: 1, pageLength: 0.6 } });
    return opened;
  });
  const answers = new Map<string, Promise<Result[]>>();
  const byPlace = new Map<number, Result>();

  function resultsOf(key: string): Promise<Result[]> {
    const known =
      answers.get(key) ??
      pagefind()
        .then((opened) => opened.search(closeKey(key)))
        .then(({ results }) => results);
    answers.set(key, known);
    return known;
  }

  return {
    head,
    /** Keys that records of the head have; none of a large portal. */
    names: postings,
    /** Does a record of the head have the key? */
    async has(key: string): Promise<boolean> {
      return (await postings()).has(key);
    },
    /** Begins to fetch all the words that the index knows; to put them by their keys takes a phone half a second more. */
    words,
    /** All the words that the index knows. */
    vocabulary,
    /** Records of the head that have one of the keys; of a record's scores the best. */
    async named(keys: readonly string[]): Promise<Scores> {
      const scores: Scores = new Map();
      const known = await postings();
      for (const key of keys) {
        const found = known.get(key) ?? [];
        for (let at = 0; at < found.length; at += 2) {
          const [place = 0, score = 0] = [found[at], found[at + 1]];
          scores.set(place, Math.max(score, scores.get(place) ?? 0));
        }
      }
      return scores;
    },
    /** Records that are not in the head. */
    async further(keys: readonly string[]): Promise<Scores> {
      const scores: Scores = new Map();
      // Asked for at once: on a slow line each waiting for the one before takes half a second more.
      const [listed, { records }, answered] = await Promise.all([
        ids(),
        head(),
        Promise.all(keys.map(resultsOf)),
      ]);
      const placeOf = new Map(listed.map((id, at) => [id, at]));
      for (const results of answered)
        for (const result of results) {
          const place = placeOf.get(result.id);
          if (place === undefined) throw new Error("The index is of another build than its list.");
          if (place < records.length) continue;
          byPlace.set(place, result);
          scores.set(place, Math.max(result.score, scores.get(place) ?? 0));
        }
      return scores;
    },
    /** What the index keeps of a record that was found, as one word. */
    async kept(place: number): Promise<string> {
      const result = byPlace.get(place);
      if (!result) throw new Error(`Nothing was found at the place ${place}.`);
      return (await result.data()).meta.shown;
    },
  };
}
