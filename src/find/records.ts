import { type Catalogue, type Dataset, type Localised, published } from "../model/catalogue.ts";
import type { DatasetSource } from "../model/repository.ts";
import { counted, type Table } from "../model/table.ts";
import { roleOf } from "../table/column/role/role.ts";
import { themes } from "../vocabularies/dcat/themes.ts";
import { keysOf } from "./keys.ts";
import { normaliseWord, wordsIn, wordsOf } from "./words.ts";

type SearchKind = "dataset" | "news" | "publisher" | "page" | "rows";

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

/** Keys of the words met in descriptions: those of a thousand sets are mostly the same. No catalogue has so many that they are a burden. */
const keysOfWords = new Map<string, readonly string[]>();

const keysOfTexts = (texts: (string | undefined)[]): string[] =>
  wordsOf(texts.filter((text) => text !== undefined).join(" ")).flatMap((word) => {
    const keys = keysOfWords.get(word) ?? keysOf(word);
    keysOfWords.set(word, keys);
    return keys;
  });

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
        field.name,
        field.description ?? "",
      ]) ?? []),
    ]),
  ];
}

/** Words of a table's cells that are kept for the search, at most. */
const mostCellKeys = 1500;

/** Keys of the words in some columns of a table, without repetition. */
function wordKeys(table: Table, columns: readonly number[]): string[] {
  const keys = new Set<string>();
  const seen = new Set<string>();
  // Addresses of one street differ by numbers: each of its words is brought to its keys once.
  const met = new Set<string>();
  for (const { cells } of table.rows) {
    for (const at of columns) {
      const cell = cells[at] ?? "";
      if (seen.has(cell)) continue;
      seen.add(cell);
      for (const written of wordsIn(cell)) {
        if (met.has(written)) continue;
        met.add(written);
        const word = normaliseWord(written);
        if (word.length > 2 && !/\d/.test(word)) for (const key of keysOf(word)) keys.add(key);
      }
    }
    if (keys.size > mostCellKeys) break;
  }
  return [...keys];
}

/**
 * The words in a table's cells: streets, kinds, names of things; of columns of people nothing, nor of long texts that
 * differ in every row. A reader who looks for a street learns which tables have it.
 */
function rowRecords(source: DatasetSource, dataset: Dataset): SearchRecord[] {
  return source.tables.flatMap(({ table, report, resource: index }): SearchRecord[] => {
    const resource = dataset.resources.find(
      ({ name }) => name === source.value.resources[index]?.name,
    );
    if (!table || !resource?.table) return [];
    const columns = report.columns.flatMap(({ field, title, type, personal, profile }, at) => {
      const described = resource.table?.columns.find((column) => column.field.name === field);
      const role = roleOf(field, title);
      const people = personal.length > 0 || described?.field.personal || hidden.has(role ?? "");
      const told = profile.distinct <= 60 || role === "address" || profile.distinct < profile.count;
      return type === "string" && !people && told ? [at] : [];
    });
    const keys = counted(table, ["words of columns", columns], () => wordKeys(table, columns));
    return keys.length === 0
      ? []
      : [
          {
            path: `/dataset/${dataset.id}/?table=${resource.name}`,
            kind: "rows",
            title: dataset.title,
            description: resource.title,
            keys,
          },
        ];
  });
}

/** Columns nobody looks for a word in, or should. */
const hidden = new Set([
  "person",
  "surname",
  "card",
  "birth",
  "home",
  "phone",
  "email",
  "tax-number",
  "passport",
  "iban",
  "plate",
  "hours",
]);

/** Everything worth finding, datasets first: then news, dashboards, tasks of the plan, publishers that publish something, rows of tables. */
export function toSearchRecords(
  { datasets, news, dashboards, plan, publishers }: Catalogue,
  sources: readonly DatasetSource[] = [],
): SearchRecord[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
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
    ...published({ datasets }).flatMap((dataset) => {
      const source = byId.get(dataset.id);
      return source ? rowRecords(source, dataset) : [];
    }),
  ];
}
