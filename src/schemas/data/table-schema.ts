import { z } from "zod";
import { text } from "../text.ts";

/** Table Schema v2 types the portal checks (https://datapackage.org/standard/table-schema/#field-types). */
const fieldTypes = [
  "string",
  "integer",
  "number",
  "boolean",
  "date",
  "datetime",
  "time",
  "year",
  "yearmonth",
] as const;

/** What can be the name of a column for programs. */
export const fieldNamePattern = /^[A-Za-z][A-Za-z0-9_]*$/;

const fieldName = z
  .string()
  .regex(fieldNamePattern, { error: "field-name" })
  .refine((name) => !["__proto__", "constructor", "prototype"].includes(name), {
    error: "field-name",
  });

const limit = z.union([z.number(), z.string()], { error: "one-value" });

const fieldSchema = z.strictObject({
  name: fieldName.meta({ description: "Машинна назва колонки: латиниця, lowerCamelCase" }),
  type: z.enum(fieldTypes).default("string").meta({ description: "Тип значень" }),
  format: z.enum(["default", "email", "uri"]).optional(),
  title: text.meta({ description: "Назва колонки українською" }),
  description: text.optional().meta({ description: "Що означає колонка, одиниці виміру" }),
  example: z.union([z.string(), z.number(), z.boolean()], { error: "one-value" }).optional(),
  personal: text.optional().meta({
    description: "Закон і стаття, що велять оприлюднити персональні дані цієї колонки",
  }),
  en: z.strictObject({ title: text.optional(), description: text.optional() }).optional(),
  constraints: z
    .strictObject({
      required: z.boolean().optional(),
      unique: z.boolean().optional(),
      enum: z
        .array(z.union([z.string(), z.number()], { error: "one-value" }))
        .min(1)
        .optional(),
      minimum: limit.optional(),
      maximum: limit.optional(),
      minLength: z.int().min(0).optional(),
      maxLength: z.int().min(1).optional(),
      pattern: z.string().optional(),
    })
    .default({}),
});

const fieldNames = z.union([z.string(), z.array(z.string()).min(1)], { error: "column-names" });

/** The structure of one table: columns, keys, how a missing value is written. */
export const tableSchema = z.strictObject({
  fields: z.array(fieldSchema).min(1).meta({ description: "Колонки в порядку файлу" }),
  primaryKey: fieldNames.optional().meta({ description: "Колонки, що разом не повторюються" }),
  foreignKeys: z
    .array(
      z.strictObject({
        fields: fieldNames,
        reference: z.strictObject({ resource: z.string(), fields: fieldNames }),
      }),
    )
    .max(50)
    .default([]),
  missingValues: z.array(z.string()).default(["", "null"]),
});

export type Field = z.infer<typeof fieldSchema>;
export type TableSchema = z.infer<typeof tableSchema>;

/** Table Schema allows one name or a list; everything here speaks of lists. */
export const namesOf = (names: string | string[] | undefined): string[] =>
  names === undefined ? [] : typeof names === "string" ? [names] : names;
