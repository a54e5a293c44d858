import { buildCatalogueGraph } from "../outputs/dcat.ts";
import { toCkanGraph } from "../outputs/dcat-ckan.ts";
import { serialisations } from "../outputs/rdf.ts";
import { getSite } from "../site.ts";

export const GET = () =>
  new Response(serialisations.jsonld.render(toCkanGraph(buildCatalogueGraph(getSite().catalogue))));
