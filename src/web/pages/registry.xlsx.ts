import { renderRegistryXlsx } from "../../published/reports/registry.ts";
import { getSite } from "../../site/site.ts";

export const GET = async () =>
  new Response(new Uint8Array(await renderRegistryXlsx(getSite().catalogue)));
