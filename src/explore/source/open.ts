import type { ExploredTable } from "../view.ts";
import { fetchFirstRecords, fetchRecords } from "./fetch-records.ts";
import { type RowIndex, readRowIndex } from "./row-index.ts";
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
  integrity = "",
  elsewhere = { integrity },
}: ExploredTable): Promise<TableSource> {
  const names = columns.map(({ name }) => name);
  if (large) {
    const { largeSource } = await import("./large-source.ts");
    const index = await fetchIndex(large.index, integrity);
    const { csv, parquet, blocks, chunks } = index;
    return largeSource(
      { csv: webRange(src, csv, blocks), parquet: webRange(large.parquet, parquet, chunks) },
      index,
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

/** The index of the very file a page tells of; a kept one of another build is asked for anew, and then refused. */
async function fetchIndex(address: string, integrity: string): Promise<RowIndex> {
  for (const cache of ["default", "reload"] as const) {
    const response = await fetch(address, { cache });
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    const index = readRowIndex(await response.arrayBuffer());
    if (index && (integrity === "" || index.integrity === integrity)) return index;
  }
  throw new Error(`${address}: the index of another file.`);
}
