import { renderFacetColumns } from "../../../published/tables/facet-columns.ts";
import { getSite } from "../../../site/site.ts";

export const GET = () => new Response(new Uint8Array(renderFacetColumns(getSite().catalogue)));
