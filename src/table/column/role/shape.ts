import { DIGIT, DOT } from "../../scan/characters.ts";
import { isOfType } from "../cell.ts";
import { isExcelError, longestMissing, missingShape } from "../missing.ts";

/** Numbers as people write them, but not as programs read them. */
export const figureShapes = [
  "decimal-comma",
  "comma-thousandths",
  "grouped",
  "grouped-comma",
  "dot-grouped",
  "accounting",
  "minus-sign",
  "currency",
  "percent",
  "bounded",
] as const;
export const numericShapes = [
  "integer",
  "whole-decimal",
  "decimal",
  "exponent",
  ...figureShapes,
] as const;
export const dateShapes = [
  "date-iso",
  "date-dotted",
  "date-unpadded",
  "date-short",
  "date-slashed",
  "date-words",
  "date-noted",
  "date-impossible",
] as const;
export const momentShapes = ["datetime-iso", "datetime-cyrillic", "datetime-other"] as const;
/** What stands where there is no value. */
export const nothingShapes = [
  "missing-sign",
  "missing-code",
  "missing-word",
  "excel-error",
] as const;

/** How a cell is written, whatever its column is meant for. */
const shapes = [
  ...numericShapes,
  "zero-led",
  ...dateShapes,
  ...momentShapes,
  "time",
  "boolean",
  "boolean-word",
  /** Number of a house or a document: «22Б», «32/25». */
  "code",
  ...nothingShapes,
  "text",
] as const;
export type Shape = (typeof shapes)[number];

export const yesNo = new Set(["так", "ні", "yes", "no", "да", "нет", "+"]);
export const clock = /^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;
/** Longer than any number, date or word of these. */
export const longestShape = 80;
const gap = "[ \\u00a0\\u202f\\u2009']";
/** Of a date in words, in the order of the calendar. */
export const months =
  "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня";
/** «1 вересня 1963 року»: day, month, year. */
export const dateWords = new RegExp(
  `^[«"]?(\\d{1,2})[»"]?\\s+(${months})\\s+(\\d{4})\\s*(?:р\\.?|року)?$`,
  "i",
);
/** The month of a word of a date, 1 to 12. */
export const monthOf = (word: string): number => months.split("|").indexOf(word.toLowerCase()) + 1;
const currency =
  /^(?:[+-][\d \u00a0.,]*|(?:[\d.][\d \u00a0.,]*)?)\d\s?(грн\.?|₴|тис\.? ?грн\.?|млн\.? ?грн\.?|uah|\$|€)$|^[₴$€]\s?\d[\d \u00a0.,]*$/i;

/** A pattern → the shape of the cells that fit it, or how what it found in a cell tells the shape. */
export type Pattern = readonly [
  pattern: RegExp,
  shape: Shape | ((found: RegExpExecArray) => Shape),
];

const isDay = (year: string, month: string, day: string): boolean =>
  isOfType.date(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);

/** A day written from the year on, and what stands behind it: «2024-01-05 10:30». */
export function yearFirst([text, day = "", rest = ""]: RegExpExecArray): Shape {
  if (rest === "") {
    if (isOfType.date(text)) return "date-iso";
    const padded = text.replace(/-(\d)(?!\d)/g, "-0$1");
    return isOfType.date(padded) ? "date-unpadded" : "date-impossible";
  }
  if (isOfType.datetime(text)) return "datetime-iso";
  if (/^\d{4}-\d\d-\d\dТ/.test(text)) return "datetime-cyrillic";
  const isMoment = rest.startsWith(" ") && clock.test(rest.slice(1));
  if (!isMoment) return "text";
  return isOfType.date(day) ? "datetime-other" : "date-impossible";
}

/** A day with points, and what stands behind it: «05.01.2024 10:30». */
export function dayFirst([, day = "", month = "", year = "", rest]: RegExpExecArray): Shape {
  // «0218» for 2018: a slip of the hand, which no program may make a date of the third century.
  const exists = /^(?:1[7-9]|20)/.test(year) && isDay(year, month, day);
  if (!exists) return "date-impossible";
  if (rest) return clock.test(rest.trim()) ? "datetime-other" : "date-noted";
  return "date-dotted";
}

export const monthInWords = ([, day = "", month = "", year = ""]: RegExpExecArray): Shape =>
  isDay(year, String(monthOf(month)), day) ? "date-words" : "date-impossible";

