import {
  type Change,
  type Dataset,
  localised,
  type Publisher,
  type Resource,
  type TablePreview,
} from "../model/catalogue.ts";
import type { Finding } from "../model/reports/finding.ts";
import type { Commit, DatasetSource, Repository, TableFile } from "../model/repository.ts";
import { counted, type Table, type TableReport } from "../model/table.ts";
import { type DatasetDescriptor, formerNames } from "../schemas/data/dataset.ts";
import { identifierOf, iriOf } from "../schemas/data/identity.ts";
import { pinnedFile } from "../schemas/data/pinned.ts";
import type { PortalDescriptor } from "../schemas/data/portal.ts";
import type { TableSchema } from "../schemas/data/table-schema.ts";
import { buildChart } from "../table/charts/chart.ts";
import { sha256 } from "../table/sha256.ts";
import { fileTypeOf, isFileType } from "../vocabularies/dcat/file-types.ts";
import { isFrequency } from "../vocabularies/dcat/frequencies.ts";
import { statedLicence } from "../vocabularies/dcat/licences.ts";
import { isTheme } from "../vocabularies/dcat/themes.ts";
import { isGenerated } from "../vocabularies/portal-files.ts";
import { notedIn, saidOf, withdrawnIn } from "./history/said.ts";
import { freshnessOf } from "./measures/quality/freshness.ts";
import { hasCome, momentBy } from "./values.ts";

const previewRows = 20;

export type Context = {
  repository: Repository;
  portal: PortalDescriptor;
  publishers: ReadonlyMap<string, Publisher>;
  /** What rules found, by the dataset's folder. */
  warnings: ReadonlyMap<string, Finding[]>;
  changes: ReadonlyMap<string, Change[]>;
  /** yyyy-mm-dd: the day the portal is built for. */
  today: string;
};

export function buildDataset(source: DatasetSource, context: Context): Dataset {
  const { portal, publishers } = context;
  const { id, folder, value: passport } = source;
  const publisher = publishers.get(passport.publisher);
  if (!publisher) throw new Error(`Dataset "${id}" names a publisher without a file.`);
  const resources = passport.resources.map((_, index) => buildResource(source, index, context));
  const changed = latest(resources.flatMap(({ modified }) => modified ?? []));
  const moments = momentsOf(source, changed, context);
  const frequency = frequencyOf(passport);
  // The portal's own is no answer for a set that says nothing: it came from elsewhere, with terms nobody knows.
  const licence = statedLicence(passport.licenses[0]);
  const temporal = periodOf(passport);
  return {
    id,
    iri: iriOf(source, portal),
    identifier: identifierOf(source),
    aliases: passport.aliases,
    title: localised(passport.title, passport.en?.title),
    ...(passport.description
      ? { description: localised(passport.description, passport.en?.description) }
      : {}),
    keywords: { uk: passport.keywords, en: passport.en?.keywords ?? [] },
    publisher,
    ...homeOf(passport, context.repository),
    contact: contactOf(passport, publisher, portal),
    themes: passport.themes.filter(isTheme),
    ...(frequency ? { frequency } : {}),
    freshness: stateOf(passport, changed, moments.modified, context.today),
    ...(licence ? { licence } : {}),
    ...(temporal ? { temporal } : {}),
    ...(passport.series === undefined ? {} : { series: passport.series }),
    ...successorOf(passport, context),
    places: portal.places.filter(({ code }) => passport.spatial.includes(code)),
    formats: [...new Set(resources.flatMap(({ format }) => format ?? []))].sort(),
    ...moments,
    resources,
    charts: chartsOf(source),
    history: historyOf(source, context),
    warnings: context.warnings.get(folder) ?? [],
    passport,
  };
}

function successorOf(
  { withdrawn }: DatasetDescriptor,
  { repository, portal }: Context,
): Pick<Dataset, "replacedBy"> {
  const heir = repository.datasets.find(({ id }) => id === withdrawn?.successor);
  return heir ? { replacedBy: iriOf(heir, portal) } : {};
}

function homeOf(
  { home, importedFrom }: DatasetDescriptor,
  { members }: Repository,
): Pick<Dataset, "home"> {
  const member = members.find(({ id }) => id === home?.portal)?.value;
  if (!member || importedFrom === undefined) return {};
  const { title, en, unreachable } = member;
  return {
    home: {
      portal: home?.portal ?? "",
      name: localised(title, en?.title),
      page: importedFrom,
      ...(unreachable ? { unreachable: unreachable.since } : {}),
    },
  };
}

const frequencyOf = ({ frequency }: DatasetDescriptor): Dataset["frequency"] =>
  frequency !== undefined && isFrequency(frequency) ? frequency : undefined;

