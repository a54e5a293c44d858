import { z } from "zod";
import { contrast, pageColours } from "../../vocabularies/colours.ts";
import { date, email, idPattern, placeCode, text, webAddress } from "../text.ts";
import { ownerName } from "./publisher.ts";

const english = z.strictObject({
  title: text.optional(),
  description: text.optional(),
});

/** Formats a portal may give copies of its tables in, beside their CSV. */
export const tableCopies = ["xlsx", "json", "geojson", "parquet"] as const;

/** Languages that pages are in: Ukrainian, and English where the portal has it. */
export const pageLanguages = ["uk", "en"] as const;

/** Data of one SVG path (SVG 2, «The grammar for path data»): commands and numbers, and nothing that could be read as anything else. */
const pathData = /^[MmZzLlHhVvCcSsQqTtAa0-9eE+\-.,\s]{1,20000}$/;

/** The portal's sign: the plan of a fortress, letters, or the city's own, as outlines of one colour. */
const mark = z
  .strictObject({
    bastions: z.int().min(3).max(9).optional(),
    letters: z
      .string()
      .regex(/^\p{Lu}[\p{L}\p{N}]{0,2}$/u, { error: "mark-letters" })
      .optional(),
    paths: z
      .array(z.string().regex(pathData, { error: "mark-path" }))
      .min(1)
      .max(200)
      .optional(),
    box: z.tuple([z.number(), z.number(), z.number().positive(), z.number().positive()]).optional(),
  })
  .refine(
    ({ bastions, letters, paths }) =>
      [bastions, letters, paths].filter((one) => one !== undefined).length === 1,
    { error: "mark-one" },
  )
  .refine(({ paths, box }) => (paths === undefined) === (box === undefined), { error: "mark-one" });

/** A colour that text of another can be read on, or on another: 7 to 1, as the pages' own. */
const colourReadOn = (other: string) =>
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/, { error: "colour" })
    .refine((colour) => !/^#[0-9a-f]{6}$/.test(colour) || contrast(colour, other) >= 7, {
      error: "colour-pale",
    });

/** A portal's own colours, in the place of those of the steppe. */
const colours = z.strictObject({
  accent: colourReadOn(pageColours.paper).meta({
    description: "Колір посилань і кнопок, на світлому папері: #0a4a86",
  }),
  highlight: z
    .string()
    .regex(/^#[0-9a-f]{6}$/, { error: "colour" })
    .optional()
    .meta({ description: "Колір прикрас: #e6b53d" }),
  ground: colourReadOn(pageColours.onSoil)
    .optional()
    .meta({ description: "Тло шапки й підвалу, на якому світлі літери: #2b2119" }),
});

/** data/portal.yaml: what makes the portal this city's and not another's. */
export const portalSchema = z.strictObject({
  schemaVersion: z.int().min(1).default(1).meta({
    description:
      "Версія схеми, за якою описано портал; її пише npm run migrate, без цього рядка — перша",
  }),
  title: text.meta({ description: "Назва порталу" }),
  description: text.meta({ description: "Одне речення про портал" }),
  en: english.optional().meta({ description: "Те саме англійською" }),
  site: webAddress.meta({ description: "Адреса, за якою портал відкривають" }),
  iriBase: webAddress.meta({
    description: "Початок постійних ідентифікаторів; не змінюється, навіть коли змінюється адреса",
  }),
  publisher: z.string().regex(idPattern).meta({ description: "Хто веде портал: publishers/<id>" }),
  contact: z.strictObject({ email }),
  licenses: z.array(z.strictObject({ name: z.string() })).min(1),
  mailDomains: z
    .array(z.string())
    .min(1)
    .meta({ description: "Домени службової пошти розпорядників" }),
  timeZone: z.string().default("Europe/Kyiv"),
  holidays: z
    .array(date)
    .default([])
    .meta({ description: "Неробочі дні, крім субот і неділь; під час воєнного стану їх немає" }),
  repository: webAddress.optional().meta({ description: "Адреса репозиторію" }),
  maintainers: z
    .array(ownerName)
    .default([])
    .meta({ description: "Хто на GitHub відповідає за портал загалом: @organisation/team" }),
  issued: date.optional().meta({ description: "Дата відкриття порталу" }),
  mark: mark.meta({
    description:
      "Знак порталу, одне з трьох: bastions — план фортеці з такою кількістю бастіонів; letters — до трьох літер; paths і box — обриси власного знака та поле, у якому їх накреслено",
  }),
  colours: colours.optional().meta({ description: "Власні кольори порталу, кожен #rrggbb" }),
  languages: z
    .array(z.enum(pageLanguages))
    .refine((list) => list[0] === "uk" && new Set(list).size === list.length, {
      error: "uk-first",
    })
    .default([...pageLanguages])
    .meta({ description: "Мови сторінок: [uk] або [uk, en]" }),
  places: z
    .array(
      z.strictObject({
        code: placeCode,
        title: text,
        en: english.optional(),
        bbox: z
          .tuple([z.number(), z.number(), z.number(), z.number()])
          .optional()
          .meta({ description: "Захід, південь, схід, північ, градуси WGS 84" }),
      }),
    )
    .min(1)
    .meta({ description: "Території, про які є дані; перша — територія самої громади" }),
  ckan: z
    .strictObject({
      organization: z
        .string()
        .regex(idPattern)
        .optional()
        .meta({ description: "Назва організації на національному порталі, з її адреси" }),
      never: z.string().optional().meta({
        description:
          "Ключ частоти «Більше не оновлюється» у словнику того порталу; з відкритих джерел він невідомий",
      }),
      prefix: z.string().regex(idPattern).meta({
        description:
          "Початок назв наборів у CKAN: скорочення розпорядника, щоб назви не збігалися з чужими",
      }),
    })
    .optional()
    .meta({
      description: "Як портал називають у CKAN; без цього — за ідентифікатором розпорядника",
    }),
  map: z
    .strictObject({
      tiles: z
        .string()
        .regex(/^https:\/\/[^\s;,'"]+\{z\}[^\s;,'"]*$/, { error: "tiles" })
        .meta({ description: "Адреса плиток: https://…/{z}/{x}/{y}.png" }),
      attribution: text.meta({ description: "Чиї плитки: підпис на карті" }),
    })
    .optional()
    .meta({
      description:
        "Тло карт із чужого сервера; без нього карта показує самі дані й нічого ззовні не завантажує",
    }),
  copies: z
    .array(z.enum(tableCopies))
    .default([...tableCopies])
    .meta({
      description:
        "У яких форматах, крім CSV, портал складає копії таблиць (GeoJSON — таблиць із координатами); порожній список — у жодному",
    }),
  catalogPageSets: z.int().min(1).max(5000).optional().meta({
    description:
      "Скільки наборів на одній сторінці каталогу DCAT, щонайбільше 5000; без нього — стільки, скільки візьме харвестер",
  }),
  mergeCleanUpdates: z.array(z.string().regex(idPattern)).default([]).meta({
    description:
      "Набори, чисті оновлення яких приймаються без людини: змінилися самі рядки, і зауважити нічого; порожній список — жодного",
  }),
  home: z
    .strictObject({
      chart: z.strictObject({ dataset: z.string(), name: z.string() }).optional(),
    })
    .default({}),
});

export type ColoursDescriptor = z.infer<typeof colours>;
export type MarkDescriptor = z.infer<typeof mark>;
export type PortalDescriptor = z.infer<typeof portalSchema>;
