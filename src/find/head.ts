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
  /** By key: places and scores, one after another. */
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
  // «constructor» is a word of sets too, and no property that this has by itself.
  const found: Head["keys"] = Object.create(null);
  for (const [place, own] of counts.entries())
    for (const [key, count] of own) {
      const many = having.get(key) ?? 0;
      const rare = Math.log(1 + (records.length - many + 0.5) / (many + 0.5));
      const held = count + saturation * (1 - length + (length * own.size) / usual);
      found[key] ??= [];
      found[key].push(place, Math.max(1, Math.round((10 * rare * count) / held)));
    }
  return found;
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
