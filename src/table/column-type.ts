import type { ColumnReport, Tallied } from "../model/table.ts";
import type { Role } from "./role.ts";
import {
  dateShapes,
  figureShapes,
  momentShapes,
  nothingShapes,
  numericShapes,
  type Shape,
  shapes,
} from "./shape.ts";

const sureShare = 0.8;

export type Type = ColumnReport["type"];
/** Shapes that people mean as the type, but programs do not read so: marks, no wrong values. */
export const unwanted: Record<Type, readonly Shape[]> = {
  string: nothingShapes,
  integer: [...nothingShapes, ...figureShapes, "whole-decimal"],
  number: [...nothingShapes, ...figureShapes],
  boolean: [...nothingShapes, "boolean-word"],
  date: [...nothingShapes, ...dateShapes, ...momentShapes],
  datetime: [...nothingShapes, ...dateShapes, ...momentShapes],
  time: nothingShapes,
  year: [...nothingShapes, "whole-decimal"],
  yearmonth: nothingShapes,
};
/** Shapes that are right in a column of the type, as far as they say it at all. */
export const proper: Record<Type, readonly Shape[]> = {
  string: [],
  integer: ["integer", "zero-led"],
  number: ["integer", "zero-led", "whole-decimal", "decimal", "exponent"],
  boolean: ["boolean"],
  date: ["date-iso"],
  datetime: ["datetime-iso", "date-iso"],
  time: ["time"],
  year: ["integer"],
  yearmonth: [],
};

const shapeNames = new Set<string>(shapes);
/** Is a tally's name the shape of cells, not a mark or a constraint? */
export const isShape = (what: string): boolean => shapeNames.has(what);

const codes: readonly (Role | undefined)[] = [
  "edrpou",
  "katottg",
  "koatuu",
  "iban",
  "postcode",
  "phone",
  "tax-number",
  "passport",
];

/** The type that most cells of an undescribed column are written in. Codes with leading zeros are text. */
export function typeOf(
  tallies: ReadonlyMap<string, Tallied>,
  filled: number,
  role: Role | undefined,
): Type {
  const of = (...names: readonly string[]) =>
    names.reduce((sum, name) => sum + (tallies.get(name)?.count ?? 0), 0);
  const values = filled - of(...nothingShapes);
  if (values <= 0 || codes.includes(role)) return "string";
  const share = (...names: readonly string[]) => of(...names) / values;
  // A column that is called a date is one, however its cells are written.
  const dateShare = role === "date" ? 0.4 : sureShare;
  if (share(...dateShapes) >= dateShare) return "date";
  if (share(...momentShapes, ...dateShapes) >= sureShare) return "datetime";
  if (share("time") >= sureShare) return "time";
  if (share("boolean", "boolean-word") >= sureShare) return "boolean";
  // One code that begins with a zero makes a column of codes: «00022438» is no number.
  if (of("zero-led") > 0 && share("integer", "zero-led") >= sureShare) return "string";
  if (role === "date" && share("integer") >= sureShare && areSerials(tallies.get("integer")))
    return "date";
  // A few «22Б» among numbers: these are numbers of houses, not figures.
  if (share(...numericShapes) < sureShare || share("code") >= 0.02) return "string";
  const fractions =
    of("decimal", "exponent", "decimal-comma", "percent") > 0 ||
    (of("comma-thousandths") > 0 && of("grouped-comma") === 0) ||
    hasFraction(tallies);
  return fractions ? "number" : "integer";
}

/** Days since 1900 as Excel counts them: from 1927 to 2119. */
export const areSerials = (integers: Tallied | undefined): boolean =>
  integers?.first.every(({ value }) => Number(value) > 10_000 && Number(value) < 80_000) ?? false;

const hasFraction = (tallies: ReadonlyMap<string, Tallied>): boolean =>
  ["grouped", "grouped-comma", "currency"].some((shape) =>
    tallies.get(shape)?.first.some(({ value }) => /[.,]\d{1,2}(?!\d)/.test(value)),
  );
