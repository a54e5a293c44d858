import { isOfType } from "./cell.ts";

/** How a cell is written, whatever its column is meant for. */
export const shapes = [
  "integer",
  "zero-led",
  "whole-decimal",
  "decimal",
  "exponent",
  "decimal-comma",
  "grouped",
  "currency",
  "percent",
  "bounded",
  "date-iso",
  "date-dotted",
  "date-short",
  "date-slashed",
  "date-impossible",
  "datetime-iso",
  "datetime-cyrillic",
  "datetime-other",
  "time",
  "boolean",
  "boolean-word",
  "missing-word",
  "excel-error",
  "text",
] as const;
export type Shape = (typeof shapes)[number];

const missingWords = new Set([
  "-",
  "–",
  "—",
  "--",
  "---",
  "?",
  "х",
  "x",
  "na",
  "n/a",
  "#n/a",
  "nan",
  "none",
  "nil",
  "null",
  "nul",
  "undefined",
  "н/д",
  "н.д.",
  "нд",
  "немає",
  "нема",
  "немає даних",
  "дані відсутні",
  "відсутні дані",
  "відсутній",
  "відсутня",
  "відсутнє",
  "відсутні",
  "не вказано",
  "не визначено",
  "невідомо",
  "б/н",
  "без даних",
  "! not applicable",
  "not applicable",
  "не застосовується",
  "(blank)",
  "(пусто)",
]);
const couldBeMissing = /^[-–—?xхnNuбнвдНВДБNU!(#]/i;
const excelErrors =
  /^#(REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|N\/A|ЗНАЧ!|ПОСИЛ!|ДЕЛ\/0!|ССЫЛКА!|ИМЯ\?|ЧИСЛО!|Н\/Д)$/i;
const yesNo = new Set(["так", "ні", "yes", "no", "да", "нет", "+"]);
const gap = "[ \\u00a0\\u202f\\u2009']";
const grouped = new RegExp(`^[+-]?\\d{1,3}(${gap}\\d{3})+([.,]\\d+)?$`);
const commaGrouped = /^[+-]?\d{1,3}(,\d{3}){2,}(\.\d+)?$|^[+-]?\d{1,3}(,\d{3})+\.\d+$/;
const currency =
  /^[+-]?[\d {2}.,]*\d\s?(грн\.?|₴|тис\.? ?грн\.?|млн\.? ?грн\.?|uah|\$|€)$|^[₴$€]\s?\d[\d {2}.,]*$/i;

/** Is the cell a word that people write where there is no value? Empty and `null` are the lawful ones and are no words. */
export const isMissingWord = (text: string): boolean =>
  couldBeMissing.test(text) &&
  text.length <= 20 &&
  text !== "null" &&
  missingWords.has(text.trim().toLowerCase());

export const isExcelError = (text: string): boolean => text[0] === "#" && excelErrors.test(text);

export function shapeOf(text: string): Shape {
  const first = text.charCodeAt(0);
  const number = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
  if (number) {
    if (/^[+-]?\d+$/.test(text)) return /^0\d/.test(text) ? "zero-led" : "integer";
    if (/^[+-]?\d+\.0+$/.test(text)) return "whole-decimal";
    if (/^[+-]?(\d+\.\d*|\.\d+)$/.test(text)) return "decimal";
    if (/^[+-]?(\d+\.?\d*|\.\d+)[eE][+-]?\d+$/.test(text)) return "exponent";
    const iso = /^\d{4}-\d{1,2}-\d{1,2}(.*)$/s.exec(text);
    if (iso) {
      if (iso[1] === "") return isOfType.date(text) ? "date-iso" : "date-impossible";
      if (isOfType.datetime(text)) return "datetime-iso";
      if (/^\d{4}-\d\d-\d\dТ/.test(text)) return "datetime-cyrillic";
      if (/^\d{4}-\d\d-\d\d \d/.test(text)) return "datetime-other";
    }
    const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: ?р\.?)?( .*)?$/.exec(text);
    if (dotted) {
      const [, day = "", month = "", year = "", time] = dotted;
      if (time) return "datetime-other";
      return isOfType.date(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`)
        ? "date-dotted"
        : "date-impossible";
    }
    if (/^\d{1,2}[./]\d{1,2}[./]\d{2}$/.test(text)) return "date-short";
    if (/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(text)) return "date-slashed";
    if (/^\d{1,2}:\d{2}(:\d{2})?$/.test(text)) return "time";
    if (commaGrouped.test(text) || grouped.test(text)) return "grouped";
    if (/^[+-]?\d+,\d+$/.test(text)) return "decimal-comma";
    if (/^[+-]?\d+([.,]\d+)?\s?%$/.test(text)) return "percent";
  }
  if (isMissingWord(text)) return "missing-word";
  if (isExcelError(text)) return "excel-error";
  if (/^[<>≥≤~≈]\s?\d+([.,]\d+)?$/.test(text)) return "bounded";
  if ((number || /^[₴$€]/.test(text)) && currency.test(text)) return "currency";
  if (/^(true|false)$/i.test(text)) return "boolean";
  if (text.length <= 3 && yesNo.has(text.toLowerCase())) return "boolean-word";
  return "text";
}

export const numericShapes: readonly Shape[] = [
  "integer",
  "whole-decimal",
  "decimal",
  "exponent",
  "decimal-comma",
  "grouped",
  "currency",
  "percent",
  "bounded",
];
export const dateShapes: readonly Shape[] = [
  "date-iso",
  "date-dotted",
  "date-short",
  "date-slashed",
  "date-impossible",
];
export const momentShapes: readonly Shape[] = [
  "datetime-iso",
  "datetime-cyrillic",
  "datetime-other",
];
