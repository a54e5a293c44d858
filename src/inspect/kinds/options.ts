import type { Territory } from "../../table/column/role/role-marks.ts";

/** What a file is inspected with beside its bytes. */
export type InspectionOptions = {
  /** Official structure to hold the table to. */
  structure?: string;
  /** Sheet of a workbook; without it, the visible one with most rows. */
  sheet?: string;
  territory?: Territory;
  /** Titles of columns, by name, that the file itself has not: of the table it was made of. */
  titles?: ReadonlyMap<string, string>;
};
