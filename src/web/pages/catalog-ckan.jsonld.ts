import { buildCatalogueGraph } from "../../published/dcat/dcat.ts";
import { renderCkanJsonLd, toCkanGraph } from "../../published/dcat/dcat-ckan.ts";
import { getSite } from "../../site/site.ts";

export function GET() {
  const graph = buildCatalogueGraph(getSite().catalogue, { stem: "catalog-ckan" });
  return new Response(renderCkanJsonLd(toCkanGraph(graph)));
}
