import { buildCatalogueGraph } from "../../published/dcat/dcat.ts";
import { extensions, type Serialisation, serialisations } from "../../published/dcat/rdf.ts";
import { getSite } from "../../site/site.ts";

export const getStaticPaths = () => extensions.map((extension) => ({ params: { extension } }));

export function GET({ params: { extension } }: { params: { extension: Serialisation } }) {
  const graph = buildCatalogueGraph(getSite().catalogue, { extension });
  return new Response(serialisations[extension].render(graph));
}
