import type { Mark } from "../model/table.ts";
import { CYRILLIC, LATIN, MARK, ODD } from "./characters.ts";

/** Controls but tab and line ends, soft hyphens, marks of zero width and of direction, separators of lines. */
const invisible =
  /(?![\t\n\r])[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;
const mixed = /[A-Za-z][А-яІіЇїЄєҐґ]|[А-яІіЇїЄєҐґ][A-Za-z]/;
/** A replacement character, or UTF-8 read as Western: «Ð£ÐºÑ€». */
const lost = /\ufffd|(?:[ÐÑ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){2}/;
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

/** What of the ways of writing text a cell shows. `mask` says which looks can be left out. */
export function textMarks(text: string, mask: number, note: (mark: Mark) => void): void {
  const first = text.charCodeAt(0);
  if (mask & ODD) {
    if (invisible.test(text)) note("invisible");
    if (lost.test(text)) note("lost-letters");
  }
  if ((mask & (LATIN | CYRILLIC)) === (LATIN | CYRILLIC) && mixed.test(text))
    note("mixed-alphabet");
  if ((first < 65 || mask & ODD) && formula.test(text)) note("formula");
  if (mask & LATIN && ((mask & MARK && markup.test(text)) || scripted.test(text))) note("markup");
}
