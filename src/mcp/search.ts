import { keysOf } from "../find/keys.ts";
import { nearKeys } from "../find/near-keys.ts";
import { keysOfAsked } from "../find/synonyms.ts";
import { wordsOf } from "../find/words.ts";
import { isTheme, themes } from "../vocabularies/dcat/themes.ts";
import type { Described, Listed, Portal } from "./catalogue.ts";

/** Portals with more sets are searched by what the list of sets says alone: a description is a file each. */
const mostDescribed = 300;
/** Descriptions asked for at once: a portal is often a small machine. */
const together = 4;

export type Narrowed = {
  publisher?: string | undefined;
  theme?: string | undefined;
  format?: string | undefined;
};
export type FoundSets = {
  sets: Listed[];
  /** Words nothing has were taken for their nearest known ones. */
  corrected: boolean;
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

/** A portal's sets, found by the keys of their words: forms of a word, its synonyms and slips of typing are one. */
export function openCatalogueSearch(portal: Portal) {
  let index: Promise<Map<Listed, Map<string, number>>> | undefined;

  async function build(): Promise<Map<Listed, Map<string, number>>> {
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
    return new Map(
      portal.sets.map((set) => {
        const counts = new Map<string, number>();
        const keys = wordsOf(textsOf(set, described.get(set.id)).join(" ")).flatMap(keysOf);
        for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
        return [set, counts];
      }),
    );
  }

  return async (query: string, narrowed: Narrowed): Promise<FoundSets> => {
    index ??= build();
    const counts = await index;
    const within = portal.sets.filter((set) => isWithin(set, narrowed));
    const words = [...new Set(wordsOf(query))].map((word) => keysOfAsked(word));
    const vocabulary = new Set([...counts.values()].flatMap((keys) => [...keys.keys()]));
    let corrected = false;
    const keys = words.map((asked) => {
      if (asked.some((key) => vocabulary.has(key))) return asked;
      const near = nearKeys(asked, [...vocabulary]);
      corrected ||= near.length > 0;
      return near;
    });
    const scored = within.map((set) => ({ set, ...scoreOf(counts.get(set), keys) }));
    const most = Math.max(0, ...scored.map(({ met }) => met));
    const sets = scored
      .filter(({ met }) => words.length === 0 || (met > 0 && met === most))
      .sort((a, b) => b.score - a.score)
      .map(({ set }) => set);
    return { sets, corrected, partial: most < words.length, facets: facetsOf(sets) };
  };
}

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
