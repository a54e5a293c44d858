/**
 * How open data may be used in Ukraine: Law «Про доступ до публічної інформації» of 13.01.2011 No. 2939-VI,
 * article 10-1, in the words printed under every set of data.gov.ua.
 */
export const rights = {
  uk: "Будь-яка особа може вільно копіювати, публікувати, поширювати, використовувати, зокрема в комерційних цілях, у поєднанні з іншою інформацією або шляхом включення до складу власного продукту відкриті дані з обов’язковим посиланням на джерело їх отримання.",
  en: "Anyone may freely copy, publish, distribute and use open data, including for commercial purposes, in combination with other information or as part of their own product, with a mandatory reference to the source.",
} as const;
