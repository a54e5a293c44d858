import { ended } from "../../i18n/period.ts";
import { speak } from "../../i18n/translate.ts";
import type { Catalogue, Dataset, Shared } from "../../model/catalogue.ts";
import { formerNames } from "../../schemas/data/dataset.ts";
import { themes } from "../../vocabularies/dcat/themes.ts";
import { dataDates } from "../dataset/data-dates.ts";
import { renderAtom } from "./atom.ts";
import { changesOf, kindWords } from "./changes.ts";

const speech = speak("uk");

/** Entries of a feed: readers ask every hour, and nobody scrolls further. */
const entries = 100;

/** RFC 3339 wants a zone; a moment another portal states without one is taken as UTC. */
const zoned = (moment: string): string =>
  !moment.includes("T")
    ? `${moment}T00:00:00Z`
    : /(Z|[+-]\d\d:\d\d)$/.test(moment)
      ? moment
      : `${moment}Z`;

/** What RFC 4287 wants a feed to say of itself where nobody knows when anything of it changed. */
const never = "1970-01-01T00:00:00Z";

/** When anything of a dataset last changed, where that is known. */
function changedAt({ history, modified }: Dataset): string | undefined {
  const moment = history[0]?.date ?? modified;
  return moment === undefined ? undefined : zoned(moment);
}

/** The time the data of a set are of, as a sentence; nothing where nobody told. */
function periodSentence(dataset: Dataset, today: string): string {
  const { period, isKnown } = dataDates(dataset, today, speech);
  return isKnown ? ended(period) : "";
}

/** Datasets as a feed: an entry for each, at its latest change; a tombstone (RFC 6721) for each withdrawn. */
function renderDatasets(
  catalogue: Catalogue,
  datasets: readonly Dataset[],
  feed: { path: string; home: string; title: string },
): string {
  const { portal, publisher, tombstones, today } = catalogue;
  const ids = new Set(datasets.map(({ id }) => id));
  const newest = datasets
    .filter(({ passport }) => passport.status === "active")
    .flatMap((dataset) => {
      const updated = changedAt(dataset);
      return updated === undefined ? [] : [{ dataset, updated }];
    })
    .sort(
      (a, b) =>
        Date.parse(b.updated) - Date.parse(a.updated) || (a.dataset.id < b.dataset.id ? -1 : 1),
    );
  const deleted = tombstones
    .filter(({ id }) => ids.has(id))
    .map(({ iri, date, published = date, reason }) => ({
      ref: iri,
      when: zoned(published),
      comment: reason,
    }));
  return renderAtom({
    id: portal.iriBase + feed.path,
    url: portal.site + feed.path,
    home: portal.site + feed.home,
    title: feed.title,
    author: publisher.title,
    updated: never,
    entries: newest.slice(0, entries).map(({ dataset, updated }) => ({
      id: dataset.iri,
      url: `${portal.site}/dataset/${dataset.id}/`,
      title: dataset.title.uk,
      summary: [
        periodSentence(dataset, today),
        changesOf(dataset)[0]?.note ?? dataset.description?.uk ?? "",
      ]
        .filter((part) => part !== "")
        .join(" "),
      updated,
    })),
    deleted,
  });
}

/** One dataset as a feed: an entry for each change. */
export function feedOfDataset({ portal }: Shared, dataset: Dataset): string {
  const pathOf = (name: string) => `/feeds/dataset/${name}.atom`;
  // A feed keeps the id it came out with (RFC 4287, section 4.2.6), so readers of a renamed set know it for the same.
  const [first = dataset.id] = formerNames(dataset.passport);
  const url = `${portal.site}/dataset/${dataset.id}/`;
  const changes = changesOf(dataset);
  return renderAtom({
    id: portal.iriBase + pathOf(first),
    url: portal.site + pathOf(dataset.id),
    home: url,
    title: `${portal.title}: ${dataset.title.uk}`,
    author: dataset.publisher.title,
    updated: zoned(dataset.modified ?? never),
    entries: changes.slice(0, entries).map(({ kind, date, withdrawn, note, commit }) => ({
      id: `${dataset.iri}#${commit ?? `${kind}-${withdrawn}`}`,
      url,
      title: `${kindWords[kind]}: ${dataset.title.uk}`,
      summary:
        withdrawn === undefined
          ? note
          : speech.t("dataset.withdrawn", { date: speech.date(withdrawn), reason: ended(note) }),
      updated: zoned(date),
    })),
  });
}

/** The newest changes of every set. */
export const feedOfAll = (catalogue: Catalogue): string =>
  renderDatasets(catalogue, catalogue.datasets, {
    path: "/feeds/datasets.atom",
    home: "/datasets/",
    title: `${catalogue.portal.title}: зміни наборів`,
  });

/** The newest changes of a publisher's sets. */
export const feedOfPublisher = (
  catalogue: Catalogue,
  { id, title }: Catalogue["publishers"][number],
): string =>
  renderDatasets(
    catalogue,
    catalogue.datasets.filter(({ publisher }) => publisher.id === id),
    {
      path: `/feeds/publisher/${id}.atom`,
      home: `/publisher/${id}/`,
      title: `${catalogue.portal.title}: ${title}`,
    },
  );

/** The newest changes of a theme's sets. */
export const feedOfTheme = (
  catalogue: Catalogue,
  theme: Catalogue["themes"][number]["theme"],
): string =>
  renderDatasets(
    catalogue,
    catalogue.datasets.filter((dataset) => dataset.themes.includes(theme)),
    {
      path: `/feeds/theme/${theme.toLowerCase()}.atom`,
      home: `/theme/${theme.toLowerCase()}/`,
      title: `${catalogue.portal.title}: ${themes[theme].uk}`,
    },
  );
