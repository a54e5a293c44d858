import type { AuditAsset } from "../../../model/audit.ts";
import type { Catalogue } from "../../../model/catalogue.ts";

export type AuditLine = {
  publisher: string;
  assets: number;
  published: number;
  /** Closed whole: every field is restricted. */
  closed: number;
  /** What exists, is asked for and is not published: the assets to open next. */
  backlog: AuditAsset[];
};

const nothing = new Set([
  "",
  "null",
  "-",
  "немає",
  "відсутня",
  "відсутні",
  "ні",
  "не запитувалась",
  "не запитувалася",
  "ніколи",
  "0",
]);
const whole = new Set(["всі", "усі", "всі поля", "усі поля", "all"]);
const says = (asset: AuditAsset, column: string): string =>
  (asset[column] ?? "").trim().toLowerCase();

const isPublished = (asset: AuditAsset): boolean => !nothing.has(says(asset, "url"));
const isClosed = (asset: AuditAsset): boolean => whole.has(says(asset, "restrictedFields"));
const isWanted = (asset: AuditAsset): boolean => !nothing.has(says(asset, "publicInterest"));

/** Years that were audited, the latest first. */
export const auditYears = ({ audits }: Catalogue): number[] =>
  [...new Set(audits.map(({ year }) => year))].sort((a, b) => b - a);

/** The audit of a year, by publisher in the order of names: totals and what to publish next (task 5.1). */
export const measureAudit = ({ audits }: Catalogue, year: number): AuditLine[] =>
  audits
    .filter((audit) => audit.year === year)
    .map(({ publisher, assets }) => ({
      publisher,
      assets: assets.length,
      published: assets.filter(isPublished).length,
      closed: assets.filter((asset) => !isPublished(asset) && isClosed(asset)).length,
      backlog: assets.filter((asset) => !isPublished(asset) && !isClosed(asset) && isWanted(asset)),
    }))
    .sort((a, b) => (a.publisher < b.publisher ? -1 : 1));
