import { csvLine } from "../../../model/csv.ts";
import type { TableReport } from "../../../model/table.ts";
import { type ByteSource, partSize } from "../../../table/scan/encoding.ts";
import { createRecordScanner, type Separators } from "../../../table/scan/records.ts";
import { blockRows, type PackedTable } from "../core/table-text.ts";

/** Parts of bytes as one, and where each of them begins and the last one ends. */
export function joinParts(parts: readonly Uint8Array[]): Pick<PackedTable, "bytes" | "starts"> {
  const starts = new Uint32Array(parts.length + 1);
  parts.forEach((part, index) => {
    starts[index + 1] = (starts[index] ?? 0) + part.length;
  });
  const bytes = new Uint8Array(starts[parts.length] ?? 0);
  parts.forEach((part, index) => {
    bytes.set(part, starts[index]);
  });
  return { bytes, starts };
}

/** Every record of a text that was judged, those above the data too. `breathe` is waited for after each part. */
export async function packRows(
  source: ByteSource,
  { encoding, separators }: TableReport,
  breathe: () => Promise<void>,
): Promise<PackedTable> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let block = "";
  let rows = 0;
  let width = 0;
  const flush = () => {
    if (block !== "") parts.push(encoder.encode(block));
    block = "";
  };
  const scanner = createRecordScanner(
    separators as Separators,
    (record) => {
      block += csvLine(Array.from({ length: record.count }, (_, index) => record.cell(index)));
      width = Math.max(width, record.count);
      if (++rows % blockRows === 0) flush();
    },
    () => {},
  );
  const decoder = new TextDecoder(encoding.name, { fatal: true });
  for (let at = 0; at < source.byteLength; at += partSize) {
    const bytes = await source.read(at, Math.min(at + partSize, source.byteLength));
    scanner.write(decoder.decode(bytes, { stream: true }));
    await breathe();
  }
  scanner.write(decoder.decode());
  scanner.end();
  flush();
  return { ...joinParts(parts), rows, width };
}