/** Is the set up to date? Of one that was imported without a word of when it changed, nobody knows. */
function stateOf(
  passport: DatasetDescriptor,
  changed: string | undefined,
  modified: string | undefined,
  today: string,
): Dataset["freshness"] {
  if (passport.status === "withdrawn") return { state: "withdrawn" };
  const dated =
    !passport.importedFrom || changed || (passport.modified && hasCome(passport.modified, today));
  return freshnessOf(frequencyOf(passport), dated ? modified : undefined, today);
}

/** The time the data are of; a day they hold for is a period of one day. */
function periodOf({ temporal, validAsOf }: DatasetDescriptor): Dataset["temporal"] {
  if (!temporal) return validAsOf ? { start: validAsOf, end: validAsOf } : undefined;
  return { start: temporal.start, ...(temporal.end ? { end: temporal.end } : {}) };
}

/** Whom to ask: the set's own mailbox and unit, else the publisher's, else the portal's. */
function contactOf(
  { contact }: DatasetDescriptor,
  publisher: Publisher,
  portal: PortalDescriptor,
): Dataset["contact"] {
  const unit = contact?.unit;
  return {
    email: contact?.email ?? publisher.email ?? portal.contact.email,
    name: unit === undefined ? publisher.name : { uk: unit },
  };
}

/** When a file that is in no commit changed: today, or, where there is no history at all, nobody knows when. */
const uncommittedMoment = ({ history }: Repository, today: string): string | undefined =>
  history.state === "absent" ? undefined : `${today}T00:00:00Z`;

/** Moments that are known. */
const withoutUnknown = <K extends string>(
  moments: Record<K, string | undefined>,
): { [N in K]?: string } =>
  Object.fromEntries(Object.entries(moments).filter(([, moment]) => moment !== undefined)) as {
    [N in K]?: string;
  };

const latest = (moments: readonly string[]): string | undefined => [...moments].sort().at(-1);

/** When a dataset came out, when its data changed last, when what is said of it did, what a CKAN package says, and its standing. */
function momentsOf(
  source: DatasetSource,
  changed: string | undefined,
  { repository, portal, today }: Context,
): Pick<Dataset, "issued" | "modified" | "described" | "packaged" | "withdrawnAt"> {
  const { folder, value: passport } = source;
  const come = (moment: string | undefined) =>
    moment !== undefined && hasCome(moment, today) ? moment : undefined;
  const dayOf = (commit: Commit | undefined) => (commit ? momentBy(commit, today) : fallback);
  const commitsOf = (path: string) => repository.history.commits.get(path) ?? [];
  const fallback = uncommittedMoment(repository, today);
  const last = commitsOf(`${folder}/datapackage.yaml`)[0];
  const first = foldersOf(source)
    .flatMap((name) => commitsOf(`${name}/datapackage.yaml`))
    .at(-1);
  const { described, packaged } = saidOf(source, portal, repository.history);
  const newest = (commits: readonly (Commit | undefined)[]) =>
    latest(commits.flatMap((commit) => dayOf(commit) ?? []));
  return withoutUnknown({
    issued: come(passport.issued) ?? dayOf(first),
    modified: come(passport.modified) ?? changed ?? dayOf(last),
    described: newest(described),
    packaged: newest(packaged),
    withdrawnAt: passport.withdrawn && newest([withdrawnIn(repository.history, folder)]),
  });
}

/** The folder a set lies in, and those it lay in before, the latest first. */
const foldersOf = ({ folder, value }: DatasetSource): string[] => [
  folder,
  ...formerNames(value)
    .map((name) => `data/datasets/${name}`)
    .reverse(),
];

/** Commits that touched the set, under whatever name, each once; the one that brought a version's words has them. */
function historyOf(source: DatasetSource, { changes, repository }: Context): Change[] {
  const { folder, value } = source;
  const all = foldersOf(source).flatMap((one) => changes.get(one.split("/").at(-1) ?? "") ?? []);
  const own = all.filter(({ hash }, index) => all.findIndex((one) => one.hash === hash) === index);
  const { versionNotes, en } = value;
  if (versionNotes === undefined) return own;
  const noted = notedIn(repository.history, folder)?.hash;
  return own.map((change) =>
    change.hash === noted ? { ...change, note: localised(versionNotes, en?.versionNotes) } : change,
  );
}

const chartsOf = ({ id, value: passport, tables }: DatasetSource): Dataset["charts"] =>
  passport.charts.flatMap((chart) => {
    const index = passport.resources.findIndex(({ name }) => name === chart.resource);
    const { table, schema } = tables.find(({ resource }) => resource === index) ?? {};
    if (!table || !schema) return [];
    return [counted(table, ["chart", id, chart], () => buildChart(id, chart, table, schema))];
  });

