import type { CardDescriptor } from "../schemas/content/card.ts";
import type { NewsHead } from "../schemas/content/news.ts";
import type { DatasetDescriptor } from "../schemas/data/dataset.ts";
import type { PlanDescriptor } from "../schemas/data/plan.ts";
import type { PortalDescriptor } from "../schemas/data/portal.ts";
import type { PublisherDescriptor } from "../schemas/data/publisher.ts";
import type { RegisterEntry, RegisterName } from "../schemas/data/registers.ts";
import type { SeriesDescriptor } from "../schemas/data/series.ts";
import type { Federation, MemberDescriptor } from "../schemas/federation/member.ts";
import type { FeedbackCheck, LinksCheck, NationalPortalCheck } from "../schemas/reports/checks.ts";
import type { Audit } from "./audit.ts";
import type { Place } from "./reports/finding.ts";
import type { Table, TableSubject } from "./table.ts";
import type { Tree } from "./tree.ts";

/** A value that remembers where each of its parts was written. */
export type Source<T> = {
  id: string;
  file: string;
  value: T;
  /** Place of a part: ["resources", 0, "path"]; of the nearest written parent where the part is absent. */
  placeOf(path?: readonly PropertyKey[]): Place;
};

/** What kept a file people wrote from being understood; rules turn it into words. */
export type ReadProblem =
  | { code: "yaml"; place: Place; reason: string }
  | ({ code: "text"; place: Place } & (
      | { what: "binary" | "lfs" | "broken" | "conflict" | "long" }
      | { what: "encoding"; encoding: string }
      | { what: "control"; point: number }
    ))
  /** The portal is described by another version of the schemas than the engine reads. */
  | { code: "schema-version"; place: Place; written: number; read: number }
  | { code: "unknown-key"; place: Place; key: string; known: string[] }
  | { code: "missing-value"; place: Place; key: string }
  | { code: "wrong-value"; place: Place; key: string; value: unknown; expected: string };

/** A table of the repository; its rows are absent where reading stopped, or where they are too many to be held. */
export type TableFile = TableSubject & {
  /** Which of the descriptor's resources. */
  resource: number;
  table: Table | undefined;
  /** The first rows of a table whose rows are too many. */
  beginning?: Table;
  /** Of its bytes. */
  sha256: string;
};

export type DatasetSource = Source<DatasetDescriptor> & { folder: string; tables: TableFile[] };

/** One thing in the body of an MDX entry that is more than text. */
export type ContentNode =
  | { kind: "component"; name: string; attributes: Record<string, string>; line: number }
  | { kind: "link"; url: string; line: number }
  | { kind: "forbidden"; what: string; line: number };

export type NewsSource = Source<NewsHead> & { nodes: ContentNode[] };

/** The text of news or of a dashboard, and what it is made of: judged also where its head lacks something. */
export type EntryText = Pick<NewsSource, "file" | "nodes">;

/** One commit that touched a file. `time` is seconds since 1970. */
export type Commit = { hash: string; time: number; subject: string };

/** What git knows: commits per path, newest first, for every path that ever existed. */
export type History = {
  state: "complete" | "shallow" | "absent";
  commits: ReadonlyMap<string, Commit[]>;
  /** Of a file, the commit that last changed each part of what it says; undefined where the last commit changed all. */
  said?: (path: string) => Readonly<Record<string, Commit>> | undefined;
};

/** Entries of each register, by file name. */
export type RegisterSources = { [N in RegisterName]: Source<RegisterEntry<N>>[] };

/** What commands saw outside the repository, last time they looked; absent where they never did. */
export type Checks = {
  links?: LinksCheck;
  nationalPortal?: NationalPortalCheck;
  feedback?: FeedbackCheck;
};

/** Everything people wrote, read and placed: the input of every rule. */
export type Repository = {
  /** yyyy-mm-dd: the day it is judged on; absent where nobody said. */
  today?: string;
  tree: Tree;
  /** Files that lie elsewhere and were fetched, as passports pin them: by the set's folder and the file's address. */
  fetched: Tree;
  portal: Source<PortalDescriptor> | undefined;
  publishers: Source<PublisherDescriptor>[];
  /** Ids of all publisher files, also of those that could not be understood. */
  publisherIds: string[];
  /** The list of portals a catalogue of many is made of. */
  federation: Source<Federation> | undefined;
  /** Portals of other hromadas whose sets are shown here. */
  members: Source<MemberDescriptor>[];
  series: Source<SeriesDescriptor>[];
  datasets: DatasetSource[];
  datasetIds: string[];
  news: NewsSource[];
  /** content/dashboards: written as news are. */
  dashboards: NewsSource[];
  /** Texts of both, also of those whose heads could not be understood. */
  texts: EntryText[];
  plan: Source<PlanDescriptor> | undefined;
  card: Source<CardDescriptor> | undefined;
  checks: Checks;
  registers: RegisterSources;
  audits: Audit[];
  problems: ReadProblem[];
  history: History;
};
