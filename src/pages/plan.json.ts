import { renderPlanJson } from "../outputs/plan.ts";
import { getSite } from "../site.ts";

export const GET = () => new Response(renderPlanJson(getSite().catalogue));
