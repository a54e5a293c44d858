const eu = (code: string) => `http://publications.europa.eu/resource/authority/licence/${code}`;

/** Licences the portal accepts: those the EU licence table and CKAN both know. */
export const licences = {
  "CC-BY-4.0": {
    title: "Creative Commons Attribution",
    ckan: "cc-by",
    uk: "Creative Commons Із зазначенням авторства 4.0 (CC BY 4.0)",
    en: "Creative Commons Attribution 4.0 (CC BY 4.0)",
    path: "https://creativecommons.org/licenses/by/4.0/",
    iri: eu("CC_BY_4_0"),
    type: "http://purl.org/adms/licencetype/Attribution",
  },
  "CC0-1.0": {
    title: "Creative Commons CCZero",
    ckan: "cc-zero",
    uk: "Creative Commons Нуль (CC0 1.0)",
    en: "Creative Commons Zero (CC0 1.0)",
    path: "https://creativecommons.org/publicdomain/zero/1.0/",
    iri: eu("CC0"),
    type: "http://purl.org/adms/licencetype/PublicDomain",
  },
} as const;

export type Licence = keyof typeof licences;

/** A licence as it is published: one of the list, or another's, which keeps its own address and name. */
export type StatedLicence = {
  /** Of the list; undefined for another's. */
  id?: Licence;
  /** Its title where licences are called in English; `uk` and `en` as pages show it. */
  title: string;
  uk: string;
  en: string;
  path: string;
  /** What DCAT calls it by. */
  iri: string;
  /** Its id in CKAN. */
  ckan: string;
};

/** What a passport or a portal writes of its licence → the licence; undefined where that says nothing known. */
export function statedLicence(
  written: {
    name?: string | undefined;
    title?: string | undefined;
    path?: string | undefined;
  } = {},
): StatedLicence | undefined {
  const { name, path, title = path } = written;
  if (name !== undefined) return isLicence(name) ? { id: name, ...licences[name] } : undefined;
  if (path === undefined || title === undefined) return undefined;
  return { title, uk: title, en: title, path, iri: path, ckan: "notspecified" };
}

export const isLicence = (name: string): name is Licence => Object.hasOwn(licences, name);
