import { titlesOfClean } from "../../inspect/reread.ts";
import type { Inspection } from "../../model/reports/inspection.ts";
import type { ColumnReport, TableReport } from "../../model/table.ts";
import { type ReadOptions, readTable } from "../../table/read-table.ts";
import { fieldsAsRead, isCode } from "./propose-columns.ts";

const ownWriting: Pick<ReadOptions, "encoding" | "separators" | "firstRowIsHeader"> = {
  encoding: { name: "utf-8", sure: "certain", mark: false },
  separators: { delimiter: ",", newline: "\n" },
  firstRowIsHeader: true,
};

/** Share of a column's cells that may be slips of a hand: beyond it the type was read wrongly. */
const slips = 0.05;

/** The type a column can promise: where too many cells are not of it, they are texts. */
function kept(column: ColumnReport, held: ColumnReport | undefined): ColumnReport["type"] {
  const wrong = (held?.problems ?? [])
    .filter(({ kind }) => kind === "type")
    .reduce((sum, { count }) => sum + count, 0);
  const isText =
    column.type === "boolean" ||
    (wrong > 0 && isCode(column)) ||
    wrong > column.profile.count * slips;
  return isText ? "string" : column.type;
}

/**
 * The clean table made of a clerk's file, read with the titles its columns had there. A column has the type its passport
 * can promise: of the few cells that are not of it the judge tells, for a person to put right.
 */
export function readClean(inspection: Pick<Inspection, "report">, clean: Uint8Array): TableReport {
  const report = readTable(clean, {
    form: "any",
    titles: titlesOfClean(inspection),
    ...ownWriting,
  });
  const held = readTable(clean, { form: "published", fields: fieldsAsRead(report), ...ownWriting });
  return {
    ...report,
    columns: report.columns.map((column, index) => ({
      ...column,
      type: kept(column, held.columns[index]),
    })),
  };
}
