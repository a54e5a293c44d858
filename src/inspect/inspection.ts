import type { Inspection } from "../model/reports/inspection.ts";
import { type ByteSource, detectEncoding, sampleSize } from "../table/scan/encoding.ts";
import { workbookKind } from "../table/workbook/kind.ts";
import { inspectBook } from "./kinds/book.ts";
import { inspectJson } from "./kinds/json.ts";
import type { InspectionOptions } from "./kinds/options.ts";
import { inspectStranger } from "./kinds/stranger.ts";
import { inspectTable } from "./kinds/table.ts";

export type { InspectionOptions } from "./kinds/options.ts";

/** A file of any kind a clerk may hold → what it is, what is wrong, and its table made clean. Never throws for what is in it. */
export async function inspectFile(
  file: string,
  source: ByteSource,
  options: InspectionOptions = {},
): Promise<Inspection> {
  const head = new Uint8Array(await source.read(0, Math.min(sampleSize, source.byteLength)));
  if (workbookKind(head)) return inspectBook(file, source, options);
  const stranger = inspectStranger(file, head);
  if (stranger) return stranger;
  const { name } = detectEncoding(head, source.byteLength <= head.length);
  const isJson = /^\s*[[{]/.test(new TextDecoder(name).decode(head.subarray(0, 512)));
  const judged = isJson ? await inspectJson(file, source, name, options) : undefined;
  return judged ?? inspectTable(file, source, options);
}
