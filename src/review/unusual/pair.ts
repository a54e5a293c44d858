import { type Field, namesOf } from "../../schemas/data/table-schema.ts";
import { roleOf } from "../../table/column/role/role.ts";
import type { DescribedTable } from "../described-table.ts";
import type { Match } from "../table/matches.ts";
import type { ColumnPair, Fresh, TablePair } from "./subject.ts";

/** Numbers that are names or places: their size means nothing. */
const codes = new Set(["latitude", "longitude", "edrpou", "postcode", "koatuu", "tax-number"]);

const kindOf = (field: Field | undefined): ColumnPair["kind"] =>
  field?.type === "integer" || field?.type === "number"
    ? "number"
    : ["date", "datetime", "yearmonth", "year"].includes(field?.type ?? "")
      ? "date"
      : "text";

/** The cells of a table, one missing value for all. */
function cellsOf({ table, schema }: DescribedTable): readonly (readonly string[])[] {
  const missing = new Set(schema.missingValues);
  const plain = missing.size === 0 || (missing.size === 1 && missing.has(""));
  return table.rows.map(({ cells }) =>
    plain ? cells : cells.map((cell) => (missing.has(cell) ? "" : cell)),
  );
}

function changedCells(
  was: readonly (readonly string[])[],
  is: readonly (readonly string[])[],
  stayed: readonly Match[],
  l: number,
  r: number,
): Fresh[] {
  const changed: Fresh[] = [];
  for (const row of stayed) {
    const [before, after] = [was[row.l]?.[l] ?? "", is[row.r]?.[r] ?? ""];
    if (before !== after) changed.push({ row: row.r, before, after });
  }
  return changed;
}

/** Two versions of a table, matched → what detectors of the unusual look at; `rows` count the data from 0. */
export function pairTables(
  before: DescribedTable,
  after: DescribedTable,
  rows: readonly Match[],
  columns: readonly Match[],
): TablePair {
  const [was, is] = [cellsOf(before), cellsOf(after)];
  const added = rows.filter(({ l }) => l < 0).map(({ r }) => r);
  const stayed = rows.filter(({ l, r }) => l >= 0 && r >= 0);
  const { header } = after.table;
  const key = namesOf(after.schema.primaryKey);
  return {
    before: was,
    after: is,
    added,
    key: key.map((name) => header.indexOf(name)).filter((index) => index >= 0),
    columns: columns.map(({ l, r }): ColumnPair => {
      const name = header[r] ?? "";
      const field = after.schema.fields.find((one) => one.name === name);
      const role = roleOf(name, field?.title);
      return {
        index: r,
        oldIndex: l,
        kind: kindOf(field),
        code:
          (role !== undefined && codes.has(role)) ||
          key.includes(name) ||
          field?.constraints.unique === true,
        old: was.map((cells) => cells[l] ?? ""),
        changed: changedCells(was, is, stayed, l, r),
        added: added.map((row) => ({ row, before: undefined, after: is[row]?.[r] ?? "" })),
      };
    }),
  };
}
