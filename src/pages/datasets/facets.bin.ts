import { renderFacetColumns } from "../../outputs/facet-columns.ts";
import { getSite } from "../../site.ts";

export const GET = () => new Response(new Uint8Array(renderFacetColumns(getSite().catalogue)));
