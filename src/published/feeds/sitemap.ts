import type { Catalogue } from "../../model/catalogue.ts";
import type { Snapshot } from "../../model/reports/snapshot.ts";
import { pagePath, pagesOf } from "../pages.ts";
import { escapeXml } from "../xml.ts";

/** The sitemap (https://www.sitemaps.org/protocol.html): every page for readers in each language, with the day it last changed. */
export function renderSitemap(catalogue: Catalogue, timeline: readonly Snapshot[]): string {
  const { origin } = new URL(catalogue.portal.site);
  const listed = pagesOf(catalogue, timeline).filter(
    ({ unlisted, elsewhere }) => !unlisted && !elsewhere,
  );
  const urls = listed.flatMap(({ path, modified }) =>
    catalogue.portal.languages.map((language) => {
      const url = escapeXml(origin + pagePath(catalogue.portal, language, path));
      const day = modified === undefined ? "" : `<lastmod>${modified}</lastmod>`;
      return `  <url><loc>${url}</loc>${day}</url>\n`;
    }),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join("")}</urlset>
`;
}
