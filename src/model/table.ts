import type { TableSchema } from "../schemas/data/table-schema.ts";

/** One record of a table: its cells as text and the 1-based line of the file where it starts. */
export type Row = { line: number; cells: string[] };

/** A table as it stands in its file: every cell still text. */
export type Table = {
  header: string[];
  /** Read when they are asked for, where the table lies in a file. */
  readonly rows: Row[];
  /** What was counted of these very rows before, or what `count` counts now; `name` says all that it depends on beside them. */
  keep?<T>(name: readonly unknown[], count: () => T): T;
};

/** What is counted of a table's rows: kept where the table can keep. */
export const counted = <T>(table: Table, name: readonly unknown[], count: () => T): T =>
  table.keep ? table.keep(name, count) : count();

/** Why bytes did not become a table. */
export type TableProblem =
  | { kind: "not-utf8"; line: number }
  | { kind: "forbidden-bytes"; line: number; what: "nul" | "conflict" | "html" | "lfs" | "binary" }
  | { kind: "empty" }
  /** Bytes, but no sign among them: blank lines, spaces. */
  | { kind: "blank" }
  | { kind: "delimiter"; found: string }
  | { kind: "wide"; columns: number }
  | { kind: "syntax"; line: number; reason: "open-quote" | "stray-quote" | "swallowed-lines" };

/** One cell that shows a problem. Values that may be personal are veiled («17*****776») before they come here. */
export type Spot = { line: number; record: number; value: string };

/** How often something was met, and where first. */
export type Tallied = { count: number; first: Spot[] };

/** A cell against what its structure promises: one problem per column and kind. */
export type CellProblem = Tallied & {
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
};

/** Ways of writing that programs stumble over, met in a column where they do not belong. */
export type Mark =
  // numbers
  | "decimal-comma"
  | "comma-thousandths"
  | "grouped"
  | "grouped-comma"
  | "dot-grouped"
  | "accounting"
  | "minus-sign"
  | "currency"
  | "percent"
  | "bounded"
  | "whole-decimal"
  // dates
  | "date-dotted"
  | "date-unpadded"
  | "date-short"
  | "date-slashed"
  | "date-words"
  | "date-noted"
  | "date-impossible"
  | "datetime-cyrillic"
  | "datetime-other"
  | "date-serial"
  | "excel-date"
  // nothing
  | "missing-sign"
  | "missing-code"
  | "missing-word"
  | "ditto"
  | "excel-error"
  // text
  | "mixed"
  | "boolean-word"
  | "edge-space"
  | "mixed-alphabet"
  | "invisible"
  | "decomposed"
  | "lost-letters"
  | "misread-letters"
  | "question-marks"
  | "narrow-column"
  | "lost-digits"
  | "formula"
  | "markup"
  // codes
  | "edrpou-short"
  | "edrpou-doubtful"
  | "edrpou-shape"
  | "katottg-shape"
  | "katottg-letters"
  | "katottg-unknown"
  | "koatuu"
  | "iban"
  | "postcode"
  | "phone"
  | "hours"
  | "place-range"
  | "place-degrees"
  | "place-same";

/** What was found personal in a column; `error` stops the publication, `warning` asks a person to look. */
export type PersonalFound = {
  kind: string;
  severity: "error" | "warning";
} & Tallied;

/** Everything the engine learned about one column. */
export type ColumnReport = {
  /** Name in the file, as written. */
  name: string;
  /** Machine name: the written one, or made of the title. */
  field: string;
  title?: string;
  type:
    | "string"
    | "integer"
    | "number"
    | "boolean"
    | "date"
    | "datetime"
    | "time"
    | "year"
    | "yearmonth";
  /** True where a structure gave the type; else it was read off the cells. */
  declared: boolean;
  profile: ColumnProfile;
  marks: Partial<Record<Mark, Tallied>>;
  problems: CellProblem[];
  personal: PersonalFound[];
};

