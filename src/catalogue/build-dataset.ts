import { createHash } from "node:crypto";
import { freshnessOf } from "../measures/freshness.ts";
import type { Change, Dataset, Publisher, Resource, TablePreview } from "../model/catalogue.ts";
import type { Finding } from "../model/finding.ts";
import type { DatasetSource, Repository } from "../model/repository.ts";
import type { Table, TableReport } from "../model/table.ts";
import type { PortalDescriptor } from "../schemas/portal.ts";
import type { TableSchema } from "../schemas/table-schema.ts";
import { fileTypeOf, isFileType } from "../vocabularies/file-types.ts";
import { isFrequency } from "../vocabularies/frequencies.ts";
import { isLicence } from "../vocabularies/licences.ts";
import { isGenerated } from "../vocabularies/portal-files.ts";
import { isTheme } from "../vocabularies/themes.ts";
import { buildChart } from "./chart.ts";
import { localised, momentOf } from "./values.ts";

const previewRows = 20;

export type Context = {
  repository: Repository;
  portal: PortalDescriptor;
  publishers: ReadonlyMap<string, Publisher>;
  findings: readonly Finding[];
  changes: ReadonlyMap<string, Change[]>;
  /** yyyy-mm-dd: the day the portal is built for. */
  today: string;
};

export function buildDataset(source: DatasetSource, context: Context): Dataset {
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
export function previewOf(table: Table, schema: TableSchema, report: TableReport): TablePreview {
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

export const fingerprint = (bytes: Uint8Array) => ({
  bytes: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});
