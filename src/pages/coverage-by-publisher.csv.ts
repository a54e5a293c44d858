import { renderCoverageMatrixCsv } from "../outputs/plan.ts";
import { getSite } from "../site.ts";

export const GET = () => new Response(renderCoverageMatrixCsv(getSite().catalogue));
