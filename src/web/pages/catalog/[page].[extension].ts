import { buildCatalogueGraph, countPages } from "../../../published/dcat/dcat.ts";
import { extensions, type Serialisation, serialisations } from "../../../published/dcat/rdf.ts";
import { getSite } from "../../../site/site.ts";

/** Pages of a catalogue too large for one file, from the second on. */
export const getStaticPaths = () =>
  Array.from({ length: countPages(getSite().catalogue) - 1 }, (_, index) =>
    extensions.map((extension) => ({ params: { page: String(index + 2), extension } })),
  ).flat();

export function GET({ params }: { params: { page: string; extension: Serialisation } }) {
  const { page, extension } = params;
  const graph = buildCatalogueGraph(getSite().catalogue, { page: Number(page), extension });
  return new Response(serialisations[extension].render(graph));
}
