import { renderOpenApi } from "../../published/hosting/api.ts";
import { getSite } from "../../site/site.ts";

export const GET = () => new Response(renderOpenApi(getSite().catalogue));
