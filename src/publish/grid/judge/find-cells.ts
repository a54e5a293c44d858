import type { ColumnReport, Mark, TableReport } from "../../../model/table.ts";
import type { Field } from "../../../schemas/data/table-schema.ts";
import { isOfType } from "../../../table/column/cell.ts";
import { proper, unwanted } from "../../../table/column/column-type.ts";
import { constraintsOf } from "../../../table/column/constraints.ts";
import { roleOf } from "../../../table/column/role/role.ts";
import { placeMark, roleMark, type Territory } from "../../../table/column/role/role-marks.ts";
import { shapeOf } from "../../../table/column/role/shape.ts";
import { textMarks } from "../../../table/column/role/text-marks.ts";
import { maskOf } from "../../../table/scan/characters.ts";
import type { EditedTable } from "../core/apply-edits.ts";
import { blockRows } from "../core/table-text.ts";
import type { ColumnTally } from "./place-findings.ts";

/** What a column's cells are looked through for. */
type Subject = { report: ColumnReport; declared: Field | undefined; territory: Territory };

/** All that one cell shows, as the engine's own functions see it: names of marks and of broken rules. */
function cellReader({ report, declared, territory }: Subject): (cell: string) => Set<string> {
  const { name, title, type } = report;
  const role = roleOf(name, title ?? declared?.title ?? "");
  const constraints = declared ? constraintsOf(declared) : [];
  const isRight = declared && isOfType[declared.type];
  const known = new Set<string>([...proper[type], ...unwanted[type]]);
  return (cell) => {
    const shown = new Set<string>();
    const text = cell.trim();
    if (text !== cell) shown.add("edge-space");
    const shape = shapeOf(text);
    shown.add(shape);
    if (!known.has(shape)) shown.add("mixed");
    textMarks(text, maskOf(text), (mark) => shown.add(mark));
    if (role === "latitude" || role === "longitude") {
      const mark = placeMark(Number(text), role, territory);
      if (mark) shown.add(mark);
    }
    const mark = role && roleMark(text, role, territory);
    if (mark) shown.add(mark);
    if (isRight && !isRight(text)) shown.add("problem:type");
    const broken = constraints.find(({ refuses }) => refuses(text));
    if (broken) shown.add(`problem:${broken.kind}`);
    return shown;
  };
}

const nameOf = (tally: ColumnTally): Mark | string =>
  "mark" in tally ? tally.mark : "problem" in tally ? `problem:${tally.problem}` : "";

/** Texts of a column whose looks are remembered: most columns have few, and the others are looked at each time. */
const remembered = 1 << 14;

/** One column's search: takes its cells row by row. */
function createSearch(wanted: readonly ColumnTally[], subject: Subject) {
  const read = cellReader(subject);
  const names = wanted.map(nameOf);
  const rows = wanted.map((): number[] => []);
  const known = new Map<string, readonly number[]>();
  const seen = subject.declared?.constraints.unique ? new Set<string>() : undefined;
  const isMissing = (cell: string) => cell === "" || cell === "null";

  /** Which of the wanted a text shows. */
  function shownBy(cell: string): readonly number[] {
    const before = known.get(cell);
    if (before) return before;
    const shown = isMissing(cell) ? new Set(["problem:required"]) : read(cell);
    const found = names.flatMap((name, at) => (shown.has(name) ? [at] : []));
    if (known.size < remembered) known.set(cell, found);
    return found;
  }
  return {
    take(cell: string, row: number) {
      for (const at of shownBy(cell)) rows[at]?.push(row);
      if (!seen || isMissing(cell)) return;
      if (seen.has(cell)) rows[names.indexOf("problem:unique")]?.push(row);
      seen.add(cell);
    },
    /** Only where there are as many rows as the engine has counted. */
    found: () =>
      wanted.flatMap((tally, at): [ColumnTally, Int32Array<ArrayBuffer>][] => {
        const all = rows[at] ?? [];
        return all.length === tally.tallied.count ? [[tally, Int32Array.from(all)]] : [];
      }),
  };
}

/**
 * Every row in which what was counted of a column is met: a report keeps the first five. The cells are looked at by the
 * engine's own functions, and the answer holds only where there are as many of them as the engine has counted.
 */
export async function findRows(
  tallies: readonly ColumnTally[],
  report: TableReport,
  edited: EditedTable,
  {
    fieldOf,
    territory,
    breathe,
  }: {
    fieldOf(column: ColumnReport): Field | undefined;
    territory: Territory;
    breathe: () => Promise<void>;
  },
): Promise<Map<ColumnTally, Int32Array<ArrayBuffer>>> {
  const searches = [...Map.groupBy(tallies, ({ column }) => column)].flatMap(([column, wanted]) => {
    const columnReport = report.columns[column];
    if (!columnReport) return [];
    const subject = { report: columnReport, declared: fieldOf(columnReport), territory };
    return [{ column, search: createSearch(wanted, subject) }];
  });
  for (let place = report.header.length; place < edited.count; place++) {
    if (searches.length === 0) break;
    const row = edited.rowAt(place);
    for (const { column, search } of searches) search.take(edited.cell(row, column), row);
    if (place % blockRows === 0) await breathe();
  }
  return new Map(searches.flatMap(({ search }) => search.found()));
}
