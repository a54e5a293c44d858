import { v5 as uuid } from "uuid";
import {
  type Catalogue,
  type Dataset,
  published,
  type Resource,
  type Shared,
} from "../../model/catalogue.ts";
import { remembering } from "../../model/once.ts";
import { labelledFields, passportFields } from "../../schemas/data/dataset.ts";
import { ckanGroups } from "../../vocabularies/ckan/groups.ts";
import { ckanTag, withLetterApostrophe } from "../../vocabularies/ckan/tags.ts";
import { fileTypes } from "../../vocabularies/dcat/file-types.ts";
import { frequencies } from "../../vocabularies/dcat/frequencies.ts";
import { copiesOfSet, type TableCopy } from "../tables/copies.ts";

/** A dataset in the form of CKAN's Action API (package_show, package_create). */
export type CkanPackage = {
  id: string;
  name: string;
  title: string;
  notes: string;
  metadata_modified: string;
  owner_org: string;
  license_id: string;
  tags: { name: string }[];
  groups: { name: string }[];
  extras: { key: string; value: string }[];
  resources: CkanResource[];
  [field: string]: unknown;
};
export type CkanResource = {
  id: string;
  name: string;
  url: string;
  format: string;
  [field: string]: unknown;
};

/** Keys of the national portal's vocabulary of languages, as an uploader published for data.gov.ua sends them. */
const languageKeys = { uk: "ua", en: "en" } as const;

/** A stable UUID for what CKAN wants to have one: of its IRI (RFC 9562, version 5), so unique among all portals. */
const idOf = remembering((iri: string): string => uuid(iri, uuid.URL));

/** CKAN writes moments in UTC without a zone; of one that nobody knows, nothing. */
function stamp(moment: string | undefined): string {
  if (moment === undefined) return "";
  if (/(Z|[+-]\d\d:\d\d)$/.test(moment)) return new Date(moment).toISOString().slice(0, 19);
  return moment.includes("T") ? moment.slice(0, 19) : `${moment}T00:00:00`;
}

/** Keywords as tags CKAN takes. */
const tagsOf = (keywords: readonly string[]): string[] => [
  ...new Set(
    keywords
      .map((word) => withLetterApostrophe(word).replace(/\s+/g, " ").trim())
      .filter((word) => ckanTag.test(word)),
  ),
];

const prefixOf = ({ portal }: Shared): string => (portal.ckan ? `${portal.ckan.prefix}-` : "");

/** The portal as one organisation: rankings look for all sets of a city in one cabinet of the national portal. */
function organizationOf({ portal, publisher }: Shared) {
  return {
    id: idOf(publisher.iri),
    name: portal.ckan?.organization ?? publisher.id,
    title: publisher.title,
    description: portal.description,
    type: "organization",
    is_organization: true,
    state: "active",
    approval_status: "approved",
    image_url: "",
  };
}

const groupsOf = (dataset: Dataset) =>
  Object.entries(ckanGroups)
    .filter(([, { themes }]) => themes.some((theme) => dataset.themes.includes(theme)))
    .map(([name, { title }]) => ({
      id: idOf(`https://data.gov.ua/group/${name}`),
      name,
      title,
      display_name: title,
    }));

function resourceOf(
  resource: Resource | TableCopy,
  position: number,
  dataset: Dataset,
): CkanResource {
  const type = "mediaType" in resource ? resource : resource.format && fileTypes[resource.format];
  return {
    id: idOf(resource.iri),
    package_id: idOf(dataset.iri),
    name: resource.title.uk,
    description: resource.description?.uk ?? "",
    url: resource.url ?? resource.page,
    format: resource.format ?? ("copyOf" in resource ? "PARQUET" : ""),
    mimetype: type ? type.mediaType : null,
    size: resource.bytes ?? null,
    hash: resource.sha256 ?? "",
    created: stamp(dataset.issued),
    last_modified: stamp(resource.modified ?? dataset.modified),
    position,
    state: "active",
  };
}

/** Texts of a passport under the keys its schema gives them. */
const ownExtras = (passport: Dataset["passport"]): Record<string, string | undefined> =>
  Object.fromEntries(
    labelledFields.flatMap(({ field }) => {
      const { ckan } = passportFields[field];
      return ckan === undefined ? [] : [[ckan, passport[field]]];
    }),
  );

/** What CKAN has no field for: the national portal's own fields first. A key without a value is left out. */
function extrasOf(dataset: Dataset, { portal }: Shared): Record<string, string | undefined> {
  const { passport, frequency, publisher, temporal } = dataset;
  const { withdrawn } = passport;
  const folder = `${portal.site}/dataset/${dataset.id}/`;
  const { purpose_of_collecting_information, ...own } = ownExtras(passport);
  return {
    purpose_of_collecting_information,
    update_frequency:
      frequency === "never" ? portal.ckan?.never : frequency && frequencies[frequency].ckan,
    language: passport.language[0] && languageKeys[passport.language[0]],
    publisherIdentifier: publisher.edrpou,
    publisherName: publisher.title,
    identifier: dataset.identifier,
    uri: dataset.iri,
    passport: `${folder}datapackage.json`,
    structure: dataset.resources.some(({ schema }) => schema)
      ? `${folder}structure.json`
      : undefined,
    spatial_katottg: dataset.places.map(({ code }) => code).join(" ") || undefined,
    temporal_start: temporal?.start,
    temporal_end: temporal?.end,
    ...own,
    withdrawn: withdrawn && `${withdrawn.date}: ${withdrawn.reason}`,
  };
}

