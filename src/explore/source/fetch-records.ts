import { parse } from "csv-parse/browser/esm/sync";

/** A CSV file of the portal → its records of data, every cell as text. Throws where it cannot be fetched. */
export async function fetchRecords({
  src,
  headerRows,
}: {
  src: string;
  headerRows: number;
}): Promise<string[][]> {
  const response = await fetch(src);
  if (!response.ok) throw new Error(`${src}: ${response.status}`);
  return parse(await response.text(), {
    bom: true,
    from: headerRows + 1,
    relax_column_count: true,
    skip_empty_lines: true,
    // A file may end its lines in both ways; csv-parse alone would go by the first.
    record_delimiter: ["\r\n", "\n"],
  });
}
