/** One record of a table: its cells as text and the 1-based line of the file where it starts. */
export type Row = { line: number; cells: string[] };

/** A table as it stands in its file: every cell still text. */
export type Table = { header: string[]; rows: Row[] };

/** Why bytes did not become a table. */
export type TableProblem =
  | { kind: "not-utf8"; line: number }
  | { kind: "forbidden-bytes"; line: number; what: "nul" | "conflict" | "html" | "lfs" | "binary" }
  | { kind: "empty" }
  | { kind: "delimiter"; found: string }
  | { kind: "syntax"; line: number; reason: "open-quote" | "stray-quote" | "other" };

/** What is wrong with cells of one column, all of one kind: the first places, and how many there are. */
export type CellProblem = {
  kind:
    | "type"
    | "required"
    | "unique"
    | "enum"
    | "minimum"
    | "maximum"
    | "minLength"
    | "maxLength"
    | "pattern";
  column: number;
  field: string;
  /** What was expected: the type, the limit, the list. */
  expected: string;
  count: number;
  first: { line: number; record: number; value: string }[];
};

/** Column letter as spreadsheets name it: 0 → A, 27 → AB. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}

/** What a column holds, for readers and for charts. Numbers are present for numeric columns only. */
export type ColumnProfile = {
  count: number;
  missing: number;
  distinct: number;
  minimum?: string;
  maximum?: string;
  mean?: number;
  /** Most frequent values, at most five, most frequent first; empty where every value differs. */
  top: { value: string; count: number }[];
};
