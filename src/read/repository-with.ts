import type { z } from "zod";
import type {
  DatasetSource,
  EntryText,
  History,
  NewsSource,
  ReadProblem,
  RegisterSources,
  Repository,
  Source,
} from "../model/repository.ts";
import type { Tree, TreeFile } from "../model/tree.ts";
import { cardSchema } from "../schemas/content/card.ts";
import { type DatasetDescriptor, datasetSchema } from "../schemas/data/dataset.ts";
import type { PinnedFile } from "../schemas/data/pinned.ts";
import { planSchema } from "../schemas/data/plan.ts";
import { type PortalDescriptor, portalSchema } from "../schemas/data/portal.ts";
import { type PublisherDescriptor, publisherSchema } from "../schemas/data/publisher.ts";
import { isRegister, registerNames, registerSchemas } from "../schemas/data/registers.ts";
import { type SeriesDescriptor, seriesSchema } from "../schemas/data/series.ts";
import { structureSchema } from "../schemas/data/structure-schema.ts";
import {
  federationSchema,
  type MemberDescriptor,
  memberSchema,
} from "../schemas/federation/member.ts";
import {
  feedbackCheckSchema,
  linksSchema,
  nationalPortalSchema,
} from "../schemas/reports/checks.ts";
import { territoryOf } from "../table/column/role/territory.ts";
import { readAudits } from "./data/audits.ts";
import { fetchedOf, readTables } from "./data/tables.ts";
import type { ReadTable } from "./disk/readings.ts";
import type { parseEntry } from "./entry/entry.ts";
import { versionProblem } from "./schema-version.ts";
import type { parseSource } from "./source.ts";
import { readTextFile } from "./text.ts";

/** Of files that lie in no repository of git. */
export const noHistory: History = { state: "absent", commits: new Map() };

/**
 * How tables, texts and entries are read: anew or with what was read before, on a disk or in a browser; and where files
 * that lie elsewhere are, once fetched.
 */
export type Readers = {
  table: ReadTable;
  source: typeof parseSource;
  entry: (
    ...text: Parameters<typeof parseEntry>
  ) => Pick<ReturnType<typeof parseEntry>, "source" | "text" | "problems">;
  fetched?: (file: PinnedFile) => TreeFile | undefined;
};

/**
 * Every file people wrote → typed values that remember their places. Broken files become problems, never exceptions.
 * Nothing here knows where it runs: who calls it brings the readers.
 */
export function readRepositoryWith(
  readers: Readers,
  tree: Tree,
  history: History = noHistory,
): Repository {
  const reader = openReader(tree, readers.source);
  const otherVersion = otherVersionOf(tree);
  if (otherVersion) reader.problems.push(otherVersion);
  const portal = reader.single("portal", portalSchema);
  const plan = reader.single("plan", planSchema);
  const card = reader.single("card", cardSchema);
  const federation = reader.single("portals", federationSchema);
  const links = reader.single("checks/links", linksSchema)?.value;
  const nationalPortal = reader.single("checks/national-portal", nationalPortalSchema)?.value;
  const feedback = reader.single("checks/feedback", feedbackCheckSchema)?.value;
  const { fetched, ...entries } = readEntries(tree, reader, portal?.value, readers);
  return {
    tree,
    fetched,
    portal: portal && withPlacesOf(entries.members, portal),
    federation,
    ...entries,
    plan,
    card,
    checks: {
      ...(links ? { links } : {}),
      ...(nationalPortal ? { nationalPortal } : {}),
      ...(feedback ? { feedback } : {}),
    },
    audits: readAudits(tree),
    problems: reader.problems,
    history,
  };
}

/** A catalogue of many hromadas knows the places each of their portals knows; of two entries of a code the own one stays. */
function withPlacesOf(
  members: Repository["members"],
  portal: Source<PortalDescriptor>,
): Source<PortalDescriptor> {
  if (members.length === 0) return portal;
  const places = [portal, ...members].flatMap(({ value }) => value.places);
  const byCode = new Map(places.reverse().map((place) => [place.code, place]));
  return { ...portal, value: { ...portal.value, places: [...byCode.values()].reverse() } };
}

/** Of a descriptor that is no text its reading tells. */
function otherVersionOf(tree: Tree): ReadProblem | undefined {
  const path = "data/portal.yaml";
  const file = tree.get(path);
  if (file?.kind !== "file") return undefined;
  const read = readTextFile(path, file);
  return "text" in read ? versionProblem(read.text) : undefined;
}

type Reader = ReturnType<typeof openReader>;

/** Reads files of a tree by their schemas and gathers what is wrong with them. */
function openReader(tree: Tree, parse: Readers["source"]) {
  const problems: ReadProblem[] = [];
  const keep = <T>(parsed: { source: T | undefined; problems: ReadProblem[] }): T | undefined => {
    for (const problem of parsed.problems) problems.push(problem);
    return parsed.source;
  };
  /** The text of a file; undefined where there is none, or where its bytes are no text: that is a problem then. */
  const textAt = (path: string): string | undefined => {
    const file = tree.get(path);
    if (file?.kind !== "file") return undefined;
    const read = readTextFile(path, file);
    if ("text" in read) return read.text;
    problems.push(read.problem);
    return undefined;
  };
  const parsed = <S extends z.ZodType>(
    id: string,
    file: string,
    text: string | undefined,
    schema: S,
  ): Source<z.infer<S>> | undefined =>
    text === undefined ? undefined : keep(parse({ id, file, text, schema }));
  /** A file of which there is one: absent, or read by its schema. */
  const single = <S extends z.ZodType>(id: string, schema: S): Source<z.infer<S>> | undefined => {
    const file = `data/${id}.yaml`;
    return parsed(id, file, textAt(file), schema);
  };
  return { problems, keep, textAt, parsed, single };
}

