import type { Table } from "../model/table.ts";
import type { TableSchema } from "../schemas/data/table-schema.ts";

/** A table of one state of the portal, with what its passport says of it. */
export type DescribedTable = {
  table: Table;
  schema: TableSchema;
  resource: string;
  file: string;
  /** Columns where the table's reading found what may be personal. */
  personal: ReadonlySet<string>;
};