/** What begins with a digit, a sign or a point; the first pattern that fits tells the shape. */
export const numberPatterns: readonly Pattern[] = [
  [/^0\d+$/, "zero-led"],
  [/^[+-]?\d+$/, "integer"],
  // «5.0» is what programs make of 5; «1200.00» is money.
  [/^[+-]?\d+\.0$/, "whole-decimal"],
  [/^[+-]?(\d+\.\d*|\.\d+)$/, "decimal"],
  [/^[+-]?(\d+\.?\d*|\.\d+)[eE][+-]?\d+$/, "exponent"],
  [/^(\d{4}-\d{1,2}-\d{1,2})(.*)$/s, yearFirst],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: ?р\.?)?( .*)?$/, dayFirst],
  [/^\d{1,2}[./]\d{1,2}[./]\d{2}(?: ?р\.?)?$/, "date-short"],
  [/^\d{1,2}\/\d{1,2}\/\d{4}$/, "date-slashed"],
  [/^\d{1,2}:\d{2}(:\d{2})?$/, "time"],
  // A point after the commas tells that they part thousands: «1,234.5».
  [/^[+-]?\d{1,3}(,\d{3})+\.\d+$/, "grouped-comma"],
  [new RegExp(`^[+-]?\\d{1,3}(${gap}\\d{3})+([.,]\\d+)?$`), "grouped"],
  // «1.234,56», as Germans write it: the comma after the points tells what the points are.
  [/^[+-]?\d{1,3}(\.\d{3})+,\d+$/, "dot-grouped"],
  // «1234-»: a negative number of accountants.
  [/^\d+([.,]\d+)?-$/, "accounting"],
  [dateWords, monthInWords],
  // «1,234» is a thousand or a fraction, «101,102,103» may be a list: only other cells of the column can tell.
  [/^[+-]?[1-9]\d{0,2}(,\d{3})+$/, "comma-thousandths"],
  [/^[+-]?\d+,\d+$/, "decimal-comma"],
  [/^[+-]?\d+([.,]\d+)?\s?%$/, "percent"],
  [/^\d{1,5}(?:[-/]\d{1,4})?(?:[ -]?\p{L})?$/u, "code"],
  [currency, "currency"],
];

/** What begins with anything else. */
export const otherPatterns: readonly Pattern[] = [
  // «(1 234,56)»: accountants again.
  [new RegExp(`^\\(${gap}?\\d[\\d.,]*(${gap}\\d{3})*([.,]\\d+)?${gap}?\\)$`), "accounting"],
  [/^[\u2212\u2013]\d+([.,]\d+)?$/, "minus-sign"],
  [/^[<>≥≤~≈]\s?\d+([.,]\d+)?$/, "bounded"],
  [/^(true|false)$/i, "boolean"],
  // «5» березня 2024 року
  [dateWords, monthInWords],
  [currency, "currency"],
];

function shapeIn(patterns: readonly Pattern[], text: string): Shape | undefined {
  for (const [pattern, shape] of patterns) {
    const found = pattern.exec(text);
    if (found) return typeof shape === "string" ? shape : shape(found);
  }
  return undefined;
}

/** The shape of digits alone, or of digits parted by one point; most cells of figures are that. */
function plainShape(text: string, mask: number): Shape | undefined {
  if (mask === DIGIT) return text.length > 1 && text.startsWith("0") ? "zero-led" : "integer";
  const point = mask === (DIGIT | DOT) ? text.indexOf(".") : -1;
  if (point === -1 || text.includes(".", point + 1)) return undefined;
  return point > 0 && text.endsWith(".0") ? "whole-decimal" : "decimal";
}

/** The first character of a text: a Cyrillic letter? */
const isCyrillic = (first: number): boolean => first >= 0x400 && first <= 0x52f;
/** … a digit, «+», «-» or «.»? */
const isNumbered = (first: number): boolean =>
  (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;

const noPatterns: readonly Pattern[] = [];
/** The patterns that a text can fit at all; none of them begins with a Cyrillic letter. */
function patternsFor(first: number): readonly Pattern[] {
  if (isNumbered(first)) return numberPatterns;
  return isCyrillic(first) ? noPatterns : otherPatterns;
}

/** How a cell is written. `mask` holds at least the bits of its characters; all of them where nobody looked. */
export function shapeOf(text: string, mask = -1): Shape {
  if (text.length > longestShape) return "text";
  const plain = plainShape(text, mask);
  if (plain) return plain;
  // What most cells are is told first: a day, and a text that begins with a letter and is longer than any word of these.
  if (text.length === 10 && isOfType.date(text)) return "date-iso";
  const first = text.charCodeAt(0);
  const isLettered = isCyrillic(first) || (first >= 65 && first <= 90);
  if (isLettered && text.length > longestMissing) return "text";
  const shape = shapeIn(patternsFor(first), text) ?? missingShape(text);
  if (shape) return shape;
  if (isExcelError(text)) return "excel-error";
  return text.length <= 3 && yesNo.has(text.toLowerCase()) ? "boolean-word" : "text";
}

const numeric: ReadonlySet<Shape> = new Set(numericShapes);
const dates: ReadonlySet<Shape> = new Set(dateShapes);
export const isNumericShape = (shape: Shape): boolean => numeric.has(shape);
export const isDateShape = (shape: Shape): boolean => dates.has(shape);
