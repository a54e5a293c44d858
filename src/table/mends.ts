import type { ColumnReport, Mark } from "../model/table.ts";
import { isCyrillicKatottg, isEdrpou, toLatinLetters } from "./column/role/codes.ts";
import { dateWords, monthOf, type Shape, shapeOf } from "./column/role/shape.ts";
import { withoutInvisible } from "./column/role/text-marks.ts";

/** A cell's text → the same value rightly written, or undefined where only a person can decide. */
type MendText = (text: string) => string | undefined;
/** Mends what one of the marks tells of. `name` is its own: a list of what was mended can be kept and done again. */
export type Mend = { rule: string; name: string; marks: readonly Mark[]; mend: MendText };

/** A repair that a column with the mark needs, unless something else in the column speaks against it. */
type Repairing = Mend & { unless?: (column: ColumnReport) => unknown };

const lists =
  /маршрут|квартир|кабінет|номер|№|код|перелік|список|верс|редакц|route|list|number|code|version/i;
/** «101,102» in a column of routes is a list, «1.0» in a column of versions is a name. */
const isOfLists = ({ name, title }: ColumnReport): boolean =>
  lists.test(name) || lists.test(title ?? "");
/** Where letters are lost, the invisible ones among them may be what is left to restore them by. */
const hasLostLetters = ({ marks }: ColumnReport): boolean => marks["lost-letters"] !== undefined;
/** 01.13.2024 beside 03.04.2024: the month stands first, and the second date may be the third of April or the fourth of March. */
const isMonthFirst = ({ marks }: ColumnReport): boolean =>
  marks["date-impossible"]?.first.some(({ value }) =>
    /^(0?[1-9]|1[0-2])\.(1[3-9]|2\d|3[01])\.\d{4}$/.test(value),
  ) ?? false;

/** Is «1,234» in this column a thousand or a fraction? Only its other cells can tell. */
function commaMeaning({ marks }: ColumnReport): "decimal" | "thousands" | "unknown" {
  const thousands = marks["grouped-comma"] !== undefined;
  const decimal = marks["decimal-comma"] !== undefined;
  if (thousands === decimal) return "unknown";
  return thousands ? "thousands" : "decimal";
}

/** Mends cells of a shape, and leaves all others. */
const ofShape =
  (shape: Shape, mend: MendText): MendText =>
  (text) =>
    shapeOf(text) === shape ? mend(text) : undefined;

const number = (
  shape: Shape & Mark,
  mend: (text: string) => string,
  unless: (column: ColumnReport) => boolean = () => false,
  name: string = shape,
): Repairing => ({
  rule: "numbers-written",
  name,
  marks: [shape],
  unless: (column) => isOfLists(column) || unless(column),
  mend: ofShape(shape, mend),
});

const withoutGaps = (text: string): string => text.replace(/[ \u00a0\u202f\u2009']/g, "");
const withoutCommas = (text: string): string => text.replaceAll(",", "");
const withPoint = (text: string): string => text.replace(",", ".");
const two = (digits: string): string => digits.padStart(2, "0");

/** «5.3.2024 р.» */
function mendDotted(text: string): string | undefined {
  const found = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: ?р\.?)?$/.exec(text);
  if (!found) return undefined;
  const [, day = "", month = "", year = ""] = found;
  return `${year}-${two(month)}-${two(day)}`;
}

/** «5 березня 2024 року» */
function mendWords(text: string): string {
  const [, day = "", month = "", year = ""] = dateWords.exec(text) ?? [];
  return `${year}-${two(String(monthOf(month)))}-${two(day)}`;
}

/** «5.3.2024 9:30», «2024-03-05 9:30» */
function mendMoment(text: string): string | undefined {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}) (\d{1,2}):(\d{2})(:\d{2})?$/.exec(text);
  if (dotted) {
    const [, day = "", month = "", year = "", hour = "", minute = "", second = ""] = dotted;
    return `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}${second}`;
  }
  const spaced = /^(\d{4}-\d\d-\d\d) (\d{1,2}):(\d{2})(:\d{2})?$/.exec(text);
  if (!spaced) return undefined;
  const [, day = "", hour = "", minute = "", second = ""] = spaced;
  return `${day}T${two(hour)}:${minute}${second}`;
}

