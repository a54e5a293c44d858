import type { Inspection } from "../../model/reports/inspection.ts";
import type { TableSubject } from "../../model/table.ts";
import type { TableSchema } from "../../schemas/data/table-schema.ts";
import type { Territory } from "../../table/column/role/role-marks.ts";
import type { ByteSource } from "../../table/scan/encoding.ts";

/** What a text that the engine made itself is of: a sheet, a JSON file, a table that a person edits. */
export type MadeText = Pick<TableSubject, "sheet" | "notes" | "filled"> & {
  /** The first record names the columns, whatever it holds. */
  firstRowIsHeader?: boolean;
};

/** The text that was judged as a table, and what was found in it alone: without what stands around it in a book. */
export type JudgedText = { source: ByteSource; made: MadeText | undefined; inspection: Inspection };

/** What a file is inspected with beside its bytes. */
export type InspectionOptions = {
  /** Official structure to hold the table to. */
  structure?: string;
  /** What a set's own passport promises of the table; an official structure goes before it. */
  schema?: TableSchema;
  /** Sheet of a workbook; without it, the visible one with most rows. */
  sheet?: string;
  territory?: Territory;
  /** Titles of columns, by name, that the file itself has not: of the table it was made of. */
  titles?: ReadonlyMap<string, string>;
  /** Is told the text that is judged; of a book more than once, and the last is the one that counts. */
  onText?: (text: JudgedText) => void;
};
