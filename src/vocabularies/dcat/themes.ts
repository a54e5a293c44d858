const eu = (code: string) => `http://publications.europa.eu/resource/authority/data-theme/${code}`;

/** EU data themes (Publications Office, data-theme): the one list every harvester of DCAT-AP knows. */
export const themes = {
  AGRI: { uk: "Сільське господарство", en: "Agriculture", iri: eu("AGRI") },
  ECON: { uk: "Економіка і фінанси", en: "Economy and finance", iri: eu("ECON") },
  EDUC: { uk: "Освіта, культура, спорт", en: "Education, culture, sport", iri: eu("EDUC") },
  ENER: { uk: "Енергетика", en: "Energy", iri: eu("ENER") },
  ENVI: { uk: "Довкілля", en: "Environment", iri: eu("ENVI") },
  GOVE: { uk: "Врядування", en: "Government", iri: eu("GOVE") },
  HEAL: { uk: "Охорона здоров’я", en: "Health", iri: eu("HEAL") },
  INTR: { uk: "Міжнародні справи", en: "International affairs", iri: eu("INTR") },
  JUST: { uk: "Правосуддя і безпека", en: "Justice and safety", iri: eu("JUST") },
  REGI: { uk: "Місто і громада", en: "Regions and cities", iri: eu("REGI") },
  SOCI: { uk: "Населення і суспільство", en: "Population and society", iri: eu("SOCI") },
  TECH: { uk: "Наука і технології", en: "Science and technology", iri: eu("TECH") },
  TRAN: { uk: "Транспорт", en: "Transport", iri: eu("TRAN") },
} as const;

export type Theme = keyof typeof themes;
export const isTheme = (code: string): code is Theme => Object.hasOwn(themes, code);
