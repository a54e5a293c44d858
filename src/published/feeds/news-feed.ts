import type { Catalogue } from "../../model/catalogue.ts";
import { renderAtom } from "./atom.ts";

/** A post has a day and no hour; readers of feeds want one. */
const morning = (date: string): string => `${date}T09:00:00Z`;

/** The portal's news as an Atom feed. */
export const renderNewsFeed = ({ portal, publisher, news }: Catalogue): string =>
  renderAtom({
    id: `${portal.iriBase}/feeds/news.atom`,
    url: `${portal.site}/feeds/news.atom`,
    home: `${portal.site}/news/`,
    title: portal.title,
    author: publisher.title,
    updated: morning(news[0]?.date ?? "1970-01-01"),
    entries: news.map((entry) => ({
      id: `${portal.iriBase}/news/${entry.slug}`,
      url: `${portal.site}/news/${entry.slug}/`,
      title: entry.title.uk,
      summary: entry.description.uk,
      updated: morning(entry.date),
    })),
  });
