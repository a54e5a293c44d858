import { CYRILLIC, DIGIT, DOT } from "../scan/characters.ts";
import type { RecordView } from "../scan/records.ts";
import { isOfType } from "./cell.ts";
import { type ColumnState, noteBroken, noteMark, notePersonal, noteShape } from "./column-state.ts";
import { isExcelError, missingShape } from "./missing.ts";
import { placeMark, roleMark } from "./role/role-marks.ts";
import { isNumericShape, type Shape, shapeOf } from "./role/shape.ts";
import { textMarks } from "./role/text-marks.ts";

/** What the text of one cell shows, in a column of one sort. Spaces around it are taken off. */
export type TakeCell = (
  column: ColumnState,
  record: RecordView,
  text: string,
  mask: number,
) => void;

/** The shortest number of a person's has nine digits; ten where a point stands among them. */
const personalDigits = 9;
const isOfDigits = (mask: number): boolean => (mask & ~(DIGIT | DOT)) === 0;

/** A number of a column of numbers; `read` is its text, and what is in it, where it was looked at. */
export function takeNumber(
  column: ColumnState,
  record: RecordView,
  index: number,
  value: number,
  read?: { text: string; mask: number },
): void {
  const { constraints, role, range, plan } = column;
  const mask = read ? read.mask : (record.masks[index] ?? 0);
  const length = read ? read.text.length : (record.lengths[index] ?? 0);
  // Most numbers need no text.
  const text = () => (read ? read.text : record.cell(index));
  range.addNumber(value, read?.text);
  for (const { kind, refuses, refusesNumber } of constraints)
    if (refusesNumber ? refusesNumber(value) : refuses(text())) {
      noteBroken(column, kind, record, text());
      break;
    }
  const shortest = mask & DOT ? personalDigits + 2 : personalDigits;
  if (length >= shortest && isOfDigits(mask)) notePersonal(column, record, text(), mask);
  if (!role) return;
  const mark =
    role === "latitude" || role === "longitude"
      ? placeMark(value, role, plan.territory)
      : roleMark(text(), role, plan.territory);
  if (mark) noteMark(column, mark, record, text());
}

/** What is no number where the structure promises numbers. */
export function takeNoNumber(
  column: ColumnState,
  record: RecordView,
  text: string,
  mask: number,
): void {
  noteShape(column, shapeOf(text), record, text);
  if (text.length >= personalDigits && isOfDigits(mask)) notePersonal(column, record, text, mask);
  noteRole(column, record, text);
}

/** A text, where the structure promises texts. */
function takeText(allowed: ReadonlySet<string> | undefined): TakeCell {
  return (column, record, text, mask) => {
    const none = missingShape(text);
    // A word the structure allows is a value.
    if (none && !allowed?.has(text)) noteShape(column, none, record, text);
    else if (isExcelError(text)) noteShape(column, "excel-error", record, text);
    inspect(column, record, text, mask);
  };
}

/** A date, a time, yes or no, where the structure promises that. */
function takeTyped(isRight: (text: string) => boolean): TakeCell {
  return (column, record, text, mask) => {
    if (column.role === "birth") notePersonal(column, record, text, mask);
    if (isRight(text)) column.range.addText(text);
    else noteShape(column, shapeOf(text), record, text);
  };
}

/** May a cell hold more than its shape says? */
const isOpen = (shape: Shape): boolean =>
  shape === "integer" || shape === "zero-led" || shape === "exponent";

/** Any cell of a column nothing is promised of. */
const takeAny: TakeCell = (column, record, text, mask) => {
  const shape = shapeOf(text, mask);
  noteShape(column, shape, record, text);
  if (shape === "text") {
    inspect(column, record, text, mask);
    return;
  }
  if (isNumericShape(shape)) {
    const value = numberOf(text, shape);
    if (Number.isFinite(value)) column.range.addNumber(value);
  } else if (shape === "date-iso" || shape === "datetime-iso") column.range.addText(text);
  if (isOpen(shape) || column.role === "birth" || mask & CYRILLIC)
    inspect(column, record, text, mask);
  else if (shape === "whole-decimal") notePersonal(column, record, text, mask);
};

/** How cells of a column are looked at; numbers that a structure promises are told before (`takeNumber`). */
export function cellTaker({ plan: { declared } }: ColumnState): TakeCell {
  if (!declared) return takeAny;
  const { type, constraints } = declared;
  if (type !== "string") return takeTyped(isOfType[type]);
  return takeText(constraints.enum && new Set(constraints.enum.map(String)));
}

/** Ways of writing text, and what may be a person's. */
function inspect(column: ColumnState, record: RecordView, text: string, mask: number): void {
  textMarks(text, mask, (mark) => noteMark(column, mark, record, text));
  notePersonal(column, record, text, mask);
}

/** The first rule of the structure that a cell's text breaks. */
export function checkConstraints(column: ColumnState, record: RecordView, text: string): void {
  for (const { kind, refuses } of column.constraints)
    if (refuses(text)) {
      noteBroken(column, kind, record, text);
      return;
    }
}

/** How a cell of a column with a role is written. */
export function noteRole(column: ColumnState, record: RecordView, text: string): void {
  const { role, plan } = column;
  const mark = role && roleMark(text, role, plan.territory);
  if (mark) noteMark(column, mark, record, text);
}

/** The number a cell means; none where only other cells could tell. */
function numberOf(text: string, shape: Shape): number {
  if (shape === "integer" || shape === "decimal") return Number(text);
  if (shape === "comma-thousandths") return Number.NaN;
  if (shape === "dot-grouped") return Number(text.replaceAll(".", "").replace(",", "."));
  if (shape === "accounting" || shape === "minus-sign")
    return -Number(text.replace(/[^\d.,]/g, "").replace(",", "."));
  // «5 тис. грн» is more than its digits say.
  if (/тис|млн/i.test(text)) return Number.NaN;
  // «5,50 грн.» ends with a point of its own.
  const digits = text.replace(/[^\d.,eE+-]/g, "").replace(/[.,]$/, "");
  return Number(shape === "grouped-comma" ? digits.replaceAll(",", "") : digits.replace(",", "."));
}
