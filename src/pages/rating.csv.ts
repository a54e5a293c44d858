import { renderRatingCsv } from "../outputs/rating.ts";
import { getSite } from "../site.ts";

export const GET = () => new Response(renderRatingCsv(getSite().catalogue));
