import { toSlug } from "../../table/layout/transliterate.ts";
import type { RemotePackage } from "./client.ts";
import { frequencyOf, languageOf, licenceOf, placesOf, themesOf } from "./package/codes.ts";
import { addressOf, fieldOf, momentOf, oneLine } from "./package/fields.ts";
import type { Gap, Note } from "./package/gaps.ts";
import { freeName, isOwnId } from "./package/names.ts";
import { contactOf, type ImportedPublisher, publisherOf } from "./package/publisher.ts";
import { type ImportedResource, resourcesOf } from "./package/resources.ts";
import { descriptionOf, keywordsOf, purposeOf, titleOf } from "./package/words.ts";

/** A package as a dataset descriptor, in the order people write one; files not yet fetched. */
export type ImportedDataset = {
  id: string;
  descriptor: Record<string, unknown>;
  resources: ImportedResource[];
  publisher: ImportedPublisher;
  gaps: Gap[];
};

export type ImportContext = {
  /** Address of the portal the packages come from. */
  portal: string;
  mailDomains: readonly string[];
  /** КАТОТТГ codes the new portal knows. */
  places: ReadonlySet<string>;
  /** Ids of datasets that are taken. */
  taken: ReadonlySet<string>;
};

const longestId = 60;

/** The package's own name where somebody thought of one, else the title in Latin letters, else a part of CKAN's number. */
function idOf(name: string, title: string, key: string, taken: ReadonlySet<string>): string {
  const wish = isOwnId(name) && name.length <= longestId ? name : toSlug(title);
  return freeName(wish || `dataset-${key.slice(0, 8).toLowerCase()}`, taken);
}

/** A CKAN package → a dataset of this project and everything in it that had no place here. */
export function importPackage(source: RemotePackage, context: ImportContext): ImportedDataset {
  const gaps: Omit<Gap, "dataset">[] = [];
  const gap: Note = (field, value, note) =>
    gaps.push({ field, value: oneLine(value).slice(0, 200), note });
  const key = oneLine(source.id) || oneLine(source.name);
  const name = oneLine(source.name);
  const page = addressOf(`/dataset/${name || key}`, context.portal) ?? context.portal;

  // In this order the gaps are reported.
  const title = titleOf(source, gap);
  const id = idOf(name, title, key, context.taken);
  const publisher = publisherOf(source, gap);
  const contact = contactOf(source, context.mailDomains, gap);
  const description = descriptionOf(source, gap);
  const purpose = purposeOf(source, gap);
  const keywords = keywordsOf(source, gap);
  const themes = themesOf(source, gap);
  const frequency = frequencyOf(source, gap);
  const licence = licenceOf(source, gap);
  const language = languageOf(source, gap);
  const spatial = placesOf(source, context.places, gap);
  const resources = resourcesOf(source, context.portal, page, gap);
  const identifier = fieldOf(source, "identifier", "publisher_identifier") || key;
  const descriptor = {
    title,
    description,
    purpose,
    publisher: publisher.id,
    contact,
    keywords,
    themes,
    frequency,
    language: [language],
    licenses: licence && [{ name: licence }],
    spatial,
    version: fieldOf(source, "version", "Версія") || undefined,
    importedFrom: page,
    identifier,
    aliases: [...new Set([key, name, identifier])].filter((one) => one !== "" && one !== id),
    issued: momentOf(source.metadata_created),
    modified: momentOf(source.metadata_modified),
  };
  return {
    id,
    descriptor: withoutAbsent(descriptor),
    resources,
    publisher,
    gaps: gaps.map((one) => ({ dataset: id, ...one })),
  };
}

/** The fields that have a value, in their order. */
const withoutAbsent = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
