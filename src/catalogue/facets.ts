import type { Catalogue, Dataset } from "../model/catalogue.ts";
import { once } from "../model/once.ts";

/** What a catalogue may be narrowed by; a dataset has one value of each, or several, or none. */
const allFacets = ["portal", "theme", "publisher", "format", "frequency", "fresh"] as const;
export type FacetName = (typeof allFacets)[number];

/** What this one is narrowed by: portals only where it has sets of several. */
export const facetNames = ({ members }: Pick<Catalogue, "members">): FacetName[] =>
  allFacets.filter((name) => name !== "portal" || members.length > 0);

export const facetValues: Record<FacetName, (dataset: Dataset) => readonly string[]> = {
  portal: ({ home }) => (home ? [home.portal] : []),
  theme: ({ themes }) => themes,
  publisher: ({ publisher }) => [publisher.id],
  format: ({ formats }) => formats,
  frequency: ({ frequency }) => (frequency === undefined ? [] : [frequency]),
  fresh: ({ freshness }) => [freshness.state],
};

/** Values of each facet with how many datasets have them, the most frequent first. */
export const facetsOf = once(countFacets);

type Facets = Record<FacetName, { value: string; count: number }[]>;

function countFacets({ datasets }: Pick<Catalogue, "datasets">): Facets {
  const counted = (name: FacetName) => {
    const counts = new Map<string, number>();
    for (const dataset of datasets)
      for (const value of facetValues[name](dataset))
        counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  return Object.fromEntries(allFacets.map((name) => [name, counted(name)])) as Facets;
}
