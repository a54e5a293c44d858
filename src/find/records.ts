import { type Catalogue, type Dataset, type Localised, published } from "../model/catalogue.ts";
import type { DatasetSource } from "../model/repository.ts";
import { counted, type Table } from "../model/table.ts";
import { roleOf } from "../table/column/role/role.ts";
import { themes } from "../vocabularies/dcat/themes.ts";
import { mandatedTitle } from "../vocabularies/mandated.ts";
import { ownPages } from "./own-pages.ts";
import { wordsOfMandated } from "./query/everyday.ts";
import { isLittle } from "./query/parse-query.ts";
import { normaliseWord, wordsIn, wordsOf } from "./words.ts";

type SearchKind = "dataset" | "news" | "publisher" | "page" | "missing" | "rows";

/** A mandated set that nobody has published yet, and who has to. */
export type MissingSet = { code: string; title: string; publisher: string };

/** One thing the search can find; keys of its `words`, in order and with repeats, are what is indexed. */
export type SearchRecord = {
  path: string;
  kind: SearchKind;
  title: Localised;
  description: Localised;
  words: string[];
  /** Of a set that is missing: who has to publish it. */
  publisher?: string;
};

const wordsOfTexts = (texts: (string | undefined)[]): string[] =>
  wordsOf(texts.filter((text) => text !== undefined).join(" ")).filter((word) => !isLittle(word));

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
    // A set that is here is found by the everyday words that find it while it is missing.
    ...(passport.mandated ?? []).flatMap(wordsOfMandated),
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
const mostCellWords = 1500;

/** The words in some columns of a table, without repetition. */
function cellWords(table: Table, columns: readonly number[]): string[] {
  const words = new Set<string>();
  const seen = new Set<string>();
  // Addresses of one street differ by numbers: each of its words is normalised once.
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
        if (word.length > 2 && !/\d/.test(word) && !isLittle(word)) words.add(word);
      }
    }
    if (words.size > mostCellWords) break;
  }
  return [...words];
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
    const words = counted(table, ["words of columns", columns], () => cellWords(table, columns));
    return words.length === 0
      ? []
      : [
          {
            path: `/dataset/${dataset.id}/?table=${resource.name}`,
            kind: "rows",
            title: dataset.title,
            description: resource.title,
            words,
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

/** Everything worth finding, datasets first: then news, dashboards, pages of the portal's own, tasks of the plan, publishers that publish something, mandated sets that are missing, rows of tables. */
export function toSearchRecords(
  { datasets, news, dashboards, plan, publishers }: Catalogue,
  sources: readonly DatasetSource[] = [],
  missing: readonly MissingSet[] = [],
): SearchRecord[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return [
    ...datasets.map((dataset) => ({
      path: `/dataset/${dataset.id}/`,
      kind: "dataset" as const,
      title: dataset.title,
      description: dataset.description ?? { uk: dataset.publisher.title },
      words: wordsOfTexts(datasetText(dataset)),
    })),
    ...news.map((entry) => ({
      path: `/news/${entry.slug}/`,
      kind: "news" as const,
      title: entry.title,
      description: entry.description,
      words: wordsOfTexts([both(entry.title), both(entry.title), both(entry.description)]),
    })),
    ...dashboards.map((entry) => ({
      path: `/dashboards/${entry.slug}/`,
      kind: "page" as const,
      title: entry.title,
      description: entry.description,
      words: wordsOfTexts([both(entry.title), both(entry.description)]),
    })),
    ...ownPages(plan).map(({ asked, ...page }) => ({
      ...page,
      kind: "page" as const,
      words: wordsOfTexts([both(page.title), both(page.title), asked]),
    })),
    ...(plan?.tasks ?? []).map(({ number, title, kpi }) => ({
      path: `/plan/${number}/`,
      kind: "page" as const,
      title: { uk: `План дій, ${number}. ${title}` },
      description: { uk: kpi },
      words: wordsOfTexts(["План дій", title]),
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
        words: wordsOfTexts([both(publisher.name), publisher.edrpou]),
      })),
    ...missing.map((item) => {
      const { uk, en } = mandatedTitle(item);
      return {
        path: `/coverage/#${item.code}`,
        kind: "missing" as const,
        // Its English name is brought where it is shown: here it would make every answer heavier.
        title: { uk },
        description: { uk: "" },
        publisher: item.publisher,
        words: wordsOfTexts([uk, uk, en, ...wordsOfMandated(item.code)]),
      };
    }),
    ...published({ datasets }).flatMap((dataset) => {
      const source = byId.get(dataset.id);
      return source ? rowRecords(source, dataset) : [];
    }),
  ];
}
