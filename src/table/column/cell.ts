import type { Field } from "../../schemas/data/table-schema.ts";
import { compareMoments, isDate, isMoment, timePattern } from "../moment.ts";

/** How values of the types are written, where a pattern alone can tell; whether a day exists, the calendar says. */
export const typePatterns = {
  integer: /^[+-]?\d+$/,
  number: /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/,
  boolean: /^(true|false|True|False|TRUE|FALSE|1|0)$/,
  time: timePattern,
  year: /^-?\d{4}$/,
  yearmonth: /^\d{4}-(0[1-9]|1[0-2])$/,
} as const satisfies Partial<Record<Field["type"], RegExp>>;

/** Does a text hold a value of the type, written as Table Schema v2 and resolution 835's recommendations ask? */
export const isOfType: Record<Field["type"], (text: string) => boolean> = {
  string: () => true,
  integer: (text) => typePatterns.integer.test(text),
  number: (text) => typePatterns.number.test(text),
  boolean: (text) => typePatterns.boolean.test(text),
  date: isDate,
  datetime: isMoment,
  time: (text) => typePatterns.time.test(text),
  year: (text) => typePatterns.year.test(text),
  yearmonth: (text) => typePatterns.yearmonth.test(text),
};

export const isNumeric = (type: Field["type"]): boolean => type === "integer" || type === "number";

/**
 * Order of two cells of a column: by number where the column is numeric, by the moment where it is of moments or of times of
 * day, else by text. NaN where they cannot be compared: a moment without a zone beside one that has it (`compareMoments`).
 */
export function compareCells(type: Field["type"], a: string, b: string): number {
  if (isNumeric(type) || type === "year") return Number(a) - Number(b);
  if (type === "datetime" || type === "time") return compareMoments(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
}
