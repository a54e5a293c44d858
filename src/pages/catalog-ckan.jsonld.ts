import { buildCatalogueGraph } from "../outputs/dcat.ts";
import { renderCkanJsonLd, toCkanGraph } from "../outputs/dcat-ckan.ts";
import { getSite } from "../site.ts";

export function GET() {
  const graph = buildCatalogueGraph(getSite().catalogue, { stem: "catalog-ckan" });
  return new Response(renderCkanJsonLd(toCkanGraph(graph)));
}
