import { measureAudit } from "../../catalogue/measures/plan/audit.ts";
import type { Catalogue } from "../../model/catalogue.ts";
import { listLine } from "../../model/csv.ts";

const columns = ["uid", "title", "description", "publicInterest", "format", "resource"] as const;

/** What the audit of a year found to open next: a line for each asset, columns by the names of Annex 17. */
export const renderBacklogCsv = (catalogue: Catalogue, year: number): string =>
  [
    ["publisher", "publisherTitle", ...columns],
    ...measureAudit(catalogue, year).flatMap(({ publisher, backlog }) =>
      backlog.map((asset) => [
        publisher,
        catalogue.publishers.find(({ id }) => id === publisher)?.title ?? publisher,
        ...columns.map((column) => asset[column] ?? ""),
      ]),
    ),
  ]
    .map(listLine)
    .join("");
