import { missingShape } from "../column/missing.ts";
import { isDateShape, isNumericShape, type Shape, shapeOf } from "../column/role/shape.ts";
import { machineName } from "./column-names.ts";

const notData: readonly Shape[] = [
  "text",
  "missing-sign",
  "missing-code",
  "missing-word",
  "boolean-word",
];
export const isDataLike = (text: string): boolean => !notData.includes(shapeOf(text));
export const filledOf = (row: readonly string[]): string[] =>
  row.filter((cell) => cell.trim() !== "");
/** Is every name of a row one that programs can use? */
export const isMachine = (row: readonly string[]): boolean => {
  const filled = filledOf(row);
  return filled.length > 0 && filled.every((cell) => machineName.test(cell.trim()));
};
export const year = /^(19|20)\d\d$/;
export const unit =
  /^\(?(тис\.?|млн\.?|млрд\.?|грн\.?|осіб|чол\.?|%|відс\.?|од\.?|шт\.?|га|км|м2|м²|кв\.? ?м\.?|куб\.? ?м\.?|т|кг|бали?|років|днів)([ ./,)]|$)/i;

/** Under names for programs, titles stand for all of them: a row of words with gaps may be data. */
export const areTitles = (row: readonly string[], names: readonly string[]): boolean => {
  const filled = filledOf(row);
  const count = filledOf(names).length;
  return (
    count >= 3 &&
    filled.length >= count * 0.8 &&
    filled.length <= count &&
    new Set(filled).size === filled.length &&
    filled.every((cell) => cell !== "null" && !isDataLike(cell) && /\p{L}{2}/u.test(cell))
  );
};

/** Under merged cells stand words that part them, and nothing under the others: «Код», «Ознака» under «Позначення, , Сума». */
export const fillsGaps = (row: readonly string[], above: readonly string[]): boolean => {
  const filled = filledOf(row);
  const gaps = row.filter(
    (cell, column) => cell.trim() !== "" && (above[column] ?? "").trim() === "",
  );
  return (
    gaps.length > 0 &&
    filled.length < row.length &&
    !filled.some(isDataLike) &&
    filled.length <= gaps.length * 2
  );
};

/** 1, 2, 3 over 2, …: the first cell counts rows, so the row is data. */
export const goesOn = (row: readonly string[], next: readonly string[] = []): boolean =>
  Number(next[0]) === Number(row[0]) + 1;

/** Names for programs under a header in words: three or more, in small letters, and nothing alike below. */
export const areNames = (
  row: readonly string[],
  under: readonly (readonly string[])[],
): boolean => {
  const filled = filledOf(row);
  return (
    isMachine(row) &&
    filled.length >= 3 &&
    filled.filter((cell) => /^[a-z]/.test(cell.trim())).length >= filled.length * 0.8 &&
    under.length > 0 &&
    !under.some(isMachine)
  );
};

/** Can a cell be the name of the values under it? Words can; a date or a year can be the name of numbers. */
export function isNameOver(cell: string, values: readonly string[]): boolean {
  const shape = shapeOf(cell);
  // «-» or «немає» over numbers is a row of data that has no number.
  if (shape === "missing-sign" || shape === "missing-code" || shape === "missing-word")
    return false;
  if (!isDataLike(cell)) return /\p{L}/u.test(cell) || cell.includes("№");
  const numeric = values.every((value) => isNumericShape(shapeOf(value)));
  if (isDateShape(shapeOf(cell))) return numeric;
  return year.test(cell) && numeric && !values.every((value) => year.test(value));
}

/** «2021, 2022, 2023» over numbers that are no years: names of columns, whatever stands beside them. */
export function hasYears(row: readonly string[], under: readonly (readonly string[])[]): boolean {
  let last = Number.NaN;
  let inRow = 1;
  for (const [column, cell] of row.entries()) {
    if (!year.test(cell.trim())) continue;
    const values = under.map((other) => (other[column] ?? "").trim()).filter(isDataLike);
    if (values.length === 0 || values.every((value) => year.test(value))) return false;
    inRow = Number(cell) === last + 1 ? inRow + 1 : 1;
    if (inRow === 3) return true;
    last = Number(cell);
  }
  return false;
}

/** Is a short row over the table its title: long words, or fewer cells than the row below? */
export const isTitle = (
  filled: readonly string[],
  next: readonly string[],
  usual: number,
): boolean =>
  filled.length === 1
    ? (filled[0] ?? "").length > 0 && (filledOf(next).length !== 1 || usual >= 3)
    : filledOf(next).length > filled.length * 2;

/** All-text tables: a header's cells are short, all filled, all different, and none of them comes again below. */
export function looksLikeHeader(
  row: readonly string[],
  under: readonly (readonly string[])[],
  usual: number,
): boolean {
  const filled = filledOf(row).map((cell) => cell.trim());
  // «-» or «немає» stands where a value is not, never where a name is.
  if (filled.some((cell) => missingShape(cell) !== undefined)) return false;
  if (filled.some(isDataLike) || new Set(filled).size < filled.length * 0.9) return false;
  if (filled.length < Math.max(1, usual * 0.6)) return false;
  const values = new Set(under.flatMap((other) => other.map((cell) => cell.trim())));
  return filled.every((cell) => cell.length <= 250 && !values.has(cell));
}
