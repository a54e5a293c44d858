import { portalShareImage } from "../../published/dataset/share-words.ts";
import { drawShareImage } from "../../site/share/share-image.ts";
import { getSite } from "../../site/site.ts";

export const GET = async () =>
  new Response(new Uint8Array(await drawShareImage(portalShareImage(getSite().catalogue))));
