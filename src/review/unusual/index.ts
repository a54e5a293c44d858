import { findAlike } from "./alike.ts";
import { findCategory } from "./category.ts";
import { findCopies } from "./copies.ts";
import { findDates } from "./dates.ts";
import { findMagnitude } from "./magnitude.ts";
import { findNulls } from "./nulls.ts";
import { findRepeated } from "./repeated.ts";
import { findRowJump } from "./rows.ts";
import { findSign } from "./sign.ts";
import type { TablePair, Unusual } from "./subject.ts";
import { findSumJump } from "./sums.ts";

const ofTable = [findRowJump, findCopies];
const ofColumn = [
  findMagnitude,
  findSign,
  findDates,
  findCategory,
  findNulls,
  findRepeated,
  findAlike,
  findSumJump,
];

/**
 * What a table's own past does not explain, rarest first. All measures come from the older version's cells: nothing is
 * configured. Each detector passes once over the cells.
 */
export const findUnusual = (pair: TablePair): Unusual[] =>
  [
    ...ofTable.flatMap((find) => find(pair)),
    ...pair.columns.flatMap((column) => ofColumn.flatMap((find) => find(column))),
  ].sort((a, b) => b.weight - a.weight);
