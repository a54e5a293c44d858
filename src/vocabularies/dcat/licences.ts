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
export const isLicence = (name: string): name is Licence => Object.hasOwn(licences, name);
