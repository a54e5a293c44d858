import type { Field } from "../../schemas/data/table-schema.ts";
import { compareCells, isNumeric, isOfType } from "../../table/column/cell.ts";
import { patternOf } from "../../table/column/constraints.ts";
import { ditto, excelDate } from "../../table/column/role/text-marks.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { limitsInSql, momentInSql } from "./patterns/moments.ts";
import { ourPatternFor, patternFor } from "./patterns/pattern.ts";
import {
  excelError,
  missingCases,
  type ShapeCase,
  shapeCases,
  typeCases,
} from "./patterns/shape-cases.ts";

/** Conditions and values over one cell, whose text without the spaces around it is `text`. */
export type CellChecks = {
  /** Has the cell, which holds something, the type that the structure promises? */
  isTyped: string;
  /** How the cell is written, where that says something; else NULL. */
  shape: string;
  /** The first rule of the structure that the cell breaks; else NULL. */
  broken: string;
  /** The number of a cell of numbers; NULL in other columns. */
  number: string;
  /** What is ordered for the limits of the profile: a number, a date as text, a moment; NULL where nothing is. */
  ordered: string;
  /** Of a cell of moments or times, a text `moment` in their order (`momentInSql`). */
  moment?: string;
  /** What else stands out in a text: kind → condition. */
  marks: Record<string, string>;
};

/** «`text` fits a pattern of ours». */
const fits = (dialect: Dialect, pattern: RegExp): string =>
  dialect.matches("text", ourPatternFor(dialect.flavour, pattern));

/** A field of a structure, and whether the engine stores its values with types of its own, as in Parquet. */
export type AskedField = Field & { isStored?: boolean };

function caseOf(whens: readonly (readonly [string, string])[], otherwise = "NULL"): string {
  if (whens.length === 0) return otherwise;
  const lines = whens.map(([condition, value]) => `\n      WHEN ${condition} THEN ${value}`);
  return `CASE${lines.join("")}\n      ELSE ${otherwise}\n    END`;
}

/** Cases of shapes → the first shape that they tell; NULL where they tell none. */
function shapeIn(dialect: Dialect, cases: readonly ShapeCase[]): string {
  const groups: string[] = [];
  let whens: [string, string][] = [];
  const close = () => {
    if (whens.length > 0) groups.push(caseOf(whens));
    whens = [];
  };
  for (const one of cases) {
    const condition = fits(dialect, one.fits);
    if ("shape" in one) whens.push([condition, dialect.text(one.shape)]);
    else {
      // Where the cases under a pattern tell nothing, the next are asked.
      close();
      groups.push(caseOf([[condition, shapeIn(dialect, one.cases)]]));
    }
  }
  close();
  return groups.length === 1 ? (groups[0] ?? "") : `coalesce(${groups.join(", ")})`;
}

const listOf = (dialect: Dialect, values: readonly string[]): string =>
  values.map(dialect.text).join(", ");

/** The number that a text of digits is; what no number of the machine holds is without end, as in JavaScript. */
const numberIn = `coalesce(TRY_CAST(text AS DOUBLE), CASE WHEN text LIKE '-%' THEN CAST('-Infinity' AS DOUBLE) ELSE CAST('Infinity' AS DOUBLE) END)`;

const isOfTime = (type: Field["type"]): type is "datetime" | "time" =>
  type === "datetime" || type === "time";

/** «The cell is below the limit», or above it; undefined where no cell can be. */
function beyond(dialect: Dialect, type: Field["type"], limit: number | string, sign: "<" | ">") {
  const limits = isOfTime(type) ? limitsInSql(type, String(limit), sign) : undefined;
  if (limits)
    return `is_typed AND CASE WHEN moment LIKE 'Z%' THEN moment ${sign} ${dialect.text(limits.zoned)} ELSE moment ${sign} ${dialect.text(limits.local)} END`;
  if (!isNumeric(type) && type !== "year")
    return `is_typed AND text ${sign} ${dialect.text(String(limit))}`;
  const number = Number(limit);
  // A limit that is no number limits nothing.
  if (Number.isNaN(compareCells(type, "0", String(limit)))) return undefined;
  return `is_typed AND ${numberIn} ${sign} CAST(${dialect.text(String(number))} AS DOUBLE)`;
}

/**
 * «The cell is none of the values that are allowed». In a file of text it must be written as they are; in a column of
 * numbers it is the engine that writes, 12.50 for 12.5.
 */
function unlisted(
  dialect: Dialect,
  { type, isStored }: AskedField,
  allowed: readonly string[],
): string {
  const asText = `text NOT IN (${listOf(dialect, allowed)})`;
  const numbers = isStored && type === "number" ? allowed.filter(isOfType.number).map(Number) : [];
  if (numbers.length === 0) return asText;
  const list = numbers.map((number) => `CAST(${dialect.text(String(number))} AS DOUBLE)`);
  return `${asText} AND ${numberIn} NOT IN (${list.join(", ")})`;
}

