import { renderRatingCsv } from "../../published/reports/rating.ts";
import { getSite } from "../../site/site.ts";

export const GET = () => new Response(renderRatingCsv(getSite().catalogue));