/** Keys of extras this portal writes: one of them that it does not write any more is to be taken away. */
export const extraKeys: readonly string[] = [
  "update_frequency",
  "language",
  "publisherIdentifier",
  "publisherName",
  "identifier",
  "uri",
  "passport",
  "structure",
  "spatial_katottg",
  "temporal_start",
  "temporal_end",
  ...labelledFields.flatMap(({ field }) => passportFields[field].ckan ?? []),
  "withdrawn",
];

function notesOf({ title, description, passport: { withdrawn } }: Dataset): string {
  const notes = description?.uk ?? title.uk;
  return withdrawn ? `Набір вилучено ${withdrawn.date}. ${withdrawn.reason}\n\n${notes}` : notes;
}

const packageName = ({ id }: Dataset, shared: Shared): string =>
  `${prefixOf(shared)}${id}`.slice(0, 100);

/**
 * A dataset as a CKAN package: the core fields, then the national portal's own as extras, with the keys of its
 * vocabularies (`update_frequency`, `language`). `metadata_modified` changes when anything said here does: CKAN's
 * harvester skips a set on it.
 */
export function toCkanPackage(dataset: Dataset, shared: Shared): CkanPackage {
  const { portal } = shared;
  const { passport, licence, publisher, contact } = dataset;
  const folder = `${portal.site}/dataset/${dataset.id}/`;
  const organization = organizationOf(shared);
  const tags = tagsOf(dataset.keywords.uk);
  // Publishers' own files first: CKAN shows, and its clients take, the first.
  const files = [...dataset.resources, ...copiesOfSet(dataset, shared)];
  return {
    id: idOf(dataset.iri),
    name: packageName(dataset, shared),
    title: dataset.title.uk,
    notes: notesOf(dataset),
    url: folder,
    version: passport.version ?? "",
    author: publisher.title,
    author_email: "",
    maintainer: contact.name.uk,
    maintainer_email: contact.email,
    license_id: licence?.ckan ?? "notspecified",
    ...(licence ? { license_title: licence.title, license_url: licence.path } : {}),
    isopen: licence?.id !== undefined,
    private: false,
    state: "active",
    type: "dataset",
    metadata_created: stamp(dataset.issued),
    metadata_modified: [stamp(dataset.modified), stamp(dataset.packaged)].sort().at(-1) ?? "",
    owner_org: organization.id,
    organization,
    groups: groupsOf(dataset),
    tags: tags.map((name) => ({ name, display_name: name, state: "active", vocabulary_id: null })),
    num_tags: tags.length,
    extras: Object.entries(extrasOf(dataset, shared)).flatMap(([key, value]) =>
      value === undefined ? [] : [{ key, value }],
    ),
    resources: files.map((file, index) => resourceOf(file, index, dataset)),
    num_resources: files.length,
  };
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

/** What each call of the CKAN Action API answers when it is asked without parameters. */
export const ckanActions = {
  package_search(catalogue: Catalogue) {
    const results = published(catalogue)
      .map((dataset) => toCkanPackage(dataset, catalogue))
      .sort(byId);
    return { count: results.length, sort: "id asc", facets: {}, results, search_facets: {} };
  },
  package_list: (catalogue: Catalogue) =>
    published(catalogue)
      .map((dataset) => packageName(dataset, catalogue))
      .sort(),
  // There is one organisation, so whichever is asked for, this is it.
  organization_show: (catalogue: Catalogue) => ({
    ...organizationOf(catalogue),
    package_count: published(catalogue).length,
    packages: [],
    users: [],
    groups: [],
    tags: [],
    extras: [],
  }),
  organization_list: (catalogue: Catalogue) => [organizationOf(catalogue).name],
  group_list: () => Object.keys(ckanGroups).sort(),
  status_show: ({ portal }: Catalogue) => ({
    // The version whose packages these are; what answers is a file.
    ckan_version: "2.10.0",
    site_url: portal.site,
    site_title: portal.title,
    site_description: portal.description,
    error_emails_to: portal.contact.email,
    locale_default: "uk",
    extensions: [],
  }),
} satisfies Record<string, (catalogue: Catalogue) => unknown>;

/** The answer of a call, as CKAN wraps it. */
export const renderCkan = (call: string, result: unknown, { portal }: Shared): string =>
  `${JSON.stringify({ help: `${portal.site}/api/#${call}`, success: true, result }, null, 1)}\n`;
