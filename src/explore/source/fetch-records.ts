import { parse } from "csv-parse/browser/esm/sync";
import { fetchBound } from "../../find/browser/bound-file.ts";
import { createRecordScanner } from "../../table/scan/records.ts";

/**
 * A CSV file → its records of data, every cell as text. Throws where it cannot be fetched, or is not what `integrity` says:
 * what another build has in it would stand under the columns of this one.
 */
export async function fetchRecords({
  src,
  headerRows,
  integrity,
}: {
  src: string;
  headerRows: number;
  integrity?: string;
}): Promise<string[][]> {
  const response = await fetchBound(src, integrity);
  if (!response.ok) throw new Error(`${src}: ${response.status}`);
  return parseRecords(await response.text(), headerRows);
}

/** The text of a CSV file → its records of data, every cell as text. Throws where it is no CSV. */
export const parseRecords = (text: string, headerRows: number): string[][] =>
  parse(text, {
    bom: true,
    from: headerRows + 1,
    relax_column_count: true,
    skip_empty_lines: true,
    // A file may end its lines in both ways; csv-parse alone would go by the first.
    record_delimiter: ["\r\n", "\n"],
  });

/**
 * The records of data in the first bytes of a CSV file; one that may be cut there is left out. No more is read, even of a
 * server that gives the whole file to whoever asks for a part.
 */
export async function fetchFirstRecords({
  src,
  headerRows,
  bytes,
}: {
  src: string;
  headerRows: number;
  bytes: number;
}): Promise<string[][]> {
  const response = await fetch(src, { headers: { Range: `bytes=0-${bytes - 1}` } });
  if (!response.ok || !response.body) throw new Error(`${src}: ${response.status}`);
  const records: string[][] = [];
  const scanner = createRecordScanner(
    { delimiter: ",", newline: "\n" },
    ({ number, count, cell }) => {
      const cells = Array.from({ length: count }, (_, index) => cell(index));
      if (number > headerRows && cells.some((text) => text !== "")) records.push(cells);
    },
    () => {},
  );
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  for (let read = 0; read < bytes; ) {
    const { done, value } = await reader.read();
    if (done) break;
    scanner.write(decoder.decode(value.subarray(0, bytes - read), { stream: true }));
    read += value.length;
  }
  await reader.cancel();
  return records;
}
