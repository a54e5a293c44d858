import type { ExploredTable } from "../view.ts";
import { fetchFirstRecords, fetchRecords } from "./fetch-records.ts";
import { memorySource, type TableSource } from "./source.ts";
import { webRange } from "./web-range.ts";

/**
 * A table of the portal → its source: the whole file, fetched once, or of a large one the parts that are asked for. Of a
 * large one on another server, which has no twin here, only the beginning.
 */
export async function openTable({
  src,
  headerRows,
  missing,
  columns,
  large,
  elsewhere = { integrity: "" },
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
  const records =
    "start" in elsewhere
      ? await fetchFirstRecords({ src, headerRows, bytes: elsewhere.start })
      : await fetchRecords({ src, headerRows, ...elsewhere });
  return memorySource(names, records, missing);
}
