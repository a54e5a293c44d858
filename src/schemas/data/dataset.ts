import { z } from "zod";
import { highValueNames } from "../../vocabularies/dcat/high-value.ts";
import { homeSchema } from "../federation/home.ts";
import {
  date,
  deviceName,
  email,
  idPattern,
  isWebAddress,
  moment,
  placeCode,
  text,
  webAddress,
} from "../text.ts";
import { type PassportField, passportField } from "./passport-field.ts";
import { tableSchema } from "./table-schema.ts";

const id = z
  .string()
  .regex(idPattern, { error: "id" })
  // A resource's and a chart's name is the name of files too.
  .refine((name) => !deviceName.test(name), { error: "device" });

const resource = z.strictObject({
  name: id.meta({
    description: "Коротка назва латиницею; з неї складається постійна адреса файлу",
  }),
  title: text.meta({ description: "Назва ресурсу" }),
  description: text.optional(),
  path: z
    .string()
    .min(1)
    .refine((path) => !/^https?:/i.test(path) || isWebAddress(path), { error: "web-address" })
    .optional()
    .meta({
      description:
        "Файл у теці набору, адреса файлу на іншому порталі (https://…) або файл, який складає сам портал (/registry.csv)",
    }),
  aliases: z.array(z.string()).optional().meta({
    description:
      "Колишні назви файлу, якщо його перейменовано: його копії й версії відкриваються і за ними",
  }),
  page: webAddress.optional().meta({
    description: "Сторінка, з якої завантажують файл, коли прямої адреси немає",
  }),
  format: z
    .string()
    .regex(/^[A-Z0-9_]+$/)
    .optional()
    .meta({ description: "CSV, XLSX, JSON…" }),
  bytes: z.int().min(0).optional().meta({ description: "Розмір файлу на іншому порталі" }),
  hash: z.string().optional().meta({
    description:
      "SHA-256 файлу, який лежить на іншому сервері: sha256:… (64 знаки). Разом із bytes дає порталу прочитати його",
  }),
  modified: moment.optional().meta({ description: "Коли змінено файл на іншому порталі" }),
  en: z.strictObject({ title: text.optional(), description: text.optional() }).optional(),
  structure: z.string().optional().meta({
    description: "Рекомендована структура: 27-stops. Її колонки стають структурою таблиці",
  }),
  schema: tableSchema.optional().meta({ description: "Структура таблиці, якщо вона своя" }),
});

const chart = z.strictObject({
  name: id,
  title: text.meta({ description: "Що видно на графіку" }),
  finding: text.optional().meta({
    description: "Що з графіка випливає, одним реченням; числа в ньому звіряються з даними",
  }),
  en: z.strictObject({ title: text, finding: text.optional(), unit: text.optional() }).optional(),
  resource: z.string(),
  kind: z.enum(["bar", "line"]),
  x: z.string().meta({ description: "Колонка категорій або часу" }),
  labels: z.string().optional().meta({
    description: "Колонка, де сказано словами, що означає кожне значення x: «80 і старше»",
  }),
  per: z
    .enum(["year", "month", "street"])
    .optional()
    .meta({ description: "Звести дати до років чи місяців, адреси — до вулиць" }),
  y: z.array(z.string()).min(1).optional().meta({ description: "Числові колонки" }),
  count: z.literal(true).optional().meta({ description: "Рахувати рядки замість чисел" }),
  aggregate: z.enum(["none", "sum"]).default("none"),
  sort: z.enum(["x", "value"]).default("x"),
  limit: z.int().min(1).optional(),
  divideBy: z.number().positive().default(1),
  unit: text.optional(),
});

/**
 * data/datasets/<id>/datapackage.yaml: a Data Package v2 that carries the passport of resolution 835 (item 7).
 * What a passport cannot do without is checked by the rule passport-complete, not here, so that a record
 * imported with gaps can still be shown.
 */
