import type { NewColumn, TableChange } from "../../model/reports/review.ts";
import type { Field } from "../../schemas/data/table-schema.ts";
import { roleOf } from "../../table/column/role/role.ts";
import { veil } from "../../table/people/veil.ts";
import type { DescribedTable } from "../described-table.ts";
import { profileOf } from "../profile.ts";
import type { MatchedTables } from "./match.ts";
import type { Match } from "./matches.ts";
import { fieldIn, nameAt, veiledCell } from "./shown.ts";

/** Numbers that mean nothing when they are added up. */
const uncounted = new Set(["latitude", "longitude", "edrpou", "postcode", "koatuu", "tax-number"]);

/** Do the columns that stayed stand first and in their order, so that who reads by position reads the same? */
function isPrefix(both: readonly Match[]): boolean {
  const places = [...both].sort((a, b) => a.l - b.l).map(({ r }) => r);
  return places.every((place, index) => place === index);
}

/** What became of the columns: their names, types and order. */
export function columnChanges({
  before,
  after,
  columns,
  both,
}: MatchedTables): TableChange["columns"] {
  return {
    removed: columns.filter(({ r }) => r < 0).map(({ l }) => veil(nameAt(before, l))),
    added: columns.filter(({ l }) => l < 0).map(({ r }) => veil(nameAt(after, r))),
    renamed: both
      .map(({ l, r }) => ({ from: veil(nameAt(before, l)), to: veil(nameAt(after, r)) }))
      .filter(({ from, to }) => from !== to),
    retyped: both.flatMap(({ l, r }) => {
      const [from, to] = [fieldIn(before, nameAt(before, l)), fieldIn(after, nameAt(after, r))];
      return from && to && from.type !== to.type
        ? [{ column: to.name, from: from.type, to: to.type }]
        : [];
    }),
    reordered: !isPrefix(both),
  };
}

/** What the columns that came hold. */
export const freshColumns = ({ before, after, columns }: MatchedTables): NewColumn[] =>
  columns
    // A table that came is compared with itself, emptied: all its columns came.
    .filter(({ l, r }) => l < 0 || (r >= 0 && before.table.header === after.table.header))
    .map(({ r }) => profileOf(after, r, (value) => veiledCell(after, nameAt(after, r), value)));

/** The sum of a column; undefined where a cell of it is no number. */
function totalOf({ table, schema }: DescribedTable, column: string): number | undefined {
  const index = table.header.indexOf(column);
  const sum = table.rows.reduce((total, { cells }) => {
    const cell = cells[index] ?? "";
    return total + (schema.missingValues.includes(cell) ? 0 : Number(cell));
  }, 0);
  // Of a whole number nothing is rounded: a hundred times as much may be more than a number holds.
  const rounded = Number.isInteger(sum) ? sum : Math.round(sum * 100) / 100;
  return Number.isFinite(rounded) ? rounded : undefined;
}

/** May a column be added up: are its numbers amounts, and would their sum tell of no person? */
function isSummed({ after, key }: MatchedTables, field: Field): boolean {
  if (field.type !== "integer" && field.type !== "number") return false;
  // A sum of one veiled cell is that cell.
  if (key.includes(field.name) || after.personal.has(field.name)) return false;
  return !field.constraints.unique && !uncounted.has(roleOf(field.name, field.title) ?? "");
}

/** Sums of columns that are not what they were. */
export const totalChanges = (matched: MatchedTables): TableChange["totals"] =>
  matched.both.flatMap(({ l, r }) => {
    const { before, after } = matched;
    const field = fieldIn(after, nameAt(after, r));
    if (!field || !isSummed(matched, field)) return [];
    const [was, is] = [totalOf(before, nameAt(before, l)), totalOf(after, field.name)];
    return was === undefined || is === undefined || was === is
      ? []
      : [{ column: field.name, before: was, after: is }];
  });
