import { foldTitle } from "./column-names.ts";
import {
  filledOf,
  hasYears,
  isDataLike,
  isMachine,
  isNameOver,
  isTitle,
  looksLikeHeader,
} from "./row-kinds.ts";

type Cells = readonly string[];

/** Rows below a row that are compared with it. */
const compared = 40;
/** So many values of a column are numbers or dates where the column is one of such. */
const typedShare = 0.7;
/** Titles fill at most this share of a table's width; numbers of columns at least that one. */
const titleShare = 0.34;
const numberingShare = 0.6;

/** Cells up to the last one that is filled. */
function widthOf(row: Cells): number {
  let last = row.length;
  while (last > 0 && (row[last - 1] ?? "").trim() === "") last--;
  return last;
}

/** The first rows of a file, and what each of them is against those below it. */
export type FirstRows = ReturnType<typeof createFirstRows>;

/** `knownTitles`, folded, are those of structures: a row that holds them is a header. */
export function createFirstRows(records: readonly Cells[], knownTitles: ReadonlySet<string>) {
  const width = Math.max(1, ...records.map(({ length }) => length));
  const usualWidth = Math.max(1, ...records.slice(0, 60).map(widthOf));
  const row = (at: number): Cells => records[at] ?? [];
  const below = (at: number): readonly Cells[] => records.slice(at + 1, at + 1 + compared);

  /** Over how many columns of numbers or dates does the row hold words? None where it holds anything else over one. */
  const wordsOverTyped = (at: number): number | undefined => {
    const under = below(at);
    let typed = 0;
    let words = 0;
    for (let column = 0; column < width; column++) {
      const values = under.map((other) => (other[column] ?? "").trim()).filter(isValue);
      if (!areTyped(values)) continue;
      typed++;
      const cell = (row(at)[column] ?? "").trim();
      if (!isValue(cell)) continue;
      if (!isNameOver(cell, values)) return undefined;
      words++;
    }
    return typed > 0 ? words : undefined;
  };
  /** Does the row hold words over columns of numbers or dates? */
  const breaksType = (at: number): boolean => (wordsOverTyped(at) ?? 0) > 0;
  const isOfKnownTitles = (at: number): boolean => {
    const filled = filledOf(row(at));
    const known = filled.filter((cell) => knownTitles.has(foldTitle(cell)));
    return known.length >= 2 && known.length >= filled.length * 0.5;
  };

  return {
    count: records.length,
    width,
    row,
    below,
    wordsOverTyped,
    breaksType,
    isOfKnownTitles,
    /** Names of columns, by themselves or by what stands below them. */
    isNames: (at: number): boolean =>
      breaksType(at) ||
      isOfKnownTitles(at) ||
      looksLikeHeader(row(at), below(at), usualWidth) ||
      hasYears(row(at), below(at)),
    /** «1, 2, 3»: numbers of columns, from nought or one. */
    isNumbering(at: number): boolean {
      const filled = filledOf(row(at));
      const first = Number(filled[0]);
      return (
        filled.length >= 2 &&
        filled.length >= usualWidth * numberingShare &&
        filled.every((cell, index) => Number(cell) === index + first && first <= 1)
      );
    },
    /** A cell or two over a table that is much wider. */
    isTitle(at: number): boolean {
      const filled = filledOf(row(at));
      // «Перелік закладів», and «Додаток 1» in the corner: blank rows part them from the table.
      const next = below(at).find((cells) => filledOf(cells).length > 0) ?? [];
      return (
        usualWidth >= 3 &&
        filled.length <= Math.max(1, usualWidth * titleShare) &&
        !filled.some(isDataLike) &&
        !isMachine(row(at)) &&
        isTitle(filled, next, usualWidth)
      );
    },
  };
}

const isValue = (text: string): boolean => text !== "" && text !== "null";

/** Are values of a column numbers or dates, most of them? */
const areTyped = (values: readonly string[]): boolean =>
  values.length >= 2 && values.filter(isDataLike).length >= values.length * typedShare;
