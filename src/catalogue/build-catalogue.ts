import { createHash } from "node:crypto";
import { freshnessOf } from "../measures/freshness.ts";
import {
  type Catalogue,
  type Change,
  type Dataset,
  type Localised,
  type MandatedItem,
  type News,
  type Publisher,
  published,
  type Registers,
  type Resource,
  type Series,
  type TablePreview,
} from "../model/catalogue.ts";
import type { Finding } from "../model/finding.ts";
import type { Commit, DatasetSource, Repository } from "../model/repository.ts";
import type { Table, TableReport } from "../model/table.ts";
import type { PortalDescriptor } from "../schemas/portal.ts";
import type { TableSchema } from "../schemas/table-schema.ts";
import { readRows, readTable } from "../table/read-table.ts";
import { fileTypeOf, isFileType } from "../vocabularies/file-types.ts";
import { isFrequency } from "../vocabularies/frequencies.ts";
import { isLicence } from "../vocabularies/licences.ts";
import { type GeneratedFile, isGenerated } from "../vocabularies/portal-files.ts";
import { isTheme, type Theme, themes } from "../vocabularies/themes.ts";
import { buildChart } from "./chart.ts";

const previewRows = 20;
const relatedSets = 4;
const collator = new Intl.Collator("uk");

const momentOf = ({ time }: Commit): string =>
  new Date(time * 1000).toISOString().replace(".000Z", "Z");
const localised = (uk: string, en: string | undefined): Localised =>
  en === undefined ? { uk } : { uk, en };

type Context = {
  repository: Repository;
  portal: PortalDescriptor;
  publishers: ReadonlyMap<string, Publisher>;
  findings: readonly Finding[];
  changes: ReadonlyMap<string, Change[]>;
  /** yyyy-mm-dd: the day the portal is built for. */
  today: string;
};

/** A file the portal makes of its catalogue, rendered. */
export type Generate = (file: GeneratedFile, catalogue: Catalogue) => Uint8Array;

/**
 * A repository without errors → the catalogue that every page and every file is made from.
 * Dates come from git; a file not yet committed counts as changed today.
 */
export function buildCatalogue(
  repository: Repository,
  findings: readonly Finding[],
  today: string,
  generate: Generate,
): Catalogue {
  const portal = repository.portal?.value;
  if (!portal) throw new Error("A catalogue needs data/portal.yaml without errors.");
  const publishers = new Map<string, Publisher>(
    repository.publishers.map(({ id, value }) => [
      id,
      {
        ...value,
        id,
        iri: `${portal.iriBase}/publisher/${id}`,
        name: localised(value.title, value.en?.title),
      },
    ]),
  );
  const changes = changesByDataset(repository.history);
  const context = { repository, portal, publishers, findings, changes, today };
  const news = repository.news
    .map(toNews)
    .sort((a, b) => (a.date === b.date ? (a.slug < b.slug ? -1 : 1) : a.date < b.date ? 1 : -1));
  const datasets = repository.datasets
    .map((source) => buildDataset(source, context))
    .sort((a, b) => collator.compare(a.title.uk, b.title.uk) || (a.id < b.id ? -1 : 1));
  const shared = sharedBy(datasets);
  for (const dataset of datasets) {
    dataset.news = news
      .filter((entry) => entry.datasets.includes(dataset.id))
      .map(({ slug }) => slug);
    dataset.related = relatedTo(dataset, shared);
  }
  const owner = publishers.get(portal.publisher);
  if (!owner) throw new Error(`The portal's publisher "${portal.publisher}" has no file.`);
  const active = published({ datasets });
  const withSets = [...publishers.values()]
    .map((publisher) => ({
      ...publisher,
      datasets: datasets
        .filter((dataset) => dataset.publisher.id === publisher.id)
        .map(({ id }) => id),
    }))
    .sort((a, b) => b.datasets.length - a.datasets.length || collator.compare(a.title, b.title));
  const series = repository.series
    .map(({ id, value }): Series => {
      return {
        ...value,
        id,
        iri: `${portal.iriBase}/series/${id}`,
        name: localised(value.title, value.en?.title),
        about: localised(value.description, value.en?.description),
        datasets: active
          .filter((dataset) => dataset.series === id)
          .sort((a, b) => compare(periodOf(b), periodOf(a)) || compare(a.id, b.id))
          .map((dataset) => dataset.id),
      };
    })
    .filter((entry) => entry.datasets.length > 0);
  const catalogue: Catalogue = {
    portal,
    publisher: owner,
    datasets,
    publishers: withSets,
    themes: (Object.keys(themes) as Theme[])
      .map((theme) => ({
        theme,
        datasets: active.filter((set) => set.themes.includes(theme)).map(({ id }) => id),
      }))
      .filter((entry) => entry.datasets.length > 0),
    series,
    ...(repository.plan ? { plan: repository.plan.value } : {}),
    registers: registersOf(repository),
    audits: repository.audits,
    mandated: mandatedOf(repository),
    today,
    news,
    dashboards: repository.dashboards
      .map(toNews)
      .sort((a, b) => collator.compare(a.title.uk, b.title.uk)),
    tombstones: datasets
      .flatMap(({ id, iri, passport: { withdrawn } }) =>
        withdrawn ? [{ id, iri, ...withdrawn }] : [],
      )
      .sort((a, b) => compare(b.date, a.date) || compare(a.id, b.id))
      .map(({ successor, ...stone }) =>
        successor === undefined ? stone : { ...stone, successor },
      ),
    counts: countsOf(active),
    modified:
      datasets
        .map(({ modified }) => modified)
        .sort()
        .at(-1) ?? `${today}T00:00:00Z`,
  };
  fillGenerated(catalogue, generate, today);
  return { ...catalogue, counts: countsOf(active) };
}

