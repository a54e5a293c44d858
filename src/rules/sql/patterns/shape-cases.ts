import type { Field } from "../../../schemas/data/table-schema.ts";
import { typePatterns } from "../../../table/column/cell.ts";
import {
  excelErrors,
  missingCodes,
  missingSigns,
  missingWords,
} from "../../../table/column/missing.ts";
import {
  clock,
  dayFirst,
  longestShape,
  monthInWords,
  numberPatterns,
  otherPatterns,
  type Pattern,
  type Shape,
  yearFirst,
  yesNo,
} from "../../../table/column/role/shape.ts";
import { dayInWords, dottedDay, isoDay, unpaddedDay } from "./calendar.ts";
import { spaces } from "./pattern.ts";

/**
 * A text that the pattern fits has the shape, or what the cases under it tell; where none of these holds, the cases
 * after it are asked. The first case that tells is right.
 */
export type ShapeCase = { fits: RegExp } & ({ shape: Shape } | { cases: readonly ShapeCase[] });

const anything = /^/;
const isNumbered = /^[0-9+\-.]/;
const isOther = /^[^0-9+\-.\u0400-\u052f]/;
const clockText = clock.source.slice(1, -1);
const timeText = typePatterns.time.source.slice(1, -1);
const day = new RegExp(`^${isoDay}$`);
const moment = new RegExp(`^${isoDay}T${timeText}$`);

/** What the patterns that ask the calendar find, the calendar written out as patterns too. */
const calendarCases = new Map<Pattern[1], readonly [RegExp, Shape][]>([
  [
    yearFirst,
    [
      [day, "date-iso"],
      [new RegExp(`^${unpaddedDay}$`), "date-unpadded"],
      [/^\d{4}-\d{1,2}-\d{1,2}$/, "date-impossible"],
      [moment, "datetime-iso"],
      [/^\d{4}-\d\d-\d\dТ/, "datetime-cyrillic"],
      [new RegExp(`^${isoDay} ${clockText}$`), "datetime-other"],
      [new RegExp(`^\\d{4}-\\d{1,2}-\\d{1,2} ${clockText}$`), "date-impossible"],
      [anything, "text"],
    ],
  ],
  [
    dayFirst,
    [
      [new RegExp(`^${dottedDay}(?: ?р\\.?)?$`), "date-dotted"],
      [new RegExp(`^${dottedDay}(?: ?р\\.?)? [${spaces}]*${clockText}$`), "datetime-other"],
      [new RegExp(`^${dottedDay}(?: ?р\\.?)? `), "date-noted"],
      [anything, "date-impossible"],
    ],
  ],
  [
    monthInWords,
    [
      [new RegExp(`^[«"]?${dayInWords}\\s*(?:р\\.?|року)?$`, "i"), "date-words"],
      [anything, "date-impossible"],
    ],
  ],
]);

function casesOf(patterns: readonly Pattern[]): ShapeCase[] {
  return patterns.map(([fits, shape]) => {
    if (typeof shape === "string") return { fits, shape };
    const found = calendarCases.get(shape);
    if (!found) throw new Error(`SQL does not know the shapes of ${fits}.`);
    return { fits, cases: found.map(([ofFound, told]) => ({ fits: ofFound, shape: told })) };
  });
}

const oneOf = (words: ReadonlySet<string>): RegExp =>
  new RegExp(`^(?:${[...words].map((word) => RegExp.escape(word)).join("|")})$`, "i");

/** Ways of writing that there is nothing, in a column of text. */
export const missingCases: readonly { fits: RegExp; shape: Shape }[] = [
  { fits: oneOf(missingSigns), shape: "missing-sign" },
  // «null» in small letters is lawful.
  { fits: /^null$/, shape: "text" },
  { fits: oneOf(missingCodes), shape: "missing-code" },
  { fits: oneOf(missingWords), shape: "missing-word" },
];
export const excelError = { fits: excelErrors, shape: "excel-error" } as const;

/** How a cell is written, as `shapeOf` tells it; what fits no case is a text. */
export const shapeCases: readonly ShapeCase[] = [
  { fits: new RegExp(`^[\\s\\S]{${longestShape + 1}}`), shape: "text" },
  { fits: isNumbered, cases: casesOf(numberPatterns) },
  { fits: isOther, cases: casesOf(otherPatterns) },
  ...missingCases,
  excelError,
  { fits: oneOf(yesNo), shape: "boolean-word" },
];

/** How the values of a type are written; a string may be anything. */
export const typeCases: Partial<Record<Field["type"], RegExp>> = {
  ...typePatterns,
  date: day,
  datetime: moment,
};
