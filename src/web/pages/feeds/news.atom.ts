import { renderAtom } from "../../../published/feeds/atom.ts";
import { getSite } from "../../../site/site.ts";

export function GET() {
  const { portal, publisher, news } = getSite().catalogue;
  const updated = (date: string) => `${date}T09:00:00Z`;
  return new Response(
    renderAtom({
      id: `${portal.iriBase}/feeds/news.atom`,
      url: `${portal.site}/feeds/news.atom`,
      home: `${portal.site}/news/`,
      title: portal.title,
      author: publisher.title,
      updated: updated(news[0]?.date ?? "1970-01-01"),
      entries: news.map((entry) => ({
        id: `${portal.iriBase}/news/${entry.slug}`,
        url: `${portal.site}/news/${entry.slug}/`,
        title: entry.title.uk,
        summary: entry.description.uk,
        updated: updated(entry.date),
      })),
    }),
  );
}
