import { datasetSchema } from "../../schemas/data/dataset.ts";
import { deviceName, idPattern } from "../../schemas/text.ts";
import { toSlug } from "../../table/layout/transliterate.ts";
import type { RemotePackage } from "./client.ts";
import { frequencyOf, languagesOf, placesOf, themesOf } from "./package/codes.ts";
import { addressOf, fieldOf, oneLine, pastMoment } from "./package/fields.ts";
import type { Gap, Note } from "./package/gaps.ts";
import { licenceOf } from "./package/licence.ts";
import { freeName, isOwnId } from "./package/names.ts";
import { periodOf } from "./package/period.ts";
import { contactOf, type ImportedPublisher, publisherOf } from "./package/publisher.ts";
import { type ImportedResource, resourcesOf } from "./package/resources.ts";
import { noteShapes } from "./package/shapes.ts";
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
  /** yyyy-mm-dd: the day they are imported on. */
  day: string;
  mailDomains: readonly string[];
  /** КАТОТТГ codes the new portal knows. */
  places: ReadonlySet<string>;
  /** Names of datasets that are taken, as `fold` writes them: ids, identifiers, former ids. */
  taken: ReadonlySet<string>;
};

/** Two names a person or a file system would take for one: case and Unicode forms folded, as the rule id-unique has it. */
export const fold = (name: string): string => name.normalize("NFKC").toLowerCase();

const longestId = 60;

/** The package's own name where somebody thought of one, else the title in Latin letters, else a part of CKAN's number. */
function idOf(name: string, title: string, key: string, taken: ReadonlySet<string>): string {
  const slug = toSlug(title);
  const wish = isOwnId(name) && name.length <= longestId ? name : deviceName.test(slug) ? "" : slug;
  const usual = `dataset-${key.slice(0, 8).toLowerCase()}`;
  return freeName(wish || (idPattern.test(usual) ? usual : "dataset"), taken);
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
  noteShapes(source, gap);
  const title = titleOf(source, gap);
  const id = idOf(name, title.text, key, context.taken);
  const publisher = publisherOf(source, gap);
  const contact = contactOf(source, context.mailDomains, gap);
  const description = descriptionOf(source, gap);
  const purpose = purposeOf(source, gap);
  const keywords = keywordsOf(source, gap);
  const themes = themesOf(source, gap);
  const frequency = frequencyOf(source, gap);
  const licence = licenceOf(source, gap);
  const language = languagesOf(source, gap);
  const spatial = placesOf(source, context.places, gap);
  const period = periodOf(source, gap);
  const resources = resourcesOf(source, { ...context, page }, gap);
  const { identifier, aliases } = namesOf(source, { id, key, name }, context.taken, gap);
  const english = { title: title.en, description: description?.en };
  const descriptor = {
    title: title.text,
    description: description?.text,
    purpose,
    publisher: publisher.id,
    contact,
    keywords,
    themes,
    frequency,
    language,
    licenses: licence && [licence],
    spatial,
    ...period,
    version: fieldOf(source, "version", "Версія") || undefined,
    importedFrom: page,
    identifier,
    aliases,
    issued: pastMoment(source.metadata_created, context.day, "issued", gap),
    modified: pastMoment(source.metadata_modified, context.day, "modified", gap),
    en: title.en || description?.en ? withoutAbsent(english) : undefined,
  };
  return {
    id,
    descriptor: withoutRefused(withoutAbsent(descriptor), gap),
    resources,
    publisher,
    gaps: gaps.map((one) => ({ dataset: id, ...one })),
  };
}

/** What an old name must be to stand in an address: the schema of passports says so of aliases. */
const alias = datasetSchema.shape.aliases.unwrap().element;

/** The identifier a set had, and the names it was found under: each still leads to it. None of them is another set's. */
function namesOf(
  source: RemotePackage,
  { id, key, name }: { id: string; key: string; name: string },
  taken: ReadonlySet<string>,
  gap: Note,
): { identifier: string | undefined; aliases: string[] } {
  const stated = oneLine(fieldOf(source, "identifier", "publisher_identifier"));
  const isFree = (one: string) => !taken.has(fold(one));
  if (stated !== "" && !isFree(stated))
    gap("identifier", stated, "Такий ідентифікатор уже має інший набір; пропущено.");
  const identifier = [stated, key].find((one) => one !== "" && isFree(one));
  const names = [...new Set([key, name, stated])].filter(
    (one) => one !== "" && fold(one) !== fold(id),
  );
  const aliases = names.filter((one) => isFree(one) && alias.safeParse(one).success);
  for (const one of names)
    if (isFree(one) && !aliases.includes(one))
      gap(
        "aliases",
        one,
        "Такий ідентифікатор не може бути частиною адреси: посилання з ним не вестиме сюди.",
      );
  return { identifier, aliases };
}

/** The same without values that the schema of passports refuses: each of them is noted, none stops the import. */
function withoutRefused(descriptor: Record<string, unknown>, gap: Note): Record<string, unknown> {
  const { error } = datasetSchema.safeParse(descriptor);
  const refused = new Set(error?.issues.map(({ path }) => String(path[0])));
  for (const field of refused)
    gap(
      field,
      JSON.stringify(descriptor[field]) ?? "",
      "Такого значення портал не приймає; пропущено.",
    );
  return Object.fromEntries(Object.entries(descriptor).filter(([field]) => !refused.has(field)));
}

/** The fields that have a value, in their order. */
const withoutAbsent = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
