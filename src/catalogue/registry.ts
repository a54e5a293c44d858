import { type Catalogue, published } from "../model/catalogue.ts";
import { once } from "../model/once.ts";
import { frequencies } from "../vocabularies/dcat/frequencies.ts";

/** A line of the register of datasets: columns of Annex 7 to the recommendations of January 2025, null where nothing is known. */
export type RegistryRow = Record<(typeof registryColumns)[number], string | null>;

export const registryColumns = [
  "uid",
  "title",
  "description",
  "accrualPeriodicity",
  "keywords",
  "purpose",
  "url",
  "distributionFormat",
  "publisherName",
  "publisherId",
  "contactPointName",
  "contactPointEmail",
] as const;

/** The register of datasets (resolution 835, item 19): every published set, by Ukrainian title. */
export const registryOf = once(
  (catalogue: Pick<Catalogue, "portal" | "datasets">): readonly RegistryRow[] =>
    published(catalogue).map(
      ({ id, identifier, title, description, frequency, keywords, ...set }) => ({
        uid: identifier,
        title: title.uk,
        description: description?.uk ?? null,
        accrualPeriodicity: frequency ? frequencies[frequency].uk : null,
        keywords: keywords.uk.join(", ") || null,
        purpose: set.passport.purpose ?? null,
        url: `${catalogue.portal.site}/dataset/${id}/`,
        distributionFormat: set.formats.join(", ") || null,
        publisherName: set.publisher.title,
        publisherId: set.publisher.edrpou ?? null,
        contactPointName: set.contact.name.uk,
        contactPointEmail: set.contact.email,
      }),
    ),
);
