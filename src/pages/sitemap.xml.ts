import { renderSitemap } from "../outputs/atom.ts";
import { getSite } from "../site.ts";
import { structures } from "../vocabularies/structures.ts";

export function GET() {
  const { portal, datasets, publishers, themes, news } = getSite().catalogue;
  const pages: { path: string; modified?: string }[] = [
    ...[
      "/",
      "/datasets/",
      "/publishers/",
      "/news/",
      "/api/",
      "/about/",
      "/help/",
      "/structures/",
      "/check/",
      "/accessibility/",
    ].map((path) => ({ path })),
    ...[...structures.keys()].map((id) => ({ path: `/structures/${id}/` })),
    ...datasets.map(({ id, modified }) => ({ path: `/dataset/${id}/`, modified })),
    ...publishers.map(({ id }) => ({ path: `/publisher/${id}/` })),
    ...themes.map(({ theme }) => ({ path: `/theme/${theme.toLowerCase()}/` })),
    ...news.map(({ slug, date }) => ({ path: `/news/${slug}/`, modified: date })),
  ];
  const addresses = pages.flatMap(({ path, ...rest }) => [
    { url: portal.site + path, ...rest },
    { url: `${portal.site}/en${path}`, ...rest },
  ]);
  return new Response(renderSitemap(addresses));
}
