const eu = (code: string) => `http://data.europa.eu/bna/${code}`;

/**
 * Top categories of high-value datasets (HVD), by the names passports give them: the EU's vocabulary
 * http://data.europa.eu/bna/asd487ae75, after the annex of Regulation (EU) 2023/138.
 */
export const highValueCategories = {
  geospatial: { iri: eu("c_ac64a52d"), uk: "Геопросторові дані", en: "Geospatial" },
  environment: {
    iri: eu("c_dd313021"),
    uk: "Спостереження Землі й довкілля",
    en: "Earth observation and environment",
  },
  meteorological: { iri: eu("c_164e0bf5"), uk: "Метеорологічні дані", en: "Meteorological" },
  statistics: { iri: eu("c_e1da4e07"), uk: "Статистика", en: "Statistics" },
  companies: {
    iri: eu("c_a9135398"),
    uk: "Компанії та право власності на них",
    en: "Companies and company ownership",
  },
  mobility: { iri: eu("c_b79e35eb"), uk: "Мобільність", en: "Mobility" },
} as const;
export type HighValueCategory = keyof typeof highValueCategories;
export const highValueNames = Object.keys(highValueCategories) as HighValueCategory[];

export const highValueScheme = eu("asd487ae75");
/** The regulation that names such sets, as a law. */
export const highValueLaw = "http://data.europa.eu/eli/reg_impl/2023/138/oj";
