import { renderCardXlsx } from "../outputs/card.ts";
import { getSite } from "../site.ts";

export const GET = async () =>
  new Response(new Uint8Array(await renderCardXlsx(getSite().catalogue)));
