import type { Catalogue, Dataset } from "../../model/catalogue.ts";
import { listLine } from "../../model/csv.ts";

/** One dataset in a line, for lists that programs read. */
const toListItem =
  ({ portal, members }: Catalogue) =>
  (dataset: Dataset) => ({
    id: dataset.id,
    iri: dataset.iri,
    identifier: dataset.identifier,
    title: dataset.title.uk,
    titleEn: dataset.title.en ?? "",
    status: dataset.passport.status,
    publisher: dataset.publisher.id,
    publisherTitle: dataset.publisher.title,
    themes: dataset.themes,
    keywords: dataset.keywords.uk,
    formats: dataset.formats,
    frequency: dataset.frequency ?? "",
    freshness: dataset.freshness.state,
    issued: dataset.issued ?? "",
    modified: dataset.modified ?? "",
    licence: dataset.licence?.id ?? dataset.licence?.path ?? "",
    ...(members.length > 0
      ? { portal: dataset.home?.portal ?? "", homePage: dataset.home?.page ?? "" }
      : {}),
    page: `${portal.site}/dataset/${dataset.id}/`,
    files: dataset.resources.flatMap(({ url }) => url ?? []),
  });

export const renderDatasetsJson = (catalogue: Catalogue): string =>
  `${JSON.stringify({ title: catalogue.portal.title, modified: catalogue.modified, datasets: catalogue.datasets.map(toListItem(catalogue)) }, null, 1)}\n`;

/** The catalogue as a table: names of columns, then a line for each set; lists inside a cell are separated by a comma. */
export function datasetsTable(catalogue: Catalogue): string[][] {
  const items = catalogue.datasets.map(toListItem(catalogue));
  const header = Object.keys(items[0] ?? {});
  const lines = items.map((item) =>
    Object.values(item).map((value) => (Array.isArray(value) ? value.join(", ") : value)),
  );
  return [header, ...lines];
}

/** The same as a file: UTF-8, comma, LF. */
export const renderDatasetsCsv = (catalogue: Catalogue): string =>
  datasetsTable(catalogue).map(listLine).join("");
