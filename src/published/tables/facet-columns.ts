import { facetNames, facetsOf, facetValues } from "../../catalogue/facets.ts";
import { writeFacetColumns } from "../../find/facet-columns.ts";
import type { Catalogue } from "../../model/catalogue.ts";

const day = 86_400_000;

/** What the catalogue's page needs to know of every set to answer a facet: in the sets' order, values by their place in the facet's list. */
export function renderFacetColumns(catalogue: Catalogue): Uint8Array {
  const facets = facetsOf(catalogue);
  const names = facetNames(catalogue);
  const places = names.map(
    (name) => new Map(facets[name].map(({ value }, place) => [value, place])),
  );
  return writeFacetColumns(
    catalogue.datasets.map((dataset) => ({
      values: names.map((name, at) =>
        facetValues[name](dataset).map((value) => places[at]?.get(value) ?? 0),
      ),
      // The day as it is written: a moment without a zone would be another day in another place.
      day: Math.floor(Date.parse(dataset.modified?.slice(0, 10) ?? "1970-01-01") / day),
    })),
  );
}
