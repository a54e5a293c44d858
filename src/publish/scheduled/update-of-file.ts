import { inspectFile } from "../../inspect/inspection.ts";
import { lostInTable } from "../../inspect/reread.ts";
import type { Finding } from "../../model/reports/finding.ts";
import type { Territory } from "../../table/column/role/role-marks.ts";
import type { ByteSource } from "../../table/scan/encoding.ts";
import type { PublishedDataset } from "../change/change-dataset.ts";
import type { Bytes } from "../change/new-dataset.ts";
import { newerTable, promiseOf, type TableResource } from "../change/newer-table.ts";
import type { Submission } from "../submission.ts";

/** A file that a system wrote: its name, its bytes, and of a book the sheet that is meant. */
export type WrittenFile = { name: string; source: ByteSource; sheet?: string | undefined };

/** What a file makes of a set. */
export type FileUpdate =
  | {
      submission: Submission;
      /** What the clean table cannot tell any more: a row that was cut, hidden rows, a second table. */
      beside: Finding[];
    }
  /** There is no table in the file, or it was not read to its end. */
  | { unread: Finding[] };

/**
 * A file of any kind → the update of a published table: clean, its columns named as they are published.
 * @param territory where the portal's places are, to know coordinates by
 */
export async function updateOfFile(
  dataset: PublishedDataset,
  resource: TableResource,
  { name, source, sheet }: WrittenFile,
  territory: Territory,
): Promise<FileUpdate> {
  const { clean, report, findings, beside } = await inspectFile(name, source, {
    territory,
    ...(sheet === undefined ? {} : { sheet }),
    ...promiseOf(resource),
  });
  if (!clean || !report) return { unread: findings };
  const table = { report, clean: await bytesOf(clean) };
  return {
    submission: newerTable(dataset, resource, table),
    beside: beside.filter(({ rule }) => lostInTable.has(rule)),
  };
}

/** The bytes of a text that comes in parts. */
async function bytesOf(
  write: (onText: (text: string) => void) => Promise<unknown>,
): Promise<Bytes> {
  const encoder = new TextEncoder();
  const parts: Bytes[] = [];
  await write((text) => parts.push(encoder.encode(text)));
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