const countsOf = (active: readonly Dataset[]): Catalogue["counts"] => ({
  datasets: active.length,
  files: active.reduce((sum, { resources }) => sum + resources.length, 0),
  publishers: new Set(active.map(({ publisher }) => publisher.id)).size,
  rows: active
    .flatMap(({ resources }) => resources)
    .reduce((sum, { table }) => sum + (table?.rows ?? 0), 0),
  overdue: active.filter(({ freshness }) => freshness.state === "overdue").length,
});

/** Sizes, checksums and first rows of the files the portal makes of the finished catalogue. */
function fillGenerated(catalogue: Catalogue, generate: Generate, today: string): void {
  const described = catalogue.datasets
    .map((dataset) => dataset.described)
    .sort()
    .at(-1);
  for (const dataset of catalogue.datasets) {
    for (const resource of dataset.resources) {
      const { generated, schema, format } = resource;
      if (generated === undefined) continue;
      const bytes = generate(generated, catalogue);
      Object.assign(resource, {
        ...fingerprint(bytes),
        modified: described,
        ...(schema && format === "CSV" ? { table: generatedTable(bytes, schema) } : {}),
      });
      dataset.modified = described ?? dataset.modified;
      const day = dataset.modified.slice(0, 10);
      dataset.temporal ??= { start: day, end: day };
      dataset.freshness = freshnessOf(dataset.frequency, dataset.modified, today);
    }
  }
}

const fingerprint = (bytes: Uint8Array) => ({
  bytes: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});

