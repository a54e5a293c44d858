import { renderCoverageCsv } from "../outputs/plan.ts";
import { getSite } from "../site.ts";

export const GET = () => new Response(renderCoverageCsv(getSite().catalogue));
