import sets from "./structures.json" with { type: "json" };

/** A column of an official structure, in terms of Table Schema v2. */
export type StructureField = {
  name: string;
  type: "string" | "integer" | "number" | "boolean" | "date" | "datetime" | "time" | "year";
  /** The type the recommendations give where their own description of the column contradicts it. */
  official?: string;
  format?: "uri";
  title: string;
  description: string;
  constraints?: { required?: true; enum?: string[] };
};

/** The mandated set (resolution 835, its order of publication) that a table belongs to. */
type MandatedSet = { code: string; annex: number; title: string };

export type Structure = { id: string; set: MandatedSet; fields: StructureField[] };

/**
 * The 109 tables of the recommendations to resolution 835 of January 2025 (https://github.com/HubashovD/amendments-835-rec,
 * 6d6ac94): id is the annex and the table, `02-organizations`. Re-derived with these changes: names without look-alike
 * Cyrillic letters, line separators and spaces; a name that repeats in its table gets a number; persons' names and phones
 * of the examples are left out, and so is the one city an example names; quotes are «…» and the apostrophe is ’;
 * `accrualPeriodicity` has the two frequencies it lacks; where the description of a column contradicts its type («Літерний код валюти», decimal)
 * the description holds, and `official` keeps the type.
 */
export const structures: ReadonlyMap<string, Structure> = new Map(
  (
    sets as unknown as (MandatedSet & { tables: { id: string; fields: StructureField[] }[] })[]
  ).flatMap(({ tables, ...set }) =>
    tables.map(({ id, fields }): [string, Structure] => [id, { id, set, fields }]),
  ),
);
