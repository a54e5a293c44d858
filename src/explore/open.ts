import { parse } from "csv-parse/browser/esm/sync";
import { memorySource, type TableSource } from "./source.ts";
import type { ExploredTable } from "./view.ts";

/** A table of the portal → its source: the whole file, fetched once. Throws where it cannot be fetched. */
export async function openTable({
  src,
  headerRows,
  missing,
  columns,
}: ExploredTable): Promise<TableSource> {
  const response = await fetch(src);
  if (!response.ok) throw new Error(`${src}: ${response.status}`);
  const records: string[][] = parse(await response.text(), {
    bom: true,
    from: headerRows + 1,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  return memorySource(
    columns.map(({ name }) => name),
    records,
    missing,
  );
}
