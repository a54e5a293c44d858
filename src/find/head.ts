import { shortened } from "../i18n/typography.ts";
import { keptKeysOf } from "./keys.ts";
import type { SearchRecord } from "./records.ts";

/** What is shown of a thing that the search finds. */
export type Shown = {
  title: string;
  titleEn?: string;
  description: string;
  descriptionEn?: string;
  kind: string;
  path: string;
  /** Who has to publish it, of a mandated set that is not there yet. */
  publisher?: string;
};

/**
 * What the sets and pages of a small portal say, in one file that comes with the search page: an answer takes no further
 * request. Words in cells of tables, and all words of a large portal, are asked of Pagefind.
 */
export type Head = {
  /** By place, datasets first. Empty on a large portal. */
  records: Shown[];
  /** By keys of the same records, a space between them: places and scores, one after another. */
  keys: Record<string, number[]>;
};

/** Letters of the file, at most: it goes with every search. */
const mostLetters = 200_000;
/** Letters of a description that are shown. */
const told = 120;

export const shownOf = ({ path, kind, title, description, publisher }: SearchRecord): Shown => ({
  path,
  kind,
  title: title.uk,
  description: shortened(description.uk, told),
  ...(title.en ? { titleEn: title.en } : {}),
  ...(description.en ? { descriptionEn: shortened(description.en, told) } : {}),
  ...(publisher ? { publisher } : {}),
});

/** How often a word counts before more of it says little, and how far a long text is held against it (Okapi BM25). */
const [saturation, length] = [1.2, 0.5];

/** Keys that the same records have equally well in one entry: a word has several, and most are its alone. */
function joined(postings: ReadonlyMap<string, number[]>): Head["keys"] {
  const sharing = new Map<string, string[]>();
  for (const [key, found] of postings) {
    const written = found.join(" ");
    sharing.set(written, [...(sharing.get(written) ?? []), key]);
  }
  return Object.fromEntries(
    [...sharing.values()].map((keys) => [keys.join(" "), postings.get(keys[0] ?? "") ?? []]),
  );
}

/** Places and scores by each single key. */
export const postingsOf = ({ keys }: Pick<Head, "keys">): ReadonlyMap<string, readonly number[]> =>
  new Map(
    Object.entries(keys).flatMap(([sharing, found]) =>
      sharing.split(" ").map((key): [string, number[]] => [key, found]),
    ),
  );

/** Places of records and how well each answers, by key. */
function postings(records: readonly SearchRecord[]): Head["keys"] {
  const counts = records.map(({ words }) => {
    const own = new Map<string, number>();
    for (const key of words.flatMap(keptKeysOf)) own.set(key, (own.get(key) ?? 0) + 1);
    return own;
  });
  const usual = counts.reduce((sum, own) => sum + own.size, 0) / Math.max(1, counts.length);
  const having = new Map<string, number>();
  for (const own of counts)
    for (const key of own.keys()) having.set(key, (having.get(key) ?? 0) + 1);
  const found = new Map<string, number[]>();
  for (const [place, counted] of counts.entries())
    for (const [key, count] of counted) {
      const many = having.get(key) ?? 0;
      const rare = Math.log(1 + (records.length - many + 0.5) / (many + 0.5));
      const held = count + saturation * (1 - length + (length * counted.size) / usual);
      const own = found.get(key) ?? [];
      // To two digits: finer ones make the file larger and no answer better.
      own.push(place, Math.max(1, Math.round((4 * rare * count) / held)));
      found.set(key, own);
    }
  return joined(found);
}

/** The file of what a portal's records say; records of rows are left to Pagefind, and all of them where it would be large. */
export function headOf(records: readonly SearchRecord[]): Head {
  const named = records.filter(({ kind }) => kind !== "rows");
  const head = { records: named.map(shownOf), keys: postings(named) };
  return JSON.stringify(head).length > mostLetters ? { records: [], keys: {} } : head;
}

/** One word for each set of keys: the shortest, so that a slip is told as a word that people read. */
export function knownWords(records: readonly SearchRecord[]): string[] {
  const words = new Map<string, string>();
  for (const word of new Set(records.flatMap((record) => record.words))) {
    if (word.length < 3 || /\d/.test(word)) continue;
    const key = keptKeysOf(word).join(" ");
    const known = words.get(key);
    if (!known || word.length < known.length || (word.length === known.length && word < known))
      words.set(key, word);
  }
  return [...words.values()].sort();
}
