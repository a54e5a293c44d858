import { renderChanges } from "../outputs/changes.ts";
import { getSite } from "../site.ts";

export const GET = () => new Response(renderChanges(getSite().catalogue));
