import { isOfType } from "./cell.ts";
import { DIGIT, DOT } from "./characters.ts";

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
export const shapes = [
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

/** Signs that mean «no value» and nothing else. */
const missingSigns = new Set(
  "-|–|—|--|---|n/a|#n/a|н/д|н.д.|! not applicable|not applicable|не застосовується|(blank)|(пусто)".split(
    "|",
  ),
);
/** What programs write for «no value»; in a column of text it may be sodium, Namibia or Sunday. */
const missingCodes = new Set(["na", "nan", "nul", "null", "нд"]);
/** Words that may mean «no value», or nought, or be a value of their own: only a person knows. */
const missingWords = new Set(
  "?|х|x|none|nil|undefined|немає|нема|немає даних|дані відсутні|відсутні дані|відсутній|відсутня|відсутнє|відсутні|не вказано|не визначено|невідомо|б/н|без даних".split(
    "|",
  ),
);
const couldBeMissing = /^[-–—?xхnNuбнвдНВДБNU!(#]/i;
const excelErrors =
  /^#(REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|N\/A|ЗНАЧ!|ПОСИЛ!|ДЕЛ\/0!|ССЫЛКА!|ИМЯ\?|ЧИСЛО!|Н\/Д)$/i;
const yesNo = new Set(["так", "ні", "yes", "no", "да", "нет", "+"]);
const clock = /^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;
/** Longer than any number, date or word of these. */
const longestShape = 80;
const gap = "[ \\u00a0\\u202f\\u2009']";
const grouped = new RegExp(`^[+-]?\\d{1,3}(${gap}\\d{3})+([.,]\\d+)?$`);
/** A point after the commas tells that they part thousands: «1,234.5». */
const commaGrouped = /^[+-]?\d{1,3}(,\d{3})+\.\d+$/;
/** «1.234,56», as Germans write it: the comma after the points tells what the points are. */
const dotGrouped = /^[+-]?\d{1,3}(\.\d{3})+,\d+$/;
/** A negative number of accountants: «(1 234,56)», «1234-». */
const accounting = new RegExp(
  `^\\(${gap}?\\d[\\d.,]*(${gap}\\d{3})*([.,]\\d+)?${gap}?\\)$|^\\d+([.,]\\d+)?-$`,
);
const minusSign = /^[\u2212\u2013]\d+([.,]\d+)?$/;
const months =
  "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня";
/** «1 вересня 1963 року»: day, month, year. */
export const dateWords = new RegExp(
  `^[«"]?(\\d{1,2})[»"]?\\s+(${months})\\s+(\\d{4})\\s*(?:р\\.?|року)?$`,
  "i",
);
/** The month of a word of a date, 1 to 12. */
export const monthOf = (word: string): number => months.split("|").indexOf(word.toLowerCase()) + 1;
const currency =
  /^[+-]?[\d \u00a0.,]*\d\s?(грн\.?|₴|тис\.? ?грн\.?|млн\.? ?грн\.?|uah|\$|€)$|^[₴$€]\s?\d[\d \u00a0.,]*$/i;

/** The longest of these words. */
const longestMissing = 20;

/** What people write where there is no value, if the cell is that. Empty and `null` are the lawful ways. */
export function missingShape(
  text: string,
): "missing-sign" | "missing-code" | "missing-word" | undefined {
  if (text.length > longestMissing || text === "null" || !couldBeMissing.test(text))
    return undefined;
  const word = text.toLowerCase();
  if (missingSigns.has(word)) return "missing-sign";
  if (missingCodes.has(word)) return "missing-code";
  return missingWords.has(word) ? "missing-word" : undefined;
}

export const isExcelError = (text: string): boolean => text[0] === "#" && excelErrors.test(text);

/** The shape of digits alone, or of digits parted by one point; most cells of figures are that. */
function plainShape(text: string, mask: number): Shape | undefined {
  if (mask === DIGIT) return text.length > 1 && text.startsWith("0") ? "zero-led" : "integer";
  const point = mask === (DIGIT | DOT) ? text.indexOf(".") : -1;
  if (point === -1 || text.includes(".", point + 1)) return undefined;
  return point > 0 && text.endsWith(".0") ? "whole-decimal" : "decimal";
}

/** How a cell is written. `mask` holds at least the bits of its characters; all of them where nobody looked. */
export function shapeOf(text: string, mask = -1): Shape {
  if (text.length > longestShape) return "text";
  const plain = plainShape(text, mask);
  if (plain) return plain;
  const first = text.charCodeAt(0);
  const number = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
  // What most cells are is told first: a day, and a text that begins with a letter and is longer than any word of these.
  if (text.length === 10 && isOfType.date(text)) return "date-iso";
  const letter = (first >= 0x400 && first <= 0x52f) || (first >= 65 && first <= 90);
  if (letter && text.length > longestMissing) return "text";
  if (number) {
    if (/^[+-]?\d+$/.test(text)) return /^0\d/.test(text) ? "zero-led" : "integer";
    // «5.0» is what programs make of 5; «1200.00» is money.
    if (/^[+-]?\d+\.0$/.test(text)) return "whole-decimal";
    if (/^[+-]?(\d+\.\d*|\.\d+)$/.test(text)) return "decimal";
    if (/^[+-]?(\d+\.?\d*|\.\d+)[eE][+-]?\d+$/.test(text)) return "exponent";
    const iso = /^\d{4}-\d{1,2}-\d{1,2}(.*)$/s.exec(text);
    if (iso) {
      if (iso[1] === "") {
        if (isOfType.date(text)) return "date-iso";
        const padded = text.replace(/-(\d)(?!\d)/g, "-0$1");
        return isOfType.date(padded) ? "date-unpadded" : "date-impossible";
      }
      if (isOfType.datetime(text)) return "datetime-iso";
      if (/^\d{4}-\d\d-\d\dТ/.test(text)) return "datetime-cyrillic";
      const [, hours = ""] = /^ (.*)$/.exec(iso[1] ?? "") ?? [];
      if (clock.test(hours))
        return isOfType.date(text.slice(0, 10)) ? "datetime-other" : "date-impossible";
    }
    const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: ?р\.?)?( .*)?$/.exec(text);
    if (dotted) {
      const [, day = "", month = "", year = "", time] = dotted;
      // «0218» for 2018: a slip of the hand, which no program may make a date of the third century.
      const exists =
        /^(?:1[7-9]|20)/.test(year) &&
        isOfType.date(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
      if (!exists) return "date-impossible";
      if (time) return clock.test(time.trim()) ? "datetime-other" : "date-noted";
      return "date-dotted";
    }
    if (/^\d{1,2}[./]\d{1,2}[./]\d{2}(?: ?р\.?)?$/.test(text)) return "date-short";
    if (/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(text)) return "date-slashed";
    if (/^\d{1,2}:\d{2}(:\d{2})?$/.test(text)) return "time";
    if (commaGrouped.test(text)) return "grouped-comma";
    if (grouped.test(text)) return "grouped";
    if (dotGrouped.test(text)) return "dot-grouped";
    if (text.endsWith("-") && accounting.test(text)) return "accounting";
    const words = text.length >= 10 ? dateWords.exec(text) : null;
    if (words) {
      const [, day = "", month = "", year = ""] = words;
      const iso = `${year}-${String(monthOf(month)).padStart(2, "0")}-${day.padStart(2, "0")}`;
      return isOfType.date(iso) ? "date-words" : "date-impossible";
    }
    // «1,234» is a thousand or a fraction, «101,102,103» may be a list: only other cells of the column can tell.
    if (/^[+-]?[1-9]\d{0,2}(,\d{3})+$/.test(text)) return "comma-thousandths";
    if (/^[+-]?\d+,\d+$/.test(text)) return "decimal-comma";
    if (/^[+-]?\d+([.,]\d+)?\s?%$/.test(text)) return "percent";
    if (/^\d{1,5}(?:[-/]\d{1,4})?(?:[ -]?\p{L})?$/u.test(text)) return "code";
  }
  if (first === 40 && accounting.test(text)) return "accounting";
  if (minusSign.test(text)) return "minus-sign";
  const missing = missingShape(text);
  if (missing) return missing;
  if (isExcelError(text)) return "excel-error";
  if (/^[<>≥≤~≈]\s?\d+([.,]\d+)?$/.test(text)) return "bounded";
  if ((number || /^[₴$€]/.test(text)) && currency.test(text)) return "currency";
  if (/^(true|false)$/i.test(text)) return "boolean";
  if (text.length <= 3 && yesNo.has(text.toLowerCase())) return "boolean-word";
  return "text";
}

const among = (list: readonly string[]) => (shape: Shape) => list.includes(shape);
export const isNumericShape = among(numericShapes);
export const isDateShape = among(dateShapes);
