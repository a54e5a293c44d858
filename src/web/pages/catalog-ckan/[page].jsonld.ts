import { buildCatalogueGraph, countPages } from "../../../published/dcat/dcat.ts";
import { renderCkanJsonLd, toCkanGraph } from "../../../published/dcat/dcat-ckan.ts";
import { getSite } from "../../../site/site.ts";

/** Pages of a catalogue too large for one file, from the second on. */
export const getStaticPaths = () =>
  Array.from({ length: countPages(getSite().catalogue) - 1 }, (_, index) => ({
    params: { page: String(index + 2) },
  }));

export function GET({ params: { page } }: { params: { page: string } }) {
  const graph = buildCatalogueGraph(getSite().catalogue, {
    page: Number(page),
    stem: "catalog-ckan",
  });
  return new Response(renderCkanJsonLd(toCkanGraph(graph)));
}