function generatedTable(bytes: Uint8Array, schema: TableSchema): TablePreview {
  const report = readTable(bytes, { form: "published", fields: schema.fields });
  const header = report.columns.map(({ name }) => name);
  return previewOf({ header, rows: readRows(bytes, report) }, schema, report);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const periodOf = ({ temporal, modified }: Dataset): string => temporal?.start ?? modified;

function buildDataset(source: DatasetSource, context: Context): Dataset {
  const { repository, portal, publishers, findings, today } = context;
  const { id, folder, value: passport, tables } = source;
  const publisher = publishers.get(passport.publisher);
  if (!publisher) throw new Error(`Dataset "${id}" names a publisher without a file.`);
  const iri = `${portal.iriBase}/dataset/${id}`;
  const commitsOf = (path: string) => repository.history.commits.get(path) ?? [];
  const fallback = `${today}T00:00:00Z`;
  const resources = passport.resources.map((_, index) => buildResource(source, index, context));
  const passportCommits = commitsOf(`${folder}/datapackage.yaml`);
  const first = passportCommits.at(-1);
  const changed = resources
    .map(({ modified }) => modified)
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);
  const passportChanged = passportCommits[0];
  const modified =
    passport.modified ?? changed ?? (passportChanged ? momentOf(passportChanged) : fallback);
  const licence = passport.licenses[0]?.name ?? portal.licenses[0]?.name;
  const frequency = passport.frequency;
  const known = frequency !== undefined && isFrequency(frequency) ? frequency : undefined;
  const described = [passportCommits[0], commitsOf(`data/publishers/${publisher.id}.yaml`)[0]]
    .map((commit) => (commit ? momentOf(commit) : fallback))
    .sort()
    .at(-1);
  const temporal =
    passport.temporal ??
    (passport.validAsOf ? { start: passport.validAsOf, end: passport.validAsOf } : undefined);
  const unit = passport.contact?.unit;
  return {
    id,
    iri,
    identifier: passport.identifier ?? id,
    aliases: passport.aliases,
    title: localised(passport.title, passport.en?.title),
    ...(passport.description
      ? { description: localised(passport.description, passport.en?.description) }
      : {}),
    keywords: { uk: passport.keywords, en: passport.en?.keywords ?? [] },
    publisher,
    contact: {
      email: passport.contact?.email ?? publisher.email ?? portal.contact.email,
      name: unit === undefined ? publisher.name : { uk: unit },
    },
    themes: passport.themes.filter(isTheme),
    ...(known ? { frequency: known } : {}),
    freshness:
      passport.status === "withdrawn"
        ? { state: "withdrawn" }
        : freshnessOf(
            known,
            passport.importedFrom && !passport.modified && !changed ? undefined : modified,
            today,
          ),
    ...(licence !== undefined && isLicence(licence) ? { licence } : {}),
    ...(temporal
      ? { temporal: { start: temporal.start, ...(temporal.end ? { end: temporal.end } : {}) } }
      : {}),
    ...(passport.series === undefined ? {} : { series: passport.series }),
    places: portal.places.filter(({ code }) => passport.spatial.includes(code)),
    formats: [...new Set(resources.flatMap(({ format }) => format ?? []))].sort(),
    issued: passport.issued ?? (first ? momentOf(first) : fallback),
    modified,
    described: described ?? fallback,
    resources,
    charts: passport.charts.flatMap((chart) => {
      const index = passport.resources.findIndex(({ name }) => name === chart.resource);
      const { table, schema } = tables.find(({ resource }) => resource === index) ?? {};
      return table && schema ? [buildChart(id, chart, table, schema)] : [];
    }),
    history: context.changes.get(id) ?? [],
    warnings: findings.filter(({ place }) => place.file.startsWith(`${folder}/`)),
    news: [],
    related: [],
    passport,
  };
}

const toNews = ({ id, file, value, nodes }: Repository["news"][number]): News => ({
  slug: id,
  file,
  title: localised(value.title, value.en?.title),
  description: localised(value.description, value.en?.description),
  date: value.date,
  datasets: value.datasets,
  planTasks: value.planTasks,
  nodes,
});

/** Entries of every register, by file name. */
const registersOf = ({ registers }: Repository): Registers =>
  Object.fromEntries(
    Object.entries(registers).map(([name, sources]) => [
      name,
      sources.map(({ id, file, value }) => ({ ...value, id, file })),
    ]),
  ) as unknown as Registers;

/** Rows of the table of mandated sets that the plan names. */
function mandatedOf({ plan, datasets }: Repository): MandatedItem[] {
  const list = plan?.value.mandated;
  const source = datasets.find(({ id }) => id === list?.dataset);
  const index = source?.value.resources.findIndex(({ name }) => name === list?.resource);
  const table = source?.tables.find(({ resource }) => resource === index)?.table;
  if (!table) return [];
  const [code, category, title] = ["code", "category", "title"].map((name) =>
    table.header.indexOf(name),
  );
  return table.rows.map(({ cells }) => ({
    code: cells[code ?? -1] ?? "",
    category: cells[category ?? -1] ?? "",
    title: cells[title ?? -1] ?? "",
  }));
}

