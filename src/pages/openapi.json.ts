import { renderOpenApi } from "../outputs/api.ts";
import { getSite } from "../site.ts";

export const GET = () => new Response(renderOpenApi(getSite().catalogue));