export const datasetSchema = z.strictObject({
  title: text
    .meta({ description: "Найменування набору даних, до 254 знаків" })
    .register(passportField, { limit: 254, quiet: true }),
  description: text
    .optional()
    .meta({ description: "Стислий опис змісту, до 4000 знаків" })
    .register(passportField, { limit: 4000, quiet: true }),
  purpose: text
    .optional()
    .meta({
      description: "Підстава та призначення збору інформації, до 512 знаків",
    })
    .register(passportField, {
      label: {
        uk: "Підстава та призначення збору інформації",
        en: "Grounds and purpose of collection",
      },
      ckan: "purpose_of_collecting_information",
      limit: 512,
      quiet: true,
    }),
  publisher: z.string().meta({ description: "Розпорядник: назва файлу з data/publishers" }),
  contact: z
    .strictObject({ email, unit: text.optional(), name: text.optional() })
    .optional()
    .meta({ description: "Відповідальна особа: службова скринька і підрозділ" }),
  keywords: z
    .array(text)
    .default([])
    .meta({ description: "Ключові слова" })
    .register(passportField, { quiet: true }),
  themes: z
    .array(z.string())
    .default([])
    .meta({ description: "Теми ЄС: ECON, EDUC, ENVI…" })
    .register(passportField, { quiet: true }),
  frequency: z.string().optional().meta({ description: "Періодичність оновлення даних" }),
  language: z
    .array(z.enum(["uk", "en"]))
    .default(["uk"])
    .meta({ description: "Мови даних; порожній перелік — ніхто не знає" }),
  licenses: z
    .array(
      z
        .strictObject({
          name: z.string().optional(),
          title: text.optional(),
          path: webAddress.optional(),
        })
        .refine(({ name, path }) => (name === undefined) !== (path === undefined), {
          error: "licence-named",
        }),
    )
    .default([])
    .meta({
      description:
        "Ліцензія: name із переліку; у перенесеного набору — path і title тієї, яку назвало джерело. Без неї ліцензія невідома",
    }),
  spatial: z.array(placeCode).default([]).meta({ description: "Коди КАТОТТГ територій" }),
  temporal: z
    .strictObject({ start: date, end: date.optional() })
    .optional()
    .meta({ description: "Період, про який дані" })
    .register(passportField, { quiet: true }),
  validAsOf: date
    .optional()
    .meta({ description: "Дата актуальності даних" })
    .register(passportField, {
      label: { uk: "Дата актуальності даних", en: "Data valid as of" },
      ckan: "valid_as_of",
      quiet: true,
    }),
  version: z
    .string()
    .optional()
    .meta({ description: 'Версія, у лапках: "1.0"' })
    .register(passportField, { label: { uk: "Версія", en: "Version" }, quiet: true }),
  versionNotes: text
    .optional()
    .meta({ description: "Що змінилося в цій версії" })
    .register(passportField, { quiet: true }),
  series: z.string().optional().meta({
    description: "Серія, до якої належить набір одного року чи випуску: файл із data/series",
  }),
  legalBasis: z
    .array(z.strictObject({ title: text, path: webAddress.optional() }))
    .default([])
    .register(passportField, { quiet: true }),
  sources: z
    .array(z.strictObject({ title: text, path: webAddress.optional() }))
    .default([])
    .meta({ description: "Звідки дані" })
    .register(passportField, { quiet: true }),
  mandated: z.array(z.string()).default([]).meta({
    description: "Коди обов’язкових наборів, яким відповідає цей",
  }),
  highValue: z.array(z.enum(highValueNames)).optional().meta({
    description:
      "Категорії наборів високої цінності ЄС (Регламент 2023/138), до яких набір справді належить: geospatial, environment, meteorological, statistics, companies, mobility",
  }),
  planTasks: z
    .array(z.string())
    .default([])
    .meta({ description: "Завдання Плану дій" })
    .register(passportField, { quiet: true }),
  restriction: z
    .strictObject({
      kind: text,
      ground: text,
      decision: text.optional(),
      reviewDate: date.optional(),
    })
    .optional()
    .meta({ description: "Що не оприлюднено через обмежений доступ і на якій підставі" }),
  note: text
    .optional()
    .meta({ description: "Примітка для читачів" })
    .register(passportField, { quiet: true }),
  status: z.enum(["active", "withdrawn"]).default("active"),
  withdrawn: z
    .strictObject({ date, reason: text, successor: z.string().optional() })
    .optional()
    .meta({ description: "Коли, чому вилучено і що замість нього" }),
  importedFrom: webAddress.optional().meta({ description: "Сторінка, з якої перенесено паспорт" }),
  home: homeSchema
    .optional()
    .meta({ description: "Портал іншої громади, що веде набір: пише npm run federate" }),
  identifier: text.optional().meta({ description: "Ідентифікаційний номер, якщо інший, ніж тека" }),
  aliases: z
    .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, { error: "alias" }))
    .default([])
    .meta({ description: "Інші ідентифікатори набору, зокрема колишні назви теки" }),
  renamedFrom: id.optional().meta({
    description:
      "Перша назва теки, якщо набір перейменовано: з неї лишаються його ідентифікатор та адреси. У aliases — вона й наступні",
  }),
  sourceChanged: date
    .optional()
    .meta({
      description: "Коли змінилися відомості в розпорядника: оновити набір треба за три робочі дні",
    })
    .register(passportField, { quiet: true }),
  issued: moment.optional().meta({ description: "Перше оприлюднення, лише для перенесених" }),
  modified: moment.optional().meta({ description: "Останні зміни, лише для перенесених" }),
  en: z
    .strictObject({
      title: text.optional(),
      description: text.optional(),
      keywords: z.array(text).optional(),
      versionNotes: text.optional(),
    })
    .optional()
    .register(passportField, { quiet: true }),
  resources: z.array(resource).default([]).meta({ description: "Файли набору" }),
  charts: z.array(chart).default([]),
});

export type DatasetDescriptor = z.infer<typeof datasetSchema>;
/** A passport as it is written: what has a value of its own may be left out. */
export type WrittenPassport = z.input<typeof datasetSchema>;

/** Every field of a passport, with what is said of it. */
export const passportFields = Object.fromEntries(
  Object.entries(datasetSchema.shape).map(([key, schema]) => [
    key,
    passportField.get(schema) ?? {},
  ]),
) as Record<keyof DatasetDescriptor, PassportField>;

/** Fields that are one text. */
export type TextField = {
  [K in keyof DatasetDescriptor]-?: DatasetDescriptor[K] extends string | undefined ? K : never;
}[keyof DatasetDescriptor];

/** Texts that are shown under their own words, in the order of the schema. */
export const labelledFields = (Object.keys(passportFields) as TextField[]).flatMap((field) => {
  const { label } = passportFields[field];
  return label ? [{ field, label }] : [];
});
export type ResourceDescriptor = DatasetDescriptor["resources"][number];
export type ChartDescriptor = DatasetDescriptor["charts"][number];

/** Names a set's folder had before, the first one first: its identity and its former addresses are made of them. */
export const formerNames = ({
  aliases,
  renamedFrom,
}: Pick<DatasetDescriptor, "aliases" | "renamedFrom">): string[] =>
  renamedFrom === undefined || !aliases.includes(renamedFrom)
    ? []
    : aliases.slice(aliases.indexOf(renamedFrom));
