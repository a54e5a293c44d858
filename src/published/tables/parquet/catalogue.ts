import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { Catalogue } from "../../../model/catalogue.ts";
import { datasetsTable } from "../../dataset/dataset-list.ts";
import { schemaElement } from "./columns.ts";

/** The catalogue as a Parquet file: the columns of /datasets.csv, lists with a comma between their parts, nothing as null. */
export function renderDatasetsParquet(catalogue: Catalogue): Uint8Array {
  const [header = [], ...lines] = datasetsTable(catalogue);
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    schema: [
      { name: "root", num_children: header.length },
      ...header.map((name) => schemaElement(name, "STRING")),
    ],
  });
  const columnData = header.map((name, at) => ({
    name,
    data: lines.map((cells) => cells[at] || null),
  }));
  // Into memory: there is nothing to wait for.
  void file.write({ columnData, rowGroupSize: Math.max(1, lines.length) });
  void file.finish();
  return new Uint8Array(writer.getBuffer());
}