/** Rules of the structure that one cell can break, in the order in which the engine asks them. */
function brokenWhens(dialect: Dialect, field: AskedField): [string, string][] {
  const { type, constraints } = field;
  const { minimum, maximum, minLength, maxLength, pattern } = constraints;
  const allowed = constraints.enum && [...new Set(constraints.enum.map(String))];
  const known = pattern !== undefined && patternOf(pattern) !== undefined;
  const written = known ? patternFor(dialect.flavour, pattern) : undefined;
  const conditions = {
    enum: allowed && unlisted(dialect, field, allowed),
    minimum: minimum === undefined ? undefined : beyond(dialect, type, minimum, "<"),
    maximum: maximum === undefined ? undefined : beyond(dialect, type, maximum, ">"),
    minLength: minLength === undefined ? undefined : `length(text) < ${minLength}`,
    maxLength: maxLength === undefined ? undefined : `length(text) > ${maxLength}`,
    pattern: written === undefined ? undefined : `NOT (${dialect.matches("text", written)})`,
  };
  const asked = isNumeric(type) ? "is_typed" : "is_filled";
  return Object.entries(conditions).flatMap(([kind, condition]) =>
    condition === undefined ? [] : [[`${asked} AND ${condition}`, dialect.text(kind)]],
  );
}

const noText = (dialect: Dialect): string => `CAST(NULL AS ${dialect.textType})`;
const noNumber = "CAST(NULL AS DOUBLE)";

const textMarks = (dialect: Dialect): Record<string, string> => ({
  ditto: fits(dialect, ditto),
  "excel-date": fits(dialect, excelDate),
});

/** How a cell is written; NULL where that says nothing. */
const shapeUnless = (condition: string, dialect: Dialect): string =>
  caseOf(
    [[condition, noText(dialect)]],
    `coalesce(${shapeIn(dialect, shapeCases)}, ${dialect.text("text")})`,
  );

/** A column the structure does not speak of: how every cell is written. */
const ofAny = (dialect: Dialect): CellChecks => ({
  isTyped: "is_filled",
  shape: shapeUnless("NOT is_filled", dialect),
  broken: noText(dialect),
  number: noNumber,
  ordered: noText(dialect),
  marks: textMarks(dialect),
});

function ofText(dialect: Dialect, field: AskedField): CellChecks {
  // A word that the structure allows is a value.
  const allowed = field.constraints.enum?.map(String) ?? [];
  const more = allowed.length > 0 ? ` AND text NOT IN (${listOf(dialect, allowed)})` : "";
  const shapeWhen = ({
    fits: pattern,
    shape,
  }: {
    fits: RegExp;
    shape: string;
  }): [string, string] => [fits(dialect, pattern), dialect.text(shape)];
  const none = missingCases.filter(({ shape }) => shape !== "text");
  return {
    isTyped: "is_filled",
    shape: caseOf([
      [`NOT is_filled OR text = ${dialect.text("null")}`, noText(dialect)],
      ...none
        .map(shapeWhen)
        .map(([condition, shape]): [string, string] => [`${condition}${more}`, shape]),
      shapeWhen(excelError),
    ]),
    broken: caseOf(brokenWhens(dialect, field), noText(dialect)),
    number: noNumber,
    ordered: noText(dialect),
    marks: textMarks(dialect),
  };
}

/** What the structure asks of a column's cells, in a dialect; without a field, what can be said of any column. */
export function cellChecks(dialect: Dialect, field: AskedField | undefined): CellChecks {
  if (!field) return ofAny(dialect);
  const written = typeCases[field.type];
  if (!written) return ofText(dialect, field);
  const isNumber = isNumeric(field.type);
  const typed = (expression: string) => `CASE WHEN is_typed THEN ${expression} END`;
  const moment = isOfTime(field.type) ? momentInSql(field.type, dialect.textType) : undefined;
  // Of equal moments the texts decide; the least one is read out of what is ordered (`limitsIn`).
  const order = isNumber ? numberIn : moment ? "moment || ' ' || text" : "text";
  return {
    isTyped: `is_filled AND ${fits(dialect, written)}`,
    shape: shapeUnless("NOT is_filled OR is_typed", dialect),
    broken: caseOf(brokenWhens(dialect, field), noText(dialect)),
    number: isNumber ? typed(numberIn) : noNumber,
    // Nobody asks for the least of years.
    ordered: field.type === "boolean" ? noText(dialect) : typed(order),
    ...(moment ? { moment } : {}),
    marks: {},
  };
}
