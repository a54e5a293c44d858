import { getBuildNote } from "../../site/site.ts";

export const GET = () => new Response(`${JSON.stringify(getBuildNote(), null, 1)}\n`);
