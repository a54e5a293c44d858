import type { Catalogue, Dataset } from "../../model/catalogue.ts";
import { themes } from "../../vocabularies/dcat/themes.ts";
import { renderAtom } from "./atom.ts";
import { type ChangeKind, changesOf } from "./changes.ts";

/** Entries of a feed: readers ask every hour, and nobody scrolls further. */
const entries = 100;

/** RFC 3339 wants a zone; a moment another portal states without one is taken as UTC. */
const zoned = (moment: string): string =>
  !moment.includes("T")
    ? `${moment}T00:00:00Z`
    : /(Z|[+-]\d\d:\d\d)$/.test(moment)
      ? moment
      : `${moment}Z`;

/** When anything of a dataset last changed. */
const changedAt = ({ history, modified }: Dataset): string => zoned(history[0]?.date ?? modified);

/** Datasets as a feed: an entry for each, at its latest change; a tombstone (RFC 6721) for each withdrawn. */
function renderDatasets(
  catalogue: Catalogue,
  datasets: readonly Dataset[],
  feed: { path: string; home: string; title: string },
): string {
  const { portal, publisher, tombstones } = catalogue;
  const ids = new Set(datasets.map(({ id }) => id));
  const newest = datasets
    .filter(({ passport }) => passport.status === "active")
    .map((dataset) => ({ dataset, updated: changedAt(dataset) }))
    .sort(
      (a, b) =>
        Date.parse(b.updated) - Date.parse(a.updated) || (a.dataset.id < b.dataset.id ? -1 : 1),
    );
  const deleted = tombstones
    .filter(({ id }) => ids.has(id))
    .map(({ iri, date, reason }) => ({ ref: iri, when: zoned(date), comment: reason }));
  const moments = [...newest.map(({ updated }) => updated), ...deleted.map(({ when }) => when)];
  return renderAtom({
    id: portal.iriBase + feed.path,
    url: portal.site + feed.path,
    home: portal.site + feed.home,
    title: feed.title,
    author: publisher.title,
    updated: moments.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? "1970-01-01T00:00:00Z",
    entries: newest.slice(0, entries).map(({ dataset, updated }) => ({
      id: dataset.iri,
      url: `${portal.site}/dataset/${dataset.id}/`,
      title: dataset.title.uk,
      summary: dataset.history[0]?.subject ?? dataset.description?.uk ?? "",
      updated,
    })),
    deleted,
  });
}

const kinds: Record<ChangeKind, string> = {
  created: "Набір оприлюднено",
  data: "Змінено дані",
  passport: "Змінено паспорт",
  withdrawn: "Набір вилучено",
};

/** One dataset as a feed: an entry for each change. */
function renderDataset(catalogue: Catalogue, dataset: Dataset, path: string): string {
  const { portal } = catalogue;
  const url = `${portal.site}/dataset/${dataset.id}/`;
  const changes = changesOf(dataset);
  return renderAtom({
    id: portal.iriBase + path,
    url: portal.site + path,
    home: url,
    title: `${portal.title}: ${dataset.title.uk}`,
    author: dataset.publisher.title,
    updated: changes[0] ? zoned(changes[0].date) : zoned(dataset.modified),
    entries: changes.slice(0, entries).map(({ kind, date, note, files, commit }) => ({
      id: `${dataset.iri}#${commit ?? `${kind}-${date}`}`,
      url,
      title: `${kinds[kind]}: ${dataset.title.uk}`,
      summary: files.length > 0 ? `${note} (${files.join(", ")})` : note,
      updated: zoned(date),
    })),
  });
}

/** Every feed of changes by its path: of the portal, of each publisher and theme, of each dataset. */
export function changeFeeds(catalogue: Catalogue): { path: string; render(): string }[] {
  const { portal, datasets, publishers } = catalogue;
  const feeds = [
    {
      path: "/feeds/datasets.atom",
      home: "/datasets/",
      title: `${portal.title}: зміни наборів`,
      sets: datasets,
    },
    ...publishers.map(({ id, title }) => ({
      path: `/feeds/publisher/${id}.atom`,
      home: `/publisher/${id}/`,
      title: `${portal.title}: ${title}`,
      sets: datasets.filter(({ publisher }) => publisher.id === id),
    })),
    ...catalogue.themes.map(({ theme }) => ({
      path: `/feeds/theme/${theme.toLowerCase()}.atom`,
      home: `/theme/${theme.toLowerCase()}/`,
      title: `${portal.title}: ${themes[theme].uk}`,
      sets: datasets.filter((dataset) => dataset.themes.includes(theme)),
    })),
  ];
  return [
    ...feeds.map(({ sets, ...feed }) => ({
      path: feed.path,
      render: () => renderDatasets(catalogue, sets, feed),
    })),
    ...datasets.map((dataset) => {
      const path = `/feeds/dataset/${dataset.id}.atom`;
      return { path, render: () => renderDataset(catalogue, dataset, path) };
    }),
  ];
}
