import type { Field } from "../schemas/table-schema.ts";

const isDate = (text: string): boolean => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

const time = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** Does a text hold a value of the type, written as Table Schema v2 and resolution 835's recommendations ask? */
export const isOfType: Record<Field["type"], (text: string) => boolean> = {
  string: () => true,
  integer: (text) => /^[+-]?\d+$/.test(text),
  number: (text) => /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(text),
  boolean: (text) => /^(true|false|True|False|TRUE|FALSE|1|0)$/.test(text),
  date: isDate,
  datetime: (text) => isDate(text.slice(0, 10)) && text[10] === "T" && time.test(text.slice(11)),
  time: (text) => time.test(text),
  year: (text) => /^-?\d{4}$/.test(text),
  yearmonth: (text) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text),
};

export const isNumeric = (type: Field["type"]): boolean => type === "integer" || type === "number";

/** Order of two cells of a column: by number where the column is numeric, else by text. */
export const compareCells = (type: Field["type"], a: string, b: string): number =>
  isNumeric(type) || type === "year" ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0;
