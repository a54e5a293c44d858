import { escapeXml } from "../xml.ts";

export type FeedEntry = {
  id: string;
  url: string;
  title: string;
  summary: string;
  updated: string;
};

/** What a feed no longer has (RFC 6721): `ref` is the id its entry had. */
export type DeletedEntry = { ref: string; when: string; comment: string };

const later = (a: string, b: string): string => (Date.parse(a) <= Date.parse(b) ? b : a);

/**
 * An Atom feed (RFC 4287). Entries newest first; `updated` is RFC 3339, of the feed only where it has nothing: else it is that
 * of the newest, as a reader who knows the feed of that moment looks no further.
 */
export function renderAtom(feed: {
  id: string;
  url: string;
  home: string;
  title: string;
  author: string;
  updated: string;
  entries: FeedEntry[];
  deleted?: DeletedEntry[];
}): string {
  const entries = feed.entries.map(
    ({ id, url, title, summary, updated }) => `  <entry>
    <id>${escapeXml(id)}</id>
    <title>${escapeXml(title)}</title>
    <link href="${escapeXml(url)}"/>
    <updated>${updated}</updated>
    <summary>${escapeXml(summary)}</summary>
  </entry>
`,
  );
  const deleted = (feed.deleted ?? []).map(
    ({ ref, when, comment }) => `  <at:deleted-entry ref="${escapeXml(ref)}" when="${when}">
    <at:comment>${escapeXml(comment)}</at:comment>
  </at:deleted-entry>
`,
  );
  const moments = [
    ...feed.entries.map((entry) => entry.updated),
    ...(feed.deleted ?? []).map(({ when }) => when),
  ];
  const updated = moments.length === 0 ? feed.updated : moments.reduce(later);
  const tombstones = ' xmlns:at="http://purl.org/atompub/tombstones/1.0"';
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"${deleted.length > 0 ? tombstones : ""} xml:lang="uk">
  <id>${escapeXml(feed.id)}</id>
  <title>${escapeXml(feed.title)}</title>
  <link rel="self" href="${escapeXml(feed.url)}"/>
  <link href="${escapeXml(feed.home)}"/>
  <updated>${updated}</updated>
  <author><name>${escapeXml(feed.author)}</name></author>
${entries.join("")}${deleted.join("")}</feed>
`;
}
