import type { Finding } from "../../../model/reports/finding.ts";
import type { Mark, TableReport, Tallied } from "../../../model/table.ts";
import { cellsWords, columnWords, rowsWords } from "../../../rules/tables/table-rule.ts";
import { mendsOf } from "../../../table/mends.ts";
import type { EditedTable } from "../core/apply-edits.ts";
import type { PlacedFinding } from "../core/placed-finding.ts";

/** What was counted of a column, and where in its report that stands. */
export type ColumnTally = { column: number; tallied: Tallied } & (
  | { mark: Mark }
  | { problem: string }
  | { personal: string }
);

type Rows = Pick<EditedTable, "rowAt">;

/** Spots of a judged text in the numbers of the file's rows. */
const inFile = ({ count, first }: Tallied, { rowAt }: Rows): Tallied => ({
  count,
  first: first.map((spot) => ({ ...spot, record: rowAt(spot.record - 1) + 1 })),
});

const rowsIn = ({ first }: Tallied, { rowAt }: Rows): number[] =>
  [...new Set(first.map(({ record }) => rowAt(record - 1)))].sort((a, b) => a - b);

const tallies = (report: TableReport, column: number): ColumnTally[] => {
  const { marks, problems, personal } = report.columns[column] ?? {};
  return [
    ...Object.entries(marks ?? {}).map(([mark, tallied]) => ({
      column,
      mark: mark as Mark,
      tallied,
    })),
    ...(problems ?? []).map((tallied) => ({ column, problem: tallied.kind, tallied })),
    ...(personal ?? []).map((tallied) => ({ column, personal: tallied.kind, tallied })),
  ];
};

/** The cells that a finding speaks of: its message names them by the very words of what was counted. */
export function tallyOf({ message }: Finding, report: TableReport): ColumnTally | undefined {
  for (const [index, column] of report.columns.entries()) {
    if (!message.startsWith(`${columnWords(column, index)}:`)) continue;
    const found = tallies(report, index).find(({ tallied }) =>
      message.includes(`(${cellsWords(index, tallied)})`),
    );
    if (found) return found;
  }
  return undefined;
}

/** Rows that a finding speaks of, where it speaks of rows. */
function rowTallyOf({ message, place }: Finding, report: TableReport): Tallied | undefined {
  const { ragged, blank, repeated, totals, groups, footers, headings } = report;
  return [ragged, blank, repeated, totals, groups, footers, headings].find(
    (tallied) => tallied.first[0]?.record === place.line && message.includes(rowsWords(tallied)),
  );
}

function repairOf(
  { rule }: Finding,
  tally: ColumnTally,
  report: TableReport,
): Pick<PlacedFinding, "repair"> {
  const column = report.columns[tally.column];
  if (!column || !("mark" in tally)) return {};
  const mends = mendsOf(column)
    .filter((mend) => mend.rule === rule && mend.marks.includes(tally.mark))
    .map(({ name }) => name);
  return mends.length > 0 ? { repair: { kind: "repair", rule, column: tally.column, mends } } : {};
}

/** A finding of a judged text → the same about the file's own cells: its words and its place have the file's numbers. */
function placed(finding: Finding, report: TableReport, rows: Rows): PlacedFinding {
  const { message, place } = finding;
  const tally = tallyOf(finding, report);
  const row = place.line === undefined ? undefined : rows.rowAt(place.line - 1);
  const inPlace = row === undefined ? place : { ...place, line: Math.max(1, row + 1) };
  if (tally) {
    const { column, tallied } = tally;
    return {
      ...finding,
      message: message.replace(cellsWords(column, tallied), () =>
        cellsWords(column, inFile(tallied, rows)),
      ),
      place: inPlace,
      column,
      rows: rowsIn(tallied, rows),
      count: tallied.count,
      ...repairOf(finding, tally, report),
    };
  }
  const ofRows = rowTallyOf(finding, report);
  if (ofRows)
    return {
      ...finding,
      message: message.replace(rowsWords(ofRows), () => rowsWords(inFile(ofRows, rows))),
      place: inPlace,
      rows: rowsIn(ofRows, rows),
      count: ofRows.count,
    };
  const column = report.columns.findIndex((one, index) =>
    message.startsWith(`${columnWords(one, index)}:`),
  );
  return {
    ...finding,
    place: inPlace,
    ...(column === -1 ? {} : { column }),
    rows: row === undefined ? [] : [row],
    count: row === undefined ? 0 : 1,
  };
}

/** Findings of a judged text, each with the cells of the file it is about. */
export const placeFindings = (
  findings: readonly Finding[],
  report: TableReport | undefined,
  rows: Rows,
): PlacedFinding[] =>
  findings.map((finding) =>
    report ? placed(finding, report, rows) : { ...finding, rows: [], count: 0 },
  );
