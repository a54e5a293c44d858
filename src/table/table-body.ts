import type { TableProblem, TableReport } from "../model/table.ts";
import { type ColumnReader, createColumn } from "./column/column.ts";
import { areSwapped, type Territory } from "./column/role/role-marks.ts";
import type { FileStart } from "./file-start.ts";
import { declaredFields } from "./layout/header.ts";
import type { Layout } from "./layout/layout.ts";
import { createRows } from "./layout/rows.ts";
import { besideNames, isPersonalText } from "./people/personal.ts";
import { veilAll, veilColumn } from "./people/veil.ts";
import type { ReadOptions } from "./read-options.ts";
import { isConflictMark } from "./scan/impostor.ts";
import { createRecordScanner, type RecordView } from "./scan/records.ts";

const nowhere: Territory = { places: new Set() };

/** The columns of a layout, none of whose cells was read yet. */
function createColumns(layout: Layout, options: ReadOptions): ColumnReader[] {
  const declared = declaredFields(layout, options.fields);
  return layout.names.map((name, index) => {
    const title = layout.titles[index] ?? options.titles?.get(name);
    const field = declared[index];
    return createColumn({
      name,
      field: field?.name ?? layout.fields[index] ?? name,
      ...(title === undefined ? {} : { title }),
      ...(field ? { declared: field } : {}),
      missingValues: options.missingValues ?? ["", "null"],
      territory: options.territory ?? nowhere,
      columns: layout.names.length,
    });
  });
}

/** Text in parts, after a file's start → what its table holds. Problems are added to those met before. */
export function createTableBody(
  { encoding, separators, layout, first }: FileStart,
  options: ReadOptions,
  problems: TableProblem[],
) {
  const columns = createColumns(layout, options);
  const rows = createRows(layout);
  const onRecord = (record: RecordView) => {
    if (!rows.take(record)) return;
    if (isConflict(record) && !problems.some(({ kind }) => kind === "forbidden-bytes"))
      problems.push({ kind: "forbidden-bytes", line: record.line, what: "conflict" });
    for (let index = 0; index < Math.min(record.count, columns.length); index++)
      columns[index]?.take(record, index);
  };
  const scanner = createRecordScanner(separators, onRecord, ({ kind, line }) =>
    problems.push({ kind: "syntax", line, reason: kind }),
  );
  return {
    scanner,
    /** `endsLine`: the file ends with a line break. */
    report(endsLine: boolean): TableReport {
      const reports = columns.map((column, index) => column.report(index));
      const veiled = besideNames(reports).map(veilColumn);
      const named = namedAbove(first, layout);
      return {
        encoding,
        separators,
        header: layout.rows,
        ...rows.report(endsLine),
        columns: veiled,
        ...(named.length > 0 ? { named } : {}),
        problems,
        swapped: areSwapped(veiled, options.territory?.box),
      };
    },
  };
}

/** Of the first cells of all rows one in a million begins so. */
const isConflict = (record: RecordView): boolean =>
  "<=>".includes(String.fromCharCode(record.code(0))) && isConflictMark(record.cell(0));

/** People in the rows above the data. Several among the names of columns are candidates, and the law publishes them. */
function namedAbove(
  first: readonly (readonly string[])[],
  { rows }: Layout,
): NonNullable<TableReport["named"]> {
  return rows.flatMap((kind, index) => {
    const where = kind === "title" ? ("title" as const) : ("header" as const);
    const found = (first[index] ?? []).filter(isPersonalText);
    return found.length === 0 || (where === "header" && found.length > 1)
      ? []
      : [
          {
            where,
            line: index + 1,
            record: index + 1,
            value: veilAll((found[0] ?? "").slice(0, 80)),
          },
        ];
  });
}
