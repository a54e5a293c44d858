import { renderCardCsv } from "../outputs/card.ts";
import { getSite } from "../site.ts";

export const GET = () => new Response(renderCardCsv(getSite().catalogue));
