import type { Mark } from "../../../model/table.ts";
import { CYRILLIC, DIGIT, LATIN, MARK, ODD, SPACE } from "../../scan/characters.ts";
import { restored } from "../../scan/mojibake.ts";

/** Controls but tab and line ends, soft hyphens, marks of zero width and of direction, separators of lines. */
const invisible =
  /(?![\t\n\r])[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;
const mixed = /[A-Za-z][А-яІіЇїЄєҐґ]|[А-яІіЇїЄєҐґ][A-Za-z]/;
/** A replacement character, or UTF-8 read as Western: «Ð£ÐºÑ€». */
const lost = /\ufffd|(?:[ÐÑ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){2}/;
/** Letters that a page without them has made question marks of: a word, or several in a row. */
const questions = /^(?=(?:[^?]*\?){3})(?:\?{4}|[^?]*\?{2,}[^?]*[ ,.-]\?|\?+[ ,.-]\?{2,})/;
/** «3.12345E+09»: a code of ten digits of which Excel shows six, and saves no more. */
const lostDigits = /^[1-9](?:[.,]\d{1,9})?E\+(?:0[89]|[1-9]\d)$/;
/** Numbers of houses that Excel has taken for dates: «03.вер», «5-лют», «лип.12». */
const shortMonth =
  "січ|лют|бер|кві|квіт|тра|трав|чер|черв|лип|сер|серп|вер|жов|жовт|лис|лист|гру|груд|янв|фев|мар|апр|май|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
export const excelDate = new RegExp(
  `^(?:\\d{1,2}[.\\-/ ](?:${shortMonth})\\.?|(?:${shortMonth})[.\\-/ ]\\d{2})$`,
  "i",
);
/** The longest of them. */
const longestExcelDate = 9;
/** «-//-», «—"—», «те саме»: what stands above stands here too, for a person's eye only. */
export const ditto =
  /^(?:[-–—=]{1,3} ?(?:\/\/|\\\\|\|\||["'″„“”]{1,2}|''|〃) ?[-–—=]{1,3}|["″〃„“”]|''|\/\/|те (?:ж )?саме|там (?:же|само)|так само)$/i;
/** The longest of them. */
const longestDitto = 12;
const formula = /^(?:=|@|[+-](?=[A-Za-zА-я(=@])|[\t\r])/;
const markup =
  /<\/?(?:a|b|i|u|br|p|div|span|script|style|table|tr|td|img|font|strong|em|ul|li|iframe)\b[^<>]{0,300}>|&(?:nbsp|quot|amp|lt|gt|#\d+);/i;
/** An address that a reader's program would run instead of opening. */
const scripted = /^\s*(?:javascript|vbscript|data:text\/html)\s*[:,;]/i;

/** Invisible and direction-changing characters of a text, for the cleaner. */
export const withoutInvisible = (text: string): string =>
  text
    // What stood for a line break becomes the space it was; marks without width go; joiners of emoji stay.
    .replace(/(?![\t\n\r])[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "");

type Note = (mark: Mark) => void;

/** Characters nobody sees, and letters that are lost. */
function noteOddCharacters(text: string, note: Note): void {
  if (invisible.test(text)) note("invisible");
  if (text.normalize("NFC") !== text) note("decomposed");
  if (lost.test(text)) note("lost-letters");
}

/** «?????» and «####» where a program could not write or show what was there. */
function noteSubstitutes(text: string, note: Note): void {
  if (questions.test(text)) note("question-marks");
  if (/^#{3,}$/.test(text)) note("narrow-column");
}

/** What Excel makes of codes and numbers of houses. */
function noteExcelNumbers(text: string, mask: number, note: Note): void {
  if (mask & LATIN && lostDigits.test(text)) note("lost-digits");
  if (mask & (LATIN | CYRILLIC) && text.length <= longestExcelDate && excelDate.test(text))
    note("excel-date");
}

/** What deceives a reader, or makes a program do what no table should. */
function noteUnsafe(text: string, mask: number, note: Note): void {
  if (mask & LATIN && mask & CYRILLIC && mixed.test(text)) note("mixed-alphabet");
  if ((text.charCodeAt(0) < 65 || mask & ODD) && formula.test(text)) note("formula");
  // «Сім&#39;я» has no Latin letter.
  const isMarkup = mask & MARK && mask & (LATIN | DIGIT) && markup.test(text);
  if (isMarkup || (mask & LATIN && scripted.test(text))) note("markup");
}

/** What of the ways of writing text a cell shows. `mask` says which looks can be left out. */
export function textMarks(text: string, mask: number, note: Note): void {
  const isMisread = mask & ~(DIGIT | SPACE) && restored(text) !== undefined;
  if (isMisread) note("misread-letters");
  else if (mask & ODD) noteOddCharacters(text, note);
  if (mask & MARK && !(mask & CYRILLIC)) noteSubstitutes(text, note);
  if (mask & DIGIT) noteExcelNumbers(text, mask, note);
  else if (text.length <= longestDitto && ditto.test(text)) note("ditto");
  if (!isMisread) noteUnsafe(text, mask, note);
}
