import { renderHeaders } from "../../published/hosting/headers.ts";
import { getSite } from "../../site/site.ts";

/** `_headers`, which hosts such as Netlify and Cloudflare Pages read; Astro takes no page file whose name begins so. */
export const getStaticPaths = () => [{ params: { hosting: "_headers" } }];

export const GET = () => new Response(renderHeaders(getSite().catalogue.portal.map?.tiles));
