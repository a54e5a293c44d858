/** What is used of daff 1.4.2 (https://paulfitz.github.io/daff-doc/), which ships no types. */
declare module "daff/lib/core.js" {
  type Unit = { l: number; r: number };
  type Ordering = { getList(): Unit[] };
  export class TableView {
    constructor(rows: string[][]);
  }
  export class CompareFlags {
    ordered: boolean;
    addPrimaryKey(column: string): void;
  }
  /** Which row of one table is which of the other; -1 where there is none. `meta` says the same of columns. */
  type Alignment = { toOrder(): Ordering; meta: { toOrder(): Ordering } | null };
  const daff: {
    TableView: typeof TableView;
    CompareFlags: typeof CompareFlags;
    compareTables(before: TableView, after: TableView, flags: CompareFlags): { align(): Alignment };
  };
  export default daff;
}
