import { renderPlanJson } from "../../published/reports/plan.ts";
import { getSite } from "../../site/site.ts";

export const GET = () => new Response(renderPlanJson(getSite().catalogue));
