import { renderPlanCsv } from "../../published/reports/plan.ts";
import { getSite } from "../../site/site.ts";

export const GET = () => new Response(renderPlanCsv(getSite().catalogue));
