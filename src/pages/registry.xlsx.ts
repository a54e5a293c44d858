import { renderRegistryXlsx } from "../outputs/registry.ts";
import { getSite } from "../site.ts";

export const GET = async () =>
  new Response(new Uint8Array(await renderRegistryXlsx(getSite().catalogue)));
