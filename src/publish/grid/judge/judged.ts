import type { InspectionOptions } from "../../../inspect/inspection.ts";
import type { Finding } from "../../../model/reports/finding.ts";
import type { Inspection } from "../../../model/reports/inspection.ts";
import type { ColumnReport, Repair } from "../../../model/table.ts";
import type { OriginalTable } from "../core/apply-edits.ts";
import type { PlacedFinding } from "../core/placed-finding.ts";
import type { PackedTable } from "../core/table-text.ts";

/** What a file is judged with. */
export type JudgeOptions = Pick<InspectionOptions, "structure" | "schema" | "sheet" | "territory">;

/** A column as the judge reads it now; its place in the list is its place in the file. */
export type JudgedColumn = Pick<ColumnReport, "name" | "field" | "title" | "type" | "declared">;

/** What is said of a table as it is now. */
export type Judged = {
  /** As /check/ has it; its findings are in the numbers of the judged text. */
  inspection: Omit<Inspection, "clean">;
  /** The same findings, each with its cells, in the numbers of the file. */
  findings: PlacedFinding[];
  columns: JudgedColumn[];
  /** Fields of what the table is held to: an official structure, the passport of its set. */
  fields?: { name: string; title: string }[];
};

/** A file that was opened: its rows, where it was read to its end, and what is said of it. */
export type OpenedTable = Judged & {
  table?: PackedTable & Pick<OriginalTable, "header" | "naming" | "machineNames" | "names">;
};

/** How often a text is met in a column, and the first cells of what would become of them. */
export type Preview = {
  count: number;
  first: { row: number; before: string; after: string }[];
};

/** The clean table, what was mended in it, and what is left to decide. */
export type Cleaned = { clean: Blob; repairs: Repair[]; left: Finding[] };

/** All rows of a finding, by its place in the list. */
export type AllRows = { finding: number; rows: Int32Array<ArrayBuffer> };
