/** What a reviewer is told, as the one schema of the report shapes it. */
export type {
  Breaking,
  BreakingKind,
  CellChange,
  DatasetChange,
  FieldChange,
  NewColumn,
  Review,
  RowChange,
  Rows,
  TableChange,
  UnusualChange,
  UnusualKind,
} from "../../schemas/reports/review.ts";
