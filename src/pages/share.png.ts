import { drawShareImage } from "../draw/share-image.ts";
import { portalShareImage } from "../outputs/share-words.ts";
import { getSite } from "../site.ts";

export const GET = async () =>
  new Response(new Uint8Array(await drawShareImage(portalShareImage(getSite().catalogue))));