/** Every commit that touched a file of a dataset's folder, by dataset, newest first; files that have gone since included. */
function changesByDataset({ commits }: Repository["history"]): Map<string, Change[]> {
  const found = new Map<string, Map<string, Change & { time: number }>>();
  for (const [path, list] of commits) {
    const [, id, file] = /^data\/datasets\/([^/]+)\/(.+)$/.exec(path) ?? [];
    if (id === undefined || file === undefined) continue;
    const changes = found.get(id) ?? new Map<string, Change & { time: number }>();
    found.set(id, changes);
    for (const commit of list) {
      const { hash, subject, time } = commit;
      const change = changes.get(hash) ?? {
        hash,
        date: momentOf(commit),
        subject,
        files: [],
        time,
      };
      change.files.push(file);
      changes.set(hash, change);
    }
  }
  return new Map(
    [...found].map(([id, changes]) => [
      id,
      [...changes.values()]
        .sort((a, b) => b.time - a.time || compare(a.hash, b.hash))
        .map(({ time: _, files, ...change }) => ({ ...change, files: files.sort() })),
    ]),
  );
}

function buildResource(source: DatasetSource, index: number, context: Context): Resource {
  const { repository, portal, today } = context;
  const { id, folder, value: passport, tables } = source;
  const resource = passport.resources[index];
  if (!resource) throw new Error(`Dataset "${id}" has no resource ${index}.`);
  const landing = `${portal.site}/dataset/${id}/`;
  const base = {
    name: resource.name,
    iri: `${portal.iriBase}/dataset/${id}/${resource.name}`,
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
  if (path === undefined || /^https?:/.test(path)) {
    const format = resource.format ?? (path ? fileTypeOf(path) : undefined);
    return {
      ...base,
      ...(path ? { url: path } : {}),
      page: resource.page ?? passport.importedFrom ?? landing,
      ...(format && isFileType(format) ? { format } : {}),
      ...(resource.bytes === undefined ? {} : { bytes: resource.bytes }),
      ...(resource.modified ? { modified: resource.modified } : {}),
    };
  }
  const file = `${folder}/${path}`;
  const entry = repository.tree.get(file);
  if (!entry) throw new Error(`Dataset "${id}" names a file that is not there: ${path}.`);
  const read = tables.find((candidate) => candidate.resource === index);
  const format = fileTypeOf(path);
  const commit = repository.history.commits.get(file)?.[0];
  return {
    ...base,
    path: `/dataset/${id}/${path}`,
    url: `${portal.site}/dataset/${id}/${path}`,
    page: landing,
    file,
    ...(format ? { format } : {}),
    ...fingerprint(entry.bytes()),
    modified: commit ? momentOf(commit) : `${today}T00:00:00Z`,
    ...(read?.table && read.schema
      ? { table: previewOf(read.table, read.schema, read.report) }
      : {}),
  };
}

/** The first rows and, in the file's order, every column the structure describes. */
function previewOf(table: Table, schema: TableSchema, report: TableReport): TablePreview {
  return {
    rows: table.rows.length,
    headerRows: report.header.length,
    first: table.rows.slice(0, previewRows).map(({ cells }) => cells),
    columns: report.columns.flatMap(({ field: name, profile }) => {
      const field = schema.fields.find((candidate) => candidate.name === name);
      return field ? [{ field, title: localised(field.title, field.en?.title), profile }] : [];
    }),
  };
}

/** A keyword or theme that more sets have says little of any two of them. */
const telling = 200;

/** Sets by what they can share with another: keywords, themes. */
function sharedBy(datasets: readonly Dataset[]): Map<string, Dataset[]> {
  const index = new Map<string, Dataset[]>();
  for (const dataset of datasets) {
    if (dataset.passport.status !== "active") continue;
    for (const key of [...dataset.keywords.uk, ...dataset.themes]) {
      const list = index.get(key);
      if (!list) index.set(key, [dataset]);
      else if (list.length < telling) list.push(dataset);
    }
  }
  return index;
}

/** Sets that share most keywords and themes with this one. */
function relatedTo(dataset: Dataset, index: ReadonlyMap<string, Dataset[]>): string[] {
  const scores = new Map<string, number>();
  const count = (keys: readonly string[], points: number) => {
    for (const key of keys)
      for (const { id } of index.get(key) ?? []) scores.set(id, (scores.get(id) ?? 0) + points);
  };
  count(dataset.keywords.uk, 3);
  count(dataset.themes, 1);
  scores.delete(dataset.id);
  return [...scores]
    .sort(([a, more], [b, less]) => less - more || compare(a, b))
    .slice(0, relatedSets)
    .map(([id]) => id);
}
