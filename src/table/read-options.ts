import type { Field } from "../schemas/data/table-schema.ts";
import type { Territory } from "./column/role/role-marks.ts";
import type { Encoding } from "./scan/encoding.ts";
import type { Separators } from "./scan/records.ts";

export type ReadOptions = {
  /** Columns the structure promises; without it types are read off the cells. */
  fields?: readonly Field[];
  missingValues?: readonly string[];
  territory?: Territory;
  /**
   * `published`: a file of the portal — UTF-8, comma, one header row; what differs is a problem.
   * `any`: a file as a clerk has it; the engine finds out how it is written.
   */
  form: "published" | "any";
  /** Known before the reading: of a workbook, or after a first reading failed. */
  encoding?: Encoding;
  separators?: Separators;
  /** Folded titles of official structures: a row that holds them is a header. */
  knownTitles?: ReadonlySet<string>;
  /** Titles of columns, by name, that are not in the file: of the table it was made of. */
  titles?: ReadonlyMap<string, string>;
  /** The first record is the header: nothing is to be found out. */
  firstRowIsHeader?: boolean;
};
