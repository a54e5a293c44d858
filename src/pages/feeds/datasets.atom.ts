import { renderAtom } from "../../outputs/atom.ts";
import { getSite } from "../../site.ts";

/** RFC 3339 wants a zone; a moment another portal states without one is taken as UTC. */
const zoned = (moment: string): string =>
  !moment.includes("T")
    ? `${moment}T00:00:00Z`
    : /(Z|[+-]\d\d:\d\d)$/.test(moment)
      ? moment
      : `${moment}Z`;

export function GET() {
  const { portal, publisher, datasets, modified } = getSite().catalogue;
  const newest = [...datasets].sort((a, b) =>
    a.modified === b.modified ? (a.id < b.id ? -1 : 1) : a.modified < b.modified ? 1 : -1,
  );
  return new Response(
    renderAtom({
      id: `${portal.iriBase}/feeds/datasets.atom`,
      url: `${portal.site}/feeds/datasets.atom`,
      home: `${portal.site}/datasets/`,
      title: `${portal.title}: зміни наборів`,
      author: publisher.title,
      updated: zoned(modified),
      entries: newest.slice(0, 100).map((dataset) => ({
        id: dataset.iri,
        url: `${portal.site}/dataset/${dataset.id}/`,
        title: dataset.title.uk,
        summary: dataset.history[0]?.subject ?? dataset.description?.uk ?? "",
        updated: zoned(dataset.modified),
      })),
    }),
  );
}
