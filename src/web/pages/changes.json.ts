import { renderChanges } from "../../published/feeds/changes.ts";
import { getSite } from "../../site/site.ts";

export const GET = () => new Response(renderChanges(getSite().catalogue));