/** Everything the engine learned about a table. */
export type TableReport = {
  encoding: { name: string; sure: "certain" | "likely" | "guess"; mark: boolean };
  separators: { delimiter: string; newline: "\n" | "\r" };
  /** What the records above the data are, in order. */
  header: ("title" | "names" | "header" | "units" | "numbering" | "blank")[];
  /** Records of data. */
  rows: number;
  columns: ColumnReport[];
  problems: TableProblem[];
  /** Rows above the data that name people: a title, one name among those of columns. Values are veiled. */
  named?: (Spot & { where: "title" | "header" })[];
  /** Records whose number of cells, the spot's value, differs from the header's. */
  ragged: Tallied;
  blank: Tallied;
  /** Rows alike in every cell, after the first. */
  repeated: Tallied;
  totals: Tallied;
  /** Rows that hold one name alone and part those under them from those above. */
  groups: Tallied;
  /** Notes and signatures under the last row of data. Values are veiled. */
  footers: Tallied;
  /** Rows of data that repeat the header: a report printed page by page. */
  headings: Tallied;
  /** Other tables under the first, parted from it by blank rows: their first row, and the number of their last. */
  others: { from: Spot; to: number }[];
  /** Cells that every row of data has beyond the header's last: a name is missing among the columns'. */
  unnamed: number;
  /** Line of a last record that was cut. */
  truncated: number | undefined;
  /** Latitudes stand in the longitudes' column and the other way round. */
  swapped: boolean;
};

/** What the cleaner changed, by the rule that asked for it: how often, and «before → after» of the first ones. */
export type Repair = { rule: string; count: number; examples: string[] };

/** What a sheet of a workbook says beside the values of its cells. Spots name the column by its letter. */
export type SheetNotes = {
  /** Cells with a formula whose value the program that wrote the book never counted. */
  uncounted: Tallied;
  comments: Spot[];
  hiddenRows: Tallied;
  /** Columns from 0. */
  hiddenColumns: number[];
  /** Cells that hold something and lie under a joined one, where nobody sees it. */
  covered: Tallied;
  /** Columns whose numbers are shown as percents: 0.125 as «12,5 %». */
  percents: number[];
  /** Columns whose numbers are shown with a unit that is no part of them, a currency most often: 5 as «5 ₴». */
  units: { column: number; unit: string }[];
  /** The book counts days from 1904, and the sheet has dates: they were read so. */
  from1904: boolean;
};

/** Cells joined down a column whose value was repeated in each row: «A2:A5», the column from 0, the value. */
export type FilledCells = { range: string; column: number; value: string };

/** One table as its rules see it: where it stands, what the engine learned, what its structure promises. */
export type TableSubject = {
  /** Path from the portal's root, or the name of a clerk's file. */
  file: string;
  /** Sheet of a workbook, and what it says beside its cells. */
  sheet?: string;
  notes?: SheetNotes;
  filled?: FilledCells[];
  /** `published`: served as it is; `any`: a clerk's file, read to be mended. */
  form: "published" | "any";
  report: TableReport;
  /** Structure promised in the descriptor or by the official recommendations. */
  schema?: TableSchema;
  /** Id of the official structure, where the schema is one. */
  structure?: string;
};

/** Column letter as spreadsheets name it: 0 → A, 27 → AB. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}

/** Ways to write the clock of a moment or a time: with seconds, with a part of them; «Z» says that it names a zone. */
export const timeForms = [
  "hh:mm",
  "hh:mm:ss",
  "hh:mm:ss.s",
  "hh:mmZ",
  "hh:mm:ssZ",
  "hh:mm:ss.sZ",
] as const;
export type TimeForm = (typeof timeForms)[number];

/** What a column holds, for readers and for charts. Numbers are present for numeric columns only. */
export type ColumnProfile = {
  count: number;
  missing: number;
  distinct: number;
  minimum?: string;
  maximum?: string;
  mean?: number;
  /** Numbers in equal steps: `counts[i]` of them lie from `from + i·width` on. */
  histogram?: { from: number; width: number; counts: number[] };
  /** Ways in which its cells are written, where one type of the standards does not cover all: of times, of numbers. */
  forms?: (TimeForm | "exponent")[];
  /** False where the values were too many to count one by one and `distinct` is estimated within 2 %. */
  distinctExact?: false;
  /** Most frequent values, at most five, most frequent first; empty where every value differs. */
  top: { value: string; count: number }[];
};