function mendKatottg(text: string): string | undefined {
  if (isCyrillicKatottg(text)) return `UA${text.slice(2)}`;
  return /^[ОРКНМСХВ]$/.test(text) ? toLatinLetters(text) : undefined;
}

/** All repairs that need no guess, in the order in which a cell goes through them. */
const repairs: readonly Repairing[] = [
  {
    rule: "characters-visible",
    name: "invisible",
    marks: ["invisible"],
    unless: hasLostLetters,
    mend: withoutInvisible,
  },
  {
    rule: "characters-visible",
    name: "decomposed",
    marks: ["decomposed"],
    unless: hasLostLetters,
    mend: (text) => text.normalize("NFC"),
  },
  {
    rule: "spaces-trimmed",
    name: "edge-space",
    marks: ["edge-space", "invisible"],
    mend: (text) => text.trim(),
  },
  // A broken formula is no sign of «no value»: what stood there has to be found again.
  {
    rule: "missing-written",
    name: "missing-sign",
    marks: ["missing-sign"],
    mend: ofShape("missing-sign", () => ""),
  },
  {
    rule: "missing-written",
    name: "missing-code",
    marks: ["missing-code"],
    unless: ({ type }) => type === "string",
    mend: ofShape("missing-code", () => ""),
  },
  number("decimal-comma", withPoint),
  number("grouped-comma", withoutCommas),
  number("grouped", (text) => withPoint(withoutGaps(text))),
  number("dot-grouped", (text) => withPoint(text.replaceAll(".", ""))),
  number("minus-sign", (text) => `-${withPoint(text.slice(1))}`),
  number(
    "comma-thousandths",
    (text) => (text.indexOf(",") === text.lastIndexOf(",") ? withPoint(text) : text),
    (column) => commaMeaning(column) !== "decimal",
    "comma-decimal",
  ),
  number(
    "comma-thousandths",
    withoutCommas,
    (column) => commaMeaning(column) !== "thousands",
    "comma-thousands",
  ),
  number("whole-decimal", (text) => text.replace(/\.0$/, "")),
  {
    rule: "dates-written",
    name: "date-dotted",
    marks: ["date-dotted"],
    unless: isMonthFirst,
    mend: ofShape("date-dotted", mendDotted),
  },
  {
    rule: "dates-written",
    name: "date-words",
    marks: ["date-words"],
    mend: ofShape("date-words", mendWords),
  },
  {
    rule: "dates-written",
    name: "date-unpadded",
    marks: ["date-unpadded"],
    mend: ofShape("date-unpadded", (text) => text.replace(/-(\d)(?!\d)/g, "-0$1")),
  },
  {
    rule: "dates-written",
    name: "datetime-cyrillic",
    marks: ["datetime-cyrillic"],
    mend: (text) => text.replace(/^(\d{4}-\d\d-\d\d)Т/, "$1T"),
  },
  {
    rule: "dates-written",
    name: "datetime-other",
    marks: ["datetime-other"],
    unless: isMonthFirst,
    mend: ofShape("datetime-other", mendMoment),
  },
  {
    rule: "edrpou-valid",
    name: "edrpou-short",
    marks: ["edrpou-short"],
    // The zero is given back only where the check digit agrees that it was there.
    mend: (text) => (/^\d{7}$/.test(text) && isEdrpou(`0${text}`) ? `0${text}` : undefined),
  },
  { rule: "katottg-valid", name: "katottg-letters", marks: ["katottg-letters"], mend: mendKatottg },
];

/** Which repairs a column needs and can have without guessing. */
export const mendsOf = (column: ColumnReport): Mend[] =>
  repairs.filter(
    ({ marks, unless }) =>
      marks.some((mark) => column.marks[mark] !== undefined) && !unless?.(column),
  );

/** Mends by their names, in the order in which a cell goes through them. */
export const mendsNamed = (names: readonly string[]): Mend[] =>
  repairs.filter(({ name }) => names.includes(name));
