import type { Field } from "../../schemas/data/table-schema.ts";

const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** рррр-мм-дд, a day that exists. Written with arithmetic, because it judges every date of every table. */
function isDate(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  const digits = (from: number, to: number): number => {
    let value = 0;
    for (let at = from; at < to; at++) {
      const digit = text.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) return Number.NaN;
      value = value * 10 + digit;
    }
    return value;
  };
  const year = digits(0, 4);
  const month = digits(5, 7);
  const day = digits(8, 10);
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= (daysOf[month - 1] ?? 0)))
    return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

/** How values of the types are written, where a pattern alone can tell; whether a day exists, the calendar says. */
export const typePatterns = {
  integer: /^[+-]?\d+$/,
  number: /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/,
  boolean: /^(true|false|True|False|TRUE|FALSE|1|0)$/,
  time: /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/,
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
  datetime: (text) =>
    isDate(text.slice(0, 10)) && text[10] === "T" && typePatterns.time.test(text.slice(11)),
  time: (text) => typePatterns.time.test(text),
  year: (text) => typePatterns.year.test(text),
  yearmonth: (text) => typePatterns.yearmonth.test(text),
};

export const isNumeric = (type: Field["type"]): boolean => type === "integer" || type === "number";

/** Order of two cells of a column: by number where the column is numeric, else by text. */
export const compareCells = (type: Field["type"], a: string, b: string): number =>
  isNumeric(type) || type === "year" ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0;
