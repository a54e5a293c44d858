import { buildCatalogueGraph } from "../outputs/dcat.ts";
import { renderTurtle } from "../outputs/rdf.ts";
import { getSite } from "../site.ts";

export const GET = () => new Response(renderTurtle(buildCatalogueGraph(getSite().catalogue)));
