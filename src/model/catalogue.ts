import type { CardDescriptor } from "../schemas/content/card.ts";
import type { DatasetDescriptor } from "../schemas/data/dataset.ts";
import type { PlanDescriptor } from "../schemas/data/plan.ts";
import type { PortalDescriptor } from "../schemas/data/portal.ts";
import type { PublisherDescriptor } from "../schemas/data/publisher.ts";
import type { RegisterEntry, RegisterName } from "../schemas/data/registers.ts";
import type { SeriesDescriptor } from "../schemas/data/series.ts";
import type { Field } from "../schemas/data/table-schema.ts";
import type { MemberDescriptor } from "../schemas/federation/member.ts";
import type { FileType } from "../vocabularies/dcat/file-types.ts";
import type { Frequency } from "../vocabularies/dcat/frequencies.ts";
import type { StatedLicence } from "../vocabularies/dcat/licences.ts";
import type { Theme } from "../vocabularies/dcat/themes.ts";
import type { GeneratedFile } from "../vocabularies/portal-files.ts";
import type { Audit } from "./audit.ts";
import { once } from "./once.ts";
import type { Finding } from "./reports/finding.ts";
import type { Checks, ContentNode } from "./repository.ts";
import type { ColumnProfile } from "./table.ts";

/** Another hromada's portal whose sets are shown here, with their ids. */
export type Member = MemberDescriptor & { id: string; name: Localised; datasets: string[] };

/** A text in Ukrainian and, where someone wrote it, in English. */
export type Localised = { uk: string; en?: string };

export const localised = (uk: string, en: string | undefined): Localised =>
  en === undefined ? { uk } : { uk, en };

export type Publisher = PublisherDescriptor & { id: string; iri: string; name: Localised };

/** Is a set up to date by the national portal's rule; `due` is the last day it still was or will be. */
export type Freshness =
  | { state: "current" | "overdue"; due: string }
  | { state: "closed" | "unknown" | "withdrawn" };

type Column = { field: Field; title: Localised; profile: ColumnProfile };

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
  /** Names the file had before, if it had others: what was at its addresses then is there still. */
  aliases?: readonly string[];
  /** The file the portal itself makes of the whole catalogue. */
  generated?: GeneratedFile;
  format?: FileType;
  bytes?: number;
  sha256?: string;
  /** ISO date-time or date, as known. */
  modified?: string;
  /** Id of the official structure the table follows. */
  structure?: string;
  schema?: DatasetDescriptor["resources"][number]["schema"];
  table?: TablePreview;
  /** Of a table's copies that were made: what each weighs and its sum, by format. */
  copies?: Readonly<Record<string, { bytes: number; sha256: string }>>;
};

export type Chart = {
  dataset: string;
  name: string;
  title: Localised;
  /** What a person says the chart shows; else it is counted from the numbers. */
  finding?: Localised;
  kind: "bar" | "line";
  unit?: Localised;
  /** What stands along it: the title of its column. */
  x: Localised;
  /** How its labels follow each other: points in time, none between them left out; numbers; or names. */
  scale: "time" | "number" | "names";
  labels: string[];
  series: { title: Localised; values: (number | null)[] }[];
  /** May values of a series be added up, so that they have a sum and each a share of it? */
  adds: boolean;
  /** What the chart's limit left out: how many labels there are in all, the sum of each series over them, and whether the largest stayed. */
  cut?: { labels: number; sums: (number | null)[]; largest: boolean };
  /** Names without a number in any series: they have no bar. */
  blank?: number;
  /** Rows that are on it nowhere, without a label or a number, and what each measure lacks by those without a label. */
  left?: { rows: number; sums: (number | null)[] };
  /** Years the column has only a part of: the first begins with its day or month, the last ends with it. */
  partial?: { label: string; day: string; is: "first" | "last" }[];
  /** What was made of the numbers: per cent of each label's sum, or of the first value of each series. */
  as?: "share" | "index";
  /** Other sets whose numbers stand on it too. */
  others?: string[];
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
  /** The other hromada's portal that keeps it; absent where that is this one. */
  home?: {
    portal: string;
    name: Localised;
    /** Its page there, absolute. */
    page: string;
    /** Day since which that portal has not answered. */
    unreachable?: string;
  };
  /** Who answers for the set: a service mailbox, and the unit or the publisher behind it. */
  contact: { email: string; name: Localised };
  themes: Theme[];
  frequency?: Frequency;
  freshness: Freshness;
  /** The passport's own, or the portal's for every set that names none. */
  licence?: StatedLicence;
  /** Days the data are about: the passport's period, or the day they are true for. */
  temporal?: { start: string; end?: string };
  series?: string;
  /** IRI of the set that stands in place of this withdrawn one. */
  replacedBy?: string;
  places: PortalDescriptor["places"];
  formats: FileType[];
  /** ISO date-times; none where nobody knows, as in a folder without a history. */
  issued?: string;
  /** Of the data. */
  modified?: string;
  /** Of what is said about them: the passport, the publisher's card, the portal's address and contact. */
  described?: string;
  /** Of what a CKAN package says of them. */
  packaged?: string;
  /** Since when the portal says that it was withdrawn: the day its passport names may be an earlier one. */
  withdrawnAt?: string;
  resources: Resource[];
  charts: Chart[];
  /** Newest first. */
  history: Change[];
  warnings: Finding[];
  passport: DatasetDescriptor;
};

