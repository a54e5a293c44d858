import { type CellObject, SSF } from "@e965/xlsx";

const pad = (value: number, length = 2) => String(value).padStart(length, "0");

/** Day 366 of Excel: a number below it under a format of hours is a span of time, not a moment of the year 1900. */
const firstYear = 366;
const secondsOfDay = 86_400;

export const isDate = (format: string): boolean => SSF.is_date(format);

/** What a format of numbers writes beside them, «₴» or «тис. грн»; empty where it writes none, or signs only. */
export function unitOf(format: string): string {
  if (format === "General" || isDate(format)) return "";
  const [positive = ""] = format.split(";");
  const written = [...positive.matchAll(/"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|([$€£¥₴])/g)].map(
    ([, quoted, escaped, currency, sign]) => quoted ?? escaped ?? currency ?? sign ?? "",
  );
  const unit = written.join("").trim();
  return /[\p{L}\p{Sc}]/u.test(unit) ? unit : "";
}
/** Does the format show hours alone, «25:15»: hours beyond a day in brackets, or no letter of a day, month or year? */
const isSpan = (format: string): boolean => /\[h+\]/i.test(format);
const showsDay = (format: string): boolean =>
  /[dy]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, ""));

/** Seconds as «25:15» or «25:15:30». */
function spanText(seconds: number): string {
  const sign = seconds < 0 ? "-" : "";
  const whole = Math.abs(seconds);
  const rest = whole % 60;
  return `${sign}${pad(Math.floor(whole / 3600))}:${pad(Math.floor(whole / 60) % 60)}${rest === 0 ? "" : `:${pad(rest)}`}`;
}

/** A day number of a workbook (no time zone) as ISO 8601: a date, a moment, or a time alone. */
function momentText(value: number, format: string, date1904: boolean): string {
  const seconds = Math.round(value * secondsOfDay);
  if (isSpan(format) || (!showsDay(format) && value < firstYear)) return spanText(seconds);
  if (value < 0) return "#NUM!";
  const { y, m, d } = SSF.parse_date_code(seconds / secondsOfDay, { date1904 }) ?? {};
  if (y === undefined) return "#NUM!";
  const day = `${pad(y, 4)}-${pad(m)}-${pad(d)}`;
  const time = seconds % secondsOfDay;
  return time === 0 ? day : `${day}T${spanText(time)}`;
}

const plain = (value: number): string =>
  Math.abs(value) < 1e-6 ? value.toFixed(20).replace(/\.?0+$/, "") : String(value);

/** A number as people mean it: the fifteen digits Excel keeps, zeros in front where the format shows them. */
function numberText(value: number, format: string): string {
  const text =
    Number.isInteger(value) && Math.abs(value) < 1e15
      ? String(value)
      : plain(Number(value.toPrecision(15)));
  return /^0{2,}$/.test(format) && Number.isInteger(value) && value >= 0
    ? text.padStart(format.length, "0")
    : text;
}

/** Errors by their codes ([MS-XLS] 2.5.10). */
const errors: Record<number, string> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
};
const truths = new Set(["TRUE", "FALSE", "ІСТИНА", "ХИБНІСТЬ", "ИСТИНА", "ЛОЖЬ"]);

/** A cell → its value as text: what it is, not how it is shown, but for zeros that a format puts in front. */
export function cellText(cell: CellObject | undefined, date1904: boolean): string {
  if (!cell) return "";
  const format = String(cell.z ?? "");
  switch (cell.t) {
    case "n":
      // LibreOffice keeps a counted TRUE as the number 1, and the word as what is shown.
      if (truths.has(cell.w ?? "")) return String(Boolean(cell.v));
      return isDate(format)
        ? momentText(Number(cell.v), format, date1904)
        : numberText(Number(cell.v), format);
    case "s":
      return String(cell.v ?? "").replace(/\r\n?/g, "\n");
    case "b":
      return String(cell.v);
    case "e":
      return errors[Number(cell.v)] ?? "#VALUE!";
    default:
      return "";
  }
}
