import { getSite } from "../../site/site.ts";

export const GET = () =>
  new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${getSite().catalogue.portal.site}/sitemap.xml\n`,
  );
