const eu = (code: string) => `http://publications.europa.eu/resource/authority/frequency/${code}`;

/**
 * «Періодичність оновлення даних»: the words of data.gov.ua, the keys its CKAN vocabulary accepts, the EU
 * frequency and the days after which the national portal marks a set «Не оновлений» (its own freshness rule:
 * last modified + lag < today). `never` has no lag: the set is closed.
 */
export const frequencies = {
  "several-a-day": {
    uk: "Більш як один раз на день",
    en: "More than once a day",
    ckan: "more than once a day",
    iri: eu("CONT"),
    lag: 1,
  },
  daily: { uk: "Щодня", en: "Daily", ckan: "once a day", iri: eu("DAILY"), lag: 1 },
  weekly: { uk: "Щотижня", en: "Weekly", ckan: "once a week", iri: eu("WEEKLY"), lag: 7 },
  monthly: { uk: "Щомісяця", en: "Monthly", ckan: "once a month", iri: eu("MONTHLY"), lag: 31 },
  quarterly: {
    uk: "Щокварталу",
    en: "Quarterly",
    ckan: "once a quarter",
    iri: eu("QUARTERLY"),
    lag: 92,
  },
  "half-yearly": {
    uk: "Кожного півріччя",
    en: "Every half-year",
    ckan: "once a half year",
    iri: eu("ANNUAL_2"),
    lag: 183,
  },
  yearly: { uk: "Щороку", en: "Yearly", ckan: "once a year", iri: eu("ANNUAL"), lag: 365 },
  "on-change": {
    uk: "Відразу після внесення змін",
    en: "Immediately after changes",
    ckan: "immediately after making changes",
    iri: eu("AS_NEEDED"),
    lag: 365,
  },
  never: {
    uk: "Більше не оновлюється",
    en: "No longer updated",
    ckan: undefined,
    iri: eu("NEVER"),
    lag: undefined,
  },
} as const;

/** Of a set about which nobody said how often it is updated. */
export const unknownFrequency = eu("UNKNOWN");

export type Frequency = keyof typeof frequencies;
export const isFrequency = (key: string): key is Frequency => Object.hasOwn(frequencies, key);
