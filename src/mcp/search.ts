import { askedKeysOf, keysOf } from "../find/keys.ts";
import { parseQuery } from "../find/query/parse-query.ts";
import { understand } from "../find/query/understand.ts";
import { keysOfWord, vocabularyOf } from "../find/query/word-keys.ts";
import { wordsOf } from "../find/words.ts";
import { isTheme, themes } from "../vocabularies/dcat/themes.ts";
import { type Described, isWithdrawn, type Listed, type Portal } from "./catalogue.ts";

/** Portals with more sets are searched by what the list of sets says alone: a description is a file each. */
const mostDescribed = 300;
/** Descriptions asked for at once: a portal is often a small machine. */
const together = 4;
/** Withdrawn sets that an answer names at most. */
const mostWithdrawn = 5;

export type Narrowed = {
  publisher?: string | undefined;
  theme?: string | undefined;
  format?: string | undefined;
};
export type FoundSets = {
  /** Without those withdrawn: the portal's own search does not give them. */
  sets: Listed[];
  /** Withdrawn sets that have all the words, with what is known of them. */
  withdrawn: { set: Listed; described: Described | undefined }[];
  /** Words nothing has, and what each was taken for. */
  takenFor: { typed: string; word: string }[];
  /** No set has all the words: these have the most of them. */
  partial: boolean;
  /** Of what is found: values of each facet and how many sets have them. */
  facets: Record<keyof Narrowed, { value: string; title: string; count: number }[]>;
};

const themeTitle = (theme: string): string => (isTheme(theme) ? themes[theme].uk : theme);

/** What a set is searched by, as the portal's own search does: its title counts thrice. */
function textsOf(set: Listed, described: Described | undefined): string[] {
  return [
    ...Array<string>(3).fill(`${set.title} ${set.titleEn ?? ""}`),
    ...set.keywords,
    set.publisherTitle,
    ...set.themes.flatMap((theme) => [themeTitle(theme), isTheme(theme) ? themes[theme].en : ""]),
    described?.description ?? "",
    ...(described?.resources.flatMap(({ title, schema }) => [
      title,
      ...(schema?.fields.flatMap((field) => [
        field.title ?? "",
        field.name,
        field.description ?? "",
      ]) ?? []),
    ]) ?? []),
  ];
}

/** A portal's sets, found as its own search finds them: forms of a word, its synonyms and slips of typing are one. */
export function openCatalogueSearch(portal: Portal) {
  let index: ReturnType<typeof build> | undefined;

  async function build() {
    const described = new Map<string, Described>();
    const wanted = portal.sets.length > mostDescribed ? [] : [...portal.sets];
    await Promise.all(
      Array.from({ length: together }, async () => {
        for (let set = wanted.shift(); set; set = wanted.shift()) {
          const one = await portal.describe(set.id).catch(() => undefined);
          if (one) described.set(set.id, one);
        }
      }),
    );
    const all = new Set<string>();
    const counts = new Map(
      portal.sets.map((set) => {
        const own = new Map<string, number>();
        for (const word of wordsOf(textsOf(set, described.get(set.id)).join(" "))) {
          all.add(word);
          for (const key of keysOf(word)) own.set(key, (own.get(key) ?? 0) + 1);
        }
        return [set, own];
      }),
    );
    return { counts, known: vocabularyOf([...all]) };
  }

  return async (query: string, narrowed: Narrowed): Promise<FoundSets> => {
    index ??= build();
    const { counts, known } = await index;
    const { wanted, without } = parseQuery(query);
    const words = wanted.map(({ word, typed, exact }) => ({
      typed,
      ...(exact ? { keys: keysOfWord(word, { exact }) } : understand(word, typed, known)),
    }));
    const banned = without.map((words) => words.map(askedKeysOf));
    const scored = portal.sets
      .filter((set) => isWithin(set, narrowed))
      .filter((set) => !banned.some((words) => hasAll(counts.get(set), words)))
      .map((set) => ({
        set,
        ...scoreOf(
          counts.get(set),
          words.map(({ keys }) => keys),
        ),
      }));
    const living = scored.filter(({ set }) => !isWithdrawn(set));
    const withdrawn = scored
      .filter(({ set, met }) => isWithdrawn(set) && words.length > 0 && met === words.length)
      .sort((a, b) => b.score - a.score)
      .slice(0, mostWithdrawn);
    const most = Math.max(0, ...living.map(({ met }) => met));
    const sets = living
      .filter(({ met }) => words.length === 0 || (met > 0 && met === most))
      .sort((a, b) => b.score - a.score)
      .map(({ set }) => set);
    const takenFor = words.flatMap(({ typed, takenFor: word }) => (word ? [{ typed, word }] : []));
    return {
      sets,
      withdrawn: await Promise.all(
        withdrawn.map(async ({ set }) => ({
          set,
          described: await portal.describe(set.id).catch(() => undefined),
        })),
      ),
      takenFor,
      partial: most < words.length,
      facets: facetsOf(sets),
    };
  };
}

/** Has a set each of some words, in one of its forms? */
const hasAll = (counts: ReadonlyMap<string, number> | undefined, words: readonly string[][]) =>
  words.every((keys) => keys.some((key) => counts?.has(key)));

/** How many of the words a set has, and how often: a word that is everywhere in a long description says little. */
function scoreOf(counts: ReadonlyMap<string, number> | undefined, keys: readonly string[][]) {
  const times = keys.map((asked) => Math.max(0, ...asked.map((key) => counts?.get(key) ?? 0)));
  return {
    met: times.filter((count) => count > 0).length,
    score: times.reduce((sum, count) => sum + Math.log2(1 + count), 0),
  };
}

/** Does a set meet what the list is narrowed by? Publishers and themes are named by their id or by words of their title. */
function isWithin(set: Listed, { publisher, theme, format }: Narrowed): boolean {
  const names = (text: string, asked: string): boolean => {
    const own = new Set(wordsOf(text).flatMap(keysOf));
    return wordsOf(asked).every((word) => keysOf(word).some((key) => own.has(key)));
  };
  return (
    (publisher === undefined ||
      set.publisher === publisher ||
      names(set.publisherTitle, publisher)) &&
    (theme === undefined ||
      set.themes.some(
        (one) => one.toLowerCase() === theme.toLowerCase() || names(themeTitle(one), theme),
      )) &&
    (format === undefined || set.formats.some((one) => one.toLowerCase() === format.toLowerCase()))
  );
}

function facetsOf(sets: readonly Listed[]): FoundSets["facets"] {
  const counted = (valuesOf: (set: Listed) => { value: string; title: string }[]) => {
    const found = new Map<string, { value: string; title: string; count: number }>();
    for (const set of sets)
      for (const { value, title } of valuesOf(set)) {
        const known = found.get(value) ?? { value, title, count: 0 };
        known.count++;
        found.set(value, known);
      }
    return [...found.values()]
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, 15);
  };
  return {
    publisher: counted((set) => [{ value: set.publisher, title: set.publisherTitle }]),
    theme: counted((set) => set.themes.map((value) => ({ value, title: themeTitle(value) }))),
    format: counted((set) => set.formats.map((value) => ({ value, title: value }))),
  };
}
