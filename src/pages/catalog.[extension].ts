import { buildCatalogueGraph } from "../outputs/dcat.ts";
import { extensions, type Serialisation, serialisations } from "../outputs/rdf.ts";
import { getSite } from "../site.ts";

export const getStaticPaths = () => extensions.map((extension) => ({ params: { extension } }));

export function GET({ params: { extension } }: { params: { extension: Serialisation } }) {
  const graph = buildCatalogueGraph(getSite().catalogue, { extension });
  return new Response(serialisations[extension].render(graph));
}
