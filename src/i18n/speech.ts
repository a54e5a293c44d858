import type { Slots } from "./slots.ts";
import type uk from "./uk.json";
import { unitAfter } from "./units.ts";

export type Language = "uk" | "en";
export type Key = keyof typeof uk;
type PluralKey = Key extends infer K ? (K extends `${infer Stem}.few` ? Stem : never) : never;

/** What must be given beside a key: of a sentence without slots nothing. */
type Filled<K extends Key> = K extends keyof Slots ? [Record<Slots[K], string | number>] : [];

const locales = { uk: "uk-UA", en: "en-GB" } as const;

/** On one line: a date, a number and what it counts. */
const unbroken = (text: string): string => text.replaceAll(" ", "\u00a0");

const fill = (sentence: string, slots: Record<string, string | number>): string =>
  sentence
    .replace(/\{(\w+)\}/g, (whole, name: string) => String(slots[name] ?? whole))
    // A date that ends a sentence brings its own full stop: «23 листопада 2026 р.».
    .replace(/(?<=[\s\u00a0]р)\.\.(?!\.)/g, ".");

/** Everything a page needs to speak one language, of the sentences it was given: plurals, dates, numbers, sizes. */
export function createSpeech(language: Language, dictionary: Record<Key, string>) {
  const plural = new Intl.PluralRules(locales[language]);
  const number = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 2 });
  const exact = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 20 });
  const date = new Intl.DateTimeFormat(locales[language], {
    dateStyle: "long",
    timeZone: "Europe/Kyiv",
  });
  const month = new Intl.DateTimeFormat(locales[language], {
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const anyMonth = new Intl.DateTimeFormat(locales[language], { month: "long", timeZone: "UTC" });
  const short = new Intl.DateTimeFormat(locales[language], {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const day = new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" });
  const kyivTime = new Intl.DateTimeFormat(locales[language], {
    timeZone: "Europe/Kyiv",
    hour: "2-digit",
    minute: "2-digit",
  });
  return {
    language,
    /** Quotation marks, before and after. */
    quotes: (language === "uk" ? ["«", "»"] : ["“", "”"]) as readonly [string, string],
    /** A sentence as it is written, its slots left for a program in the page to fill. */
    sentence: (key: Key): string => dictionary[key],
    /** A sentence with its slots filled: which it has is known to the types (slots.ts). */
    t: <K extends Key>(key: K, ...[slots]: Filled<K>): string => fill(dictionary[key], slots ?? {}),
    /** «1 набір», «2 набори», «5 наборів»; the number and the word after it stay on one line. */
    count: (key: PluralKey, count: number): string =>
      fill(
        dictionary[`${key}.${plural.select(count)}` as Key].replace("{count} ", "{count}\u00a0"),
        {
          count: number.format(count),
        },
      ),
    number: (value: number): string => number.format(value),
    /** A number with all its decimals. */
    exact: (value: number): string => exact.format(value),
    /** A figure with its unit, on one line: «57,6 %», «12 млн грн». */
    measured: (value: number, unit: string): string =>
      unit === ""
        ? number.format(value)
        : `${number.format(value)}\u00a0${unbroken(language === "uk" ? unitAfter(value, unit) : unit)}`,
    /** A date, or the day in Kyiv of a date-time, on one line. */
    date: (value: string): string =>
      unbroken(
        (value.includes("T") && /(Z|[+-]\d\d:\d\d)$/.test(value) ? date : day).format(
          new Date(value.includes("T") && !/(Z|[+-]\d\d:\d\d)$/.test(value) ? `${value}Z` : value),
        ),
      ),
    /** The hour and minute in Kyiv of a moment, milliseconds of 1970. */
    timeInKyiv: (moment: number): string => kyivTime.format(moment),
    /** A value as a person reads it: a month «2022-12» and a day «2022-12-31», a month of any year «--12» by name, everything else as it is. */
    label: (value: string): string =>
      /^\d{4}-(0[1-9]|1[0-2])$/.test(value)
        ? month.format(new Date(`${value}-01T00:00:00Z`))
        : /^\d{4}-(0[1-9]|1[0-2])-\d\d$/.test(value)
          ? short.format(new Date(`${value}T00:00:00Z`))
          : /^--(0[1-9]|1[0-2])$/.test(value)
            ? anyMonth.format(new Date(`2000-${value.slice(2)}-01T00:00:00Z`))
            : value,
    /** Bytes as people read them: kilobytes and megabytes of 1000. */
    size: (bytes: number): string => {
      const [value, unit] =
        bytes >= 1e6
          ? [bytes / 1e6, language === "uk" ? "МБ" : "MB"]
          : [bytes / 1e3, language === "uk" ? "КБ" : "KB"];
      return `${number.format(Math.max(0.1, Math.round(value * 10) / 10))}\u00a0${unit}`;
    },
  };
}

export type Speech = ReturnType<typeof createSpeech>;