type Entries = Pick<
  Repository,
  | "fetched"
  | "publishers"
  | "publisherIds"
  | "members"
  | "series"
  | "datasets"
  | "datasetIds"
  | "news"
  | "dashboards"
  | "texts"
  | "registers"
>;
/** Takes a file if it is of one kind; a file in YAML comes with its text, where that could be read. */
type Taker = (path: string, text: string | undefined) => void;

/** Files of which there are many, each in the folder of its kind. */
function readEntries(
  tree: Tree,
  { keep, textAt, parsed }: Reader,
  portal: PortalDescriptor | undefined,
  readers: Readers,
): Entries {
  const registers = Object.fromEntries(
    registerNames.map((name) => [name, []]),
  ) as unknown as RegisterSources;
  const publishers: Source<PublisherDescriptor>[] = [];
  const publisherIds: string[] = [];
  const members: Source<MemberDescriptor>[] = [];
  const series: Source<SeriesDescriptor>[] = [];
  const datasets: DatasetSource[] = [];
  const datasetIds = new Set<string>();
  const fetched = new Map<string, TreeFile>();
  const news: NewsSource[] = [];
  const dashboards: NewsSource[] = [];
  const texts: EntryText[] = [];

  const publisher: Taker = (path, text) => {
    const id = /^data\/publishers\/([^/]+)\.yaml$/.exec(path)?.[1];
    if (id === undefined) return;
    // A card that cannot be read is still a publisher's: its sets are not at fault.
    publisherIds.push(id);
    const source = parsed(id, path, text, publisherSchema);
    if (source) publishers.push(source);
  };
  const registerEntry: Taker = (path, text) => {
    const [, register, id = ""] = /^data\/registers\/([^/]+)\/([^/]+)\.yaml$/.exec(path) ?? [];
    if (register === undefined || !isRegister(register)) return;
    const source = parsed(id, path, text, registerSchemas[register]);
    // The schema read is the register's own, which the type of a mixed record cannot say.
    if (source) (registers[register] as Source<unknown>[]).push(source);
  };
  const member: Taker = (path, text) => {
    const id = /^data\/portals\/([^/]+)\.yaml$/.exec(path)?.[1];
    const source = id === undefined ? undefined : parsed(id, path, text, memberSchema);
    if (source) members.push(source);
  };
  const seriesCard: Taker = (path, text) => {
    const id = /^data\/series\/([^/]+)\.yaml$/.exec(path)?.[1];
    const source = id === undefined ? undefined : parsed(id, path, text, seriesSchema);
    if (source) series.push(source);
  };
  const dataset: Taker = (path, text) => {
    const id = /^data\/datasets\/([^/]+)\//.exec(path)?.[1];
    if (id === undefined) return;
    datasetIds.add(id);
    // A folder put into itself holds no second passport: file-place tells of it.
    if (path !== `data/datasets/${id}/datapackage.yaml`) return;
    const written = parsed(id, path, text, datasetSchema);
    if (!written) return;
    const source = { ...written, value: withStructures(written.value) };
    const folder = `data/datasets/${id}`;
    const territory = territoryOf(portal, source.value.spatial);
    const elsewhere = fetchedOf(folder, source.value, readers.fetched ?? (() => undefined));
    for (const [file, entry] of elsewhere) fetched.set(file, entry);
    const files = (file: string) => tree.get(file) ?? elsewhere.get(file);
    datasets.push({
      ...source,
      folder,
      tables: readTables(files, folder, source, territory, readers.table),
    });
  };
  const page: Taker = (path) => {
    const [, kind, slug] = /^content\/(news|dashboards)\/([^/]+)\.mdx$/.exec(path) ?? [];
    const text = slug === undefined ? undefined : textAt(path);
    if (slug === undefined || text === undefined) return;
    const read = readers.entry(slug, path, text);
    const entry = keep(read);
    if (entry) (kind === "news" ? news : dashboards).push(entry);
    if (read.text) texts.push(read.text);
  };

  for (const path of tree.keys()) {
    const isSingle = /^data\/(?:checks\/)?[^/]+\.yaml$/.test(path);
    const text = path.endsWith(".yaml") && !isSingle ? textAt(path) : undefined;
    for (const take of [publisher, registerEntry, member, seriesCard, dataset, page])
      take(path, text);
  }
  return {
    fetched,
    publishers,
    publisherIds,
    members,
    series,
    datasets,
    datasetIds: [...datasetIds],
    news,
    dashboards,
    texts,
    registers,
  };
}

/** A resource of an official structure has its columns, unless the descriptor gives its own. */
function withStructures(value: DatasetDescriptor): DatasetDescriptor {
  const resources = value.resources.map((resource) => {
    const schema = resource.schema ?? (resource.structure && structureSchema(resource.structure));
    return schema ? { ...resource, schema } : resource;
  });
  return { ...value, resources };
}
