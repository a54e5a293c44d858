import type { Catalogue, Dataset, Localised } from "../model/catalogue.ts";
import { themes } from "../vocabularies/themes.ts";
import { keysOf } from "./keys.ts";
import { wordsOf } from "./words.ts";

export type SearchKind = "dataset" | "news" | "publisher" | "page";

/** One thing the search can find; `keys` of its words, in order and with repeats, are what is indexed. */
export type SearchRecord = {
  path: string;
  kind: SearchKind;
  title: Localised;
  description: Localised;
  keys: string[];
};

/** Closes a key so that a prefix search cannot widen it: no Ukrainian key ends in ъ. */
export const closeKey = (key: string): string => `${key}ъ`;

const keysOfTexts = (texts: (string | undefined)[]): string[] =>
  wordsOf(texts.filter((text) => text !== undefined).join(" ")).flatMap(keysOf);

const both = ({ uk, en }: Localised): string => `${uk} ${en ?? ""}`;

function datasetText(dataset: Dataset): string[] {
  const { passport } = dataset;
  return [
    // The title counts thrice: a word of the name says more about a set than a word of a column.
    ...Array<string>(3).fill(both(dataset.title)),
    ...dataset.keywords.uk,
    ...dataset.keywords.en,
    dataset.description ? both(dataset.description) : "",
    passport.purpose ?? "",
    dataset.publisher.title,
    ...dataset.themes.flatMap((theme) => [themes[theme].uk, themes[theme].en]),
    ...dataset.resources.flatMap((resource) => [
      both(resource.title),
      resource.description?.uk ?? "",
      ...(resource.table?.columns.flatMap(({ field, title }) => [
        both(title),
        field.description ?? "",
      ]) ?? []),
    ]),
  ];
}

/** Everything worth finding: datasets, news, dashboards, tasks of the plan, publishers that publish something. */
export function toSearchRecords({
  datasets,
  news,
  dashboards,
  plan,
  publishers,
}: Catalogue): SearchRecord[] {
  return [
    ...datasets.map((dataset) => ({
      path: `/dataset/${dataset.id}/`,
      kind: "dataset" as const,
      title: dataset.title,
      description: dataset.description ?? { uk: dataset.publisher.title },
      keys: keysOfTexts(datasetText(dataset)),
    })),
    ...news.map((entry) => ({
      path: `/news/${entry.slug}/`,
      kind: "news" as const,
      title: entry.title,
      description: entry.description,
      keys: keysOfTexts([both(entry.title), both(entry.title), both(entry.description)]),
    })),
    ...dashboards.map((entry) => ({
      path: `/dashboards/${entry.slug}/`,
      kind: "page" as const,
      title: entry.title,
      description: entry.description,
      keys: keysOfTexts([both(entry.title), both(entry.description)]),
    })),
    ...(plan?.tasks ?? []).map(({ number, title, kpi }) => ({
      path: `/plan/${number}/`,
      kind: "page" as const,
      title: { uk: `План дій, ${number}. ${title}` },
      description: { uk: kpi },
      keys: keysOfTexts(["План дій", title]),
    })),
    ...publishers
      .filter((publisher) => publisher.datasets.length > 0)
      .map((publisher) => ({
        path: `/publisher/${publisher.id}/`,
        kind: "publisher" as const,
        title: publisher.name,
        description: {
          uk: publisher.edrpou ? `ЄДРПОУ ${publisher.edrpou}` : "Розпорядник інформації",
        },
        keys: keysOfTexts([both(publisher.name), publisher.edrpou]),
      })),
  ];
}
