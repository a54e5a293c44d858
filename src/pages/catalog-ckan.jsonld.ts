import { buildCatalogueGraph } from "../outputs/dcat.ts";
import { toCkanGraph } from "../outputs/dcat-ckan.ts";
import { serialisations } from "../outputs/rdf.ts";
import { getSite } from "../site.ts";

export function GET() {
  const graph = buildCatalogueGraph(getSite().catalogue, { stem: "catalog-ckan" });
  return new Response(serialisations.jsonld.render(toCkanGraph(graph)));
}
