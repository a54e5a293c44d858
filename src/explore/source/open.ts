import type { ExploredTable } from "../view.ts";
import { fetchRecords } from "./fetch-records.ts";
import { memorySource, type TableSource } from "./source.ts";
import { webRange } from "./web-range.ts";

/** A table of the portal → its source: the whole file, fetched once, or of a large one the parts that are asked for. */
export async function openTable({
  src,
  headerRows,
  missing,
  columns,
  large,
}: ExploredTable): Promise<TableSource> {
  const names = columns.map(({ name }) => name);
  if (large) {
    const { largeSource } = await import("./large-source.ts");
    const index = async () => {
      const response = await fetch(large.index);
      if (!response.ok) throw new Error(`${large.index}: ${response.status}`);
      return response.arrayBuffer();
    };
    return largeSource(
      { csv: webRange(src), parquet: webRange(large.parquet), index },
      names,
      missing,
    );
  }
  return memorySource(names, await fetchRecords({ src, headerRows }), missing);
}
