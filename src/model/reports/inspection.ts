import type { Repair, TableReport } from "../table.ts";
import type { Finding } from "./finding.ts";

/** Which official structure a header looks like: «24-stops, 9 of 11 columns». */
export type StructureGuess = { id: string; matched: number; of: number };

/** A clerk's file as the portal sees it. */
export type Inspection = {
  file: string;
  format: "CSV" | "XLSX" | "XLS" | "ODS" | "JSON" | "GeoJSON" | "NDJSON" | undefined;
  sheets: { name: string; rows: number; hidden: boolean }[];
  /** The sheet that was read. */
  sheet: string | undefined;
  /** `given`: the structure was asked for; else the header looks like it. */
  structure: (StructureGuess & { given: boolean }) | undefined;
  /** Absent where there is no table in the file. */
  report: TableReport | undefined;
  findings: Finding[];
  /** Those of the findings that a clean table cannot tell any more: of other sheets, of what stands around the cells, of a second table, of a row that was cut. */
  beside: Finding[];
  /** Gives the clean table in parts of text and answers what it mended; absent where the file was not read to its end. */
  clean?: (onText: (text: string) => void) => Promise<Repair[]>;
};
