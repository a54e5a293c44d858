import { renderPlanCsv } from "../outputs/plan.ts";
import { getSite } from "../site.ts";

export const GET = () => new Response(renderPlanCsv(getSite().catalogue));
