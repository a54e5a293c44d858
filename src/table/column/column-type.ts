import type { ColumnReport, Spot, Tallied } from "../../model/table.ts";
import type { Role } from "./role/role.ts";
import {
  dateShapes,
  figureShapes,
  momentShapes,
  nothingShapes,
  numericShapes,
  type Shape,
} from "./role/shape.ts";

/** So many cells of a column make its type. */
const mostCells = 0.8;
const datesOfDateColumn = 0.4;
const codesAmongNumbers = 0.02;

export type Type = ColumnReport["type"];
/** Shapes that people mean as the type, but programs do not read so: marks, no wrong values. */
export const unwanted: Record<Type, readonly Shape[]> = {
  string: nothingShapes,
  integer: [...nothingShapes, ...figureShapes, "whole-decimal"],
  number: [...nothingShapes, ...figureShapes],
  boolean: [...nothingShapes, "boolean-word"],
  // A moment is taken for its day: examples of the official structures write so in columns of dates.
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

const fractionShapes = [
  "decimal",
  "exponent",
  "decimal-comma",
  "comma-thousandths",
  "grouped-comma",
  "dot-grouped",
  "percent",
] as const;
/** Shapes of whole numbers and of fractions: their cells tell. */
const eitherShapes = ["grouped", "currency", "accounting", "minus-sign", "bounded"] as const;

/** Is a share of a column's values written in some shapes? Most of them, where no other share is asked. */
type IsMost = (shapes: readonly Shape[], least?: number) => boolean;

/** The type of a column that holds numbers, codes or texts. */
function typeOfNumbers(met: ReadonlyMap<Shape, Tallied>, isMost: IsMost, isDate: boolean): Type {
  // One code that begins with a zero makes a column of codes: «00022438» is no number.
  if (met.has("zero-led") && isMost(["integer", "zero-led"])) return "string";
  if (isDate && isMost(["integer"]) && areSerials(met.get("integer")?.first ?? [])) return "date";
  // A few «22Б» among numbers: these are numbers of houses, not figures.
  if (!isMost(numericShapes) || isMost(["code"], codesAmongNumbers)) return "string";
  return hasFractions(met) ? "number" : "integer";
}

/** The type that most cells of an undescribed column are written in. Codes with leading zeros are text. */
export function typeOf(
  met: ReadonlyMap<Shape, Tallied>,
  filled: number,
  role: Role | undefined,
): Type {
  const count = (shapes: readonly Shape[]) =>
    shapes.reduce((sum, shape) => sum + (met.get(shape)?.count ?? 0), 0);
  const values = filled - count(nothingShapes);
  if (values <= 0 || codes.includes(role)) return "string";
  const isMost: IsMost = (shapes, least = mostCells) => count(shapes) / values >= least;
  const isDate = role === "date";
  // A column that is called a date is one, however its cells are written.
  if (isMost(dateShapes, isDate ? datesOfDateColumn : mostCells)) return "date";
  if (isMost([...momentShapes, ...dateShapes])) return "datetime";
  if (isMost(["time"])) return "time";
  if (isMost(["boolean", "boolean-word"])) return "boolean";
  return typeOfNumbers(met, isMost, isDate);
}

/** Days since 1900 as Excel counts them: from 1927 to 2119. */
export const areSerials = (integers: readonly Spot[]): boolean =>
  integers.every(({ value }) => Number(value) > 10_000 && Number(value) < 80_000);

/** Does any cell of a column of numbers have a part after the point, or after a comma that is one? */
function hasFractions(met: ReadonlyMap<Shape, Tallied>): boolean {
  if (fractionShapes.some((shape) => met.has(shape))) return true;
  return eitherShapes.some((shape) =>
    met.get(shape)?.first.some(({ value }) => /[.,]\d{1,2}(?!\d)/.test(value)),
  );
}
