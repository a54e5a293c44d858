import type { DatasetDescriptor } from "../schemas/dataset.ts";
import type { PortalDescriptor } from "../schemas/portal.ts";
import type { PublisherDescriptor } from "../schemas/publisher.ts";
import type { Field } from "../schemas/table-schema.ts";
import type { FileType } from "../vocabularies/file-types.ts";
import type { Frequency } from "../vocabularies/frequencies.ts";
import type { Licence } from "../vocabularies/licences.ts";
import type { Theme } from "../vocabularies/themes.ts";
import type { Finding } from "./finding.ts";
import type { ContentNode } from "./repository.ts";
import type { ColumnProfile } from "./table.ts";

/** A text in Ukrainian and, where someone wrote it, in English. */
export type Localised = { uk: string; en?: string };

export type Publisher = PublisherDescriptor & { id: string; iri: string; name: Localised };

/** Is a set up to date by the national portal's rule; `due` is the last day it still was or will be. */
export type Freshness =
  | { state: "current" | "overdue"; due: string }
  | { state: "closed" | "unknown" | "withdrawn" };

export type Column = { field: Field; title: Localised; profile: ColumnProfile };

/** A table's shape and its first rows, for the page. */
export type TablePreview = {
  rows: number;
  /** Records above the data: the names, and the titles where the file repeats them. */
  headerRows: number;
  columns: Column[];
  first: string[][];
};

export type Resource = {
  name: string;
  iri: string;
  title: Localised;
  description?: Localised;
  /** Path on this site, from its root; absent for files that stay elsewhere. */
  path?: string;
  /** Address to download from, absolute; absent where only a page is known. */
  url?: string;
  /** Page that leads to the file, absolute. */
  page: string;
  /** Path in the tree of a file that lies here. */
  file?: string;
  format?: FileType;
  bytes?: number;
  sha256?: string;
  /** ISO date-time or date, as known. */
  modified?: string;
  /** Id of the official structure the table follows. */
  structure?: string;
  schema?: DatasetDescriptor["resources"][number]["schema"];
  table?: TablePreview;
};

export type Chart = {
  dataset: string;
  name: string;
  title: Localised;
  kind: "bar" | "line";
  unit?: Localised;
  x: string;
  labels: string[];
  series: { title: Localised; values: (number | null)[] }[];
};

export type Dataset = {
  id: string;
  iri: string;
  identifier: string;
  aliases: string[];
  title: Localised;
  description?: Localised;
  keywords: { uk: string[]; en: string[] };
  publisher: Publisher;
  themes: Theme[];
  frequency?: Frequency;
  freshness: Freshness;
  licence?: Licence;
  places: PortalDescriptor["places"];
  formats: FileType[];
  /** ISO date-times. */
  issued: string;
  modified: string;
  resources: Resource[];
  charts: Chart[];
  history: { hash: string; date: string; subject: string }[];
  warnings: Finding[];
  news: string[];
  related: string[];
  passport: DatasetDescriptor;
};

export type News = {
  slug: string;
  file: string;
  title: Localised;
  description: Localised;
  date: string;
  datasets: string[];
  nodes: ContentNode[];
};

/** Sorted, counted, cross-linked once, for every output. */
export type Catalogue = {
  portal: PortalDescriptor;
  publisher: Publisher;
  /** By Ukrainian title. */
  datasets: Dataset[];
  publishers: (Publisher & { datasets: string[] })[];
  themes: { theme: Theme; datasets: string[] }[];
  /** Newest first. */
  news: News[];
  counts: { datasets: number; files: number; publishers: number; rows: number; overdue: number };
  modified: string;
};
