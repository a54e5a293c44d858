import type { Row, Table, TableReport } from "../model/table.ts";

/** A table whose rows are read when they are asked for, and forgotten when memory is needed. */
export function tableOf(
  report: TableReport,
  read: () => Row[],
  keep: NonNullable<Table["keep"]>,
): Table {
  let held: WeakRef<Row[]> | undefined;
  return {
    header: report.columns.map(({ name }) => name),
    get rows() {
      const rows = held?.deref() ?? read();
      held = new WeakRef(rows);
      return rows;
    },
    keep,
  };
}
