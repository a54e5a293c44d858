import { buildCatalogueGraph } from "../outputs/dcat.ts";
import { renderJsonLd } from "../outputs/rdf.ts";
import { getSite } from "../site.ts";

export const GET = () => new Response(renderJsonLd(buildCatalogueGraph(getSite().catalogue)));
