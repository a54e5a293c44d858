import { speak } from "../../i18n/translate.ts";
import type { Line } from "../../model/blocks.ts";
import type { Breaking, BreakingKind, DatasetChange } from "../../model/reports/review.ts";
import { frequencies, isFrequency } from "../../vocabularies/dcat/frequencies.ts";

export const { number } = speak("uk");

const breakingWords: Record<BreakingKind, (subject: string, detail: string) => string> = {
  "dataset-removed": (subject) => `набір ${subject} зникає без пояснення`,
  "iri-changed": (_, detail) => `IRI змінено: ${detail}`,
  "identifier-changed": (_, detail) => `ідентифікатор змінено: ${detail}`,
  "file-removed": (subject) => `файлу ${subject} більше немає`,
  "resource-renamed": (_, detail) => `ресурс перейменовано: ${detail}`,
  "file-moved": (subject, detail) => `адреса файлу ${subject} інша: ${detail}`,
  "column-removed": (subject) => `колонки ${subject} більше немає`,
  "column-renamed": (_, detail) => `колонку перейменовано: ${detail}`,
  "columns-reordered": (subject, detail) =>
    `порядок колонок у ${subject} інший: колонка ${detail} стоїть не там, де стояла; нові колонки дописують у кінці`,
  "type-changed": (subject, detail) => `тип колонки ${subject} інший: ${detail}`,
  "required-added": (subject) => `колонка ${subject} тепер обов’язкова`,
  "values-removed": (subject, detail) =>
    `з переліку значень колонки ${subject} вилучено: ${detail}`,
  "limit-tightened": (subject, detail) =>
    detail === "pattern"
      ? `значення колонки ${subject} тепер записують за іншим зразком (pattern)`
      : `вимоги до колонки ${subject} суворіші: ${detail}`,
  "key-changed": (subject, detail) => `ключ таблиці ${subject} інший: ${detail}`,
  "missing-values-changed": (subject) => `порожні значення в ${subject} записують інакше`,
  "rows-lost": (subject, detail) => `у таблиці ${subject} поменшало рядків: вилучено ${detail}`,
  "licence-changed": (_, detail) => `ліцензія інша: ${detail}`,
};
export const breakingText = ({ kind, subject, detail }: Breaking): string =>
  breakingWords[kind](subject, detail);

const kindWords: Record<DatasetChange["kind"], string> = {
  new: "новий набір",
  changed: "змінено",
  withdrawn: "вилучено",
  restored: "повернуто після вилучення",
  renamed: "перейменовано",
  removed: "теки немає",
};

/** A field's path as a person finds it in the passport: «файл stops, колонка name: title». */
export const fieldText = (field: string): string =>
  field
    .replace(/^resources\.([^.]+)\.schema\.fields\.([^.]+)\./, "файл $1, колонка $2: ")
    .replace(/^resources\.([^.]+)\./, "файл $1: ")
    .replace(/^resources\.([^.]+)$/, "файл $1")
    .replace(/^charts\.([^.]+)\./, "графік $1: ");

const plural = new Intl.PluralRules("uk");
/** «1 рядок», «3 рядки», «5 рядків». */
export const counted = (count: number, one: string, few: string, many: string): string =>
  `${number(count)} ${{ one, few, many, other: few, zero: many, two: few }[plural.select(count)]}`;

export const datasetTitle = ({ id, title, kind, from, withdrawn }: DatasetChange): string =>
  `${title} (${from === undefined ? id : `${from} → ${id}`}): ${kindWords[kind]}${
    withdrawn
      ? ` ${withdrawn.date}: ${withdrawn.reason}${withdrawn.successor ? `; замість нього — ${withdrawn.successor}` : ""}`
      : ""
  }`;

/** A value of a passport's field in words: a frequency as people say it. */
export const valueText = (field: string, value: string): string =>
  field === "frequency" && isFrequency(value) ? frequencies[value].uk : value;

/** Findings, files and identifiers of a kind that a report names; the rest are counted. */
export const most = 20;

/** How many more there are than a report names. */
export const rest = (count: number): Line[] =>
  count > most ? [[`та ще ${number(count - most)}`]] : [];