/** What is said of a resource, wherever its file lies. */
type ResourceBase = Pick<
  Resource,
  "name" | "iri" | "title" | "description" | "structure" | "schema"
>;

function buildResource(source: DatasetSource, index: number, context: Context): Resource {
  const { portal } = context;
  const { id, value: passport } = source;
  const resource = passport.resources[index];
  if (!resource) throw new Error(`Dataset "${id}" has no resource ${index}.`);
  const landing = `${portal.site}/dataset/${id}/`;
  const read = source.tables.find((table) => table.resource === index);
  const base: ResourceBase = {
    name: resource.name,
    iri: `${iriOf(source, portal)}/${resource.name}`,
    title: localised(resource.title, resource.en?.title),
    ...(resource.description
      ? { description: localised(resource.description, resource.en?.description) }
      : {}),
    ...(resource.structure === undefined ? {} : { structure: resource.structure }),
    ...(resource.schema ? { schema: resource.schema } : {}),
  };
  const path = resource.path;
  if (path !== undefined && isGenerated(path)) {
    const format = fileTypeOf(path);
    const made = { ...base, path, url: portal.site + path, page: landing, generated: path };
    return format ? { ...made, format } : made;
  }
  if (path === undefined || /^https?:/.test(path))
    return elsewhere(
      base,
      resource,
      resource.page ?? passport.importedFrom ?? landing,
      read,
      context,
    );
  const { aliases = [] } = resource;
  return {
    ...ownFile(base, path, source, read, context),
    ...(aliases.length > 0 ? { aliases } : {}),
  };
}

/** A resource whose file another site keeps, or nobody; where its content is pinned and was fetched, its table was read. */
function elsewhere(
  base: ResourceBase,
  { path, format: written, bytes, modified, ...rest }: DatasetDescriptor["resources"][number],
  page: string,
  read: TableFile | undefined,
  { today }: Context,
): Resource {
  const format = written ?? (path ? fileTypeOf(path) : undefined);
  const pinned = pinnedFile({ path, bytes, ...rest });
  return {
    ...base,
    ...(path ? { url: path } : {}),
    page,
    ...(format && isFileType(format) ? { format } : {}),
    ...(bytes === undefined ? {} : { bytes }),
    ...(pinned ? { sha256: pinned.sha256 } : {}),
    ...(modified && hasCome(modified, today) ? { modified } : {}),
    ...tableOf(read),
  };
}

/** The shape of a table that was read and is described. */
function tableOf(read: TableFile | undefined): Pick<Resource, "table"> {
  const rows = read?.table ?? read?.beginning;
  return read?.schema && rows ? { table: previewOf(rows, read.schema, read.report) } : {};
}

/** A resource whose file lies in the dataset's folder. */
function ownFile(
  base: ResourceBase,
  path: string,
  { id, folder }: DatasetSource,
  read: TableFile | undefined,
  { repository, portal, today }: Context,
): Resource {
  const file = `${folder}/${path}`;
  const entry = repository.tree.get(file);
  if (!entry) throw new Error(`Dataset "${id}" names a file that is not there: ${path}.`);
  const format = fileTypeOf(path);
  const commit = repository.history.commits.get(file)?.[0];
  return {
    ...base,
    path: `/dataset/${id}/${path}`,
    url: `${portal.site}/dataset/${id}/${path}`,
    page: `${portal.site}/dataset/${id}/`,
    file,
    ...(format ? { format } : {}),
    ...(read ? { bytes: entry.size, sha256: read.sha256 } : fingerprint(entry.bytes())),
    ...withoutUnknown({
      modified: commit ? momentBy(commit, today) : uncommittedMoment(repository, today),
    }),
    ...tableOf(read),
  };
}

/** The first rows and, in the file's order, every column the structure describes. */
export function previewOf(table: Table, schema: TableSchema, report: TableReport): TablePreview {
  return {
    rows: report.rows,
    headerRows: report.header.length,
    first: counted(table, ["first", previewRows], () =>
      table.rows.slice(0, previewRows).map(({ cells }) => cells),
    ),
    columns: report.columns.flatMap(({ field: name, profile }) => {
      const field = schema.fields.find((candidate) => candidate.name === name);
      return field ? [{ field, title: localised(field.title, field.en?.title), profile }] : [];
    }),
  };
}

export const fingerprint = (bytes: Uint8Array) => ({
  bytes: bytes.length,
  sha256: sha256(bytes),
});