/** One commit that changed a dataset: its passport, its files or both. */
export type Change = {
  hash: string;
  /** ISO date-time. */
  date: string;
  /** What the passport says of it (versionNotes); nothing where no words came with it. What a commit is called is not for readers. */
  note?: Localised;
  /** Names of the files it touched, datapackage.yaml for the passport. */
  files: string[];
};

/** One version of a file: the commit that brought it, its fingerprint and what changed in its table since the one before. */
export type FileVersion = {
  hash: string;
  /** ISO date-time. */
  date: string;
  bytes: number;
  sha256: string;
  /** The file's very first version. */
  first?: true;
  change?: {
    added: number;
    removed: number;
    changed: number;
    columnsAdded: string[];
    columnsRemoved: string[];
  };
  content(): Uint8Array;
};

/** Sets of single years or issues as one thing. */
export type Series = SeriesDescriptor & {
  id: string;
  iri: string;
  name: Localised;
  about: Localised;
  /** Ids of its sets, newest period first. */
  datasets: string[];
};

export type News = {
  slug: string;
  file: string;
  title: Localised;
  description: Localised;
  date: string;
  datasets: string[];
  planTasks: string[];
  nodes: ContentNode[];
};

/** An entry of a register: who wrote what, and since when it is there. */
export type Entry<N extends RegisterName> = RegisterEntry<N> & { id: string; file: string };
export type Registers = { [N in RegisterName]: Entry<N>[] };

/** A set the law's list names; `everyone` where each publisher keeps its own, not the council one for all. */
export type MandatedItem = { code: string; category: string; title: string; everyone: boolean };

/** Sorted, counted, cross-linked once, for every output. */
export type Catalogue = {
  portal: PortalDescriptor;
  publisher: Publisher;
  /** By Ukrainian title. */
  datasets: Dataset[];
  publishers: (Publisher & { datasets: string[] })[];
  themes: { theme: Theme; datasets: string[] }[];
  series: Series[];
  /** By Ukrainian title; none but in a catalogue of many hromadas. */
  members: Member[];
  /** Newest first. */
  news: News[];
  /** By Ukrainian title. */
  dashboards: News[];
  plan?: PlanDescriptor;
  card?: CardDescriptor;
  checks: Checks;
  registers: Registers;
  audits: Audit[];
  /** The list of mandated sets the plan names, in its order. */
  mandated: MandatedItem[];
  /** The day the catalogue is built for, yyyy-mm-dd: measures ask it, never the clock. */
  today: string;
  /** Withdrawn sets, the latest first: why each is not where it was, its own day, and since when the portal says so. */
  tombstones: {
    id: string;
    iri: string;
    date: string;
    published?: string;
    reason: string;
    successor?: string;
  }[];
  counts: { datasets: number; files: number; publishers: number; rows: number; overdue: number };
  /** When the newest set changed; nothing where nobody knows. */
  modified?: string;
};

/** What every dataset's files say of the portal around it. */
export type Shared = Pick<Catalogue, "portal" | "publisher"> & {
  publishers: readonly Publisher[];
  series: readonly Omit<Series, "datasets">[];
};

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

/** The same without what changes as other sets do, their lists and order: one object for all files of a catalogue. */
export const sharedOf = once(
  ({ portal, publisher, publishers, series }: Catalogue): Shared => ({
    portal,
    publisher,
    publishers: publishers.map(({ datasets: _, ...card }) => card).sort(byId),
    series: series.map(({ datasets: _, ...card }) => card).sort(byId),
  }),
);

/** The sets that readers and harvesters are shown; a withdrawn one keeps its page and nothing else. */
export const published = once(({ datasets }: Pick<Catalogue, "datasets">): readonly Dataset[] =>
  datasets.filter(({ passport }) => passport.status === "active"),
);
