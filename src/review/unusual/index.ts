import { findAlike } from "./kinds/alike.ts";
import { findCategory } from "./kinds/category.ts";
import { findCopies } from "./kinds/copies.ts";
import { findDates } from "./kinds/dates.ts";
import { findMagnitude } from "./kinds/magnitude.ts";
import { findNulls } from "./kinds/nulls.ts";
import { findRepeated } from "./kinds/repeated.ts";
import { findRowJump } from "./kinds/rows.ts";
import { findSign } from "./kinds/sign.ts";
import { findSumJump } from "./kinds/sums.ts";
import type { TablePair, Unusual } from "./subject.ts";

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
