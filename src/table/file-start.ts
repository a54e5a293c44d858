import type { TableProblem } from "../model/table.ts";
import { publishedLayout, titlesOf } from "./layout/header.ts";
import { detectLayout, firstRowLayout, type Layout } from "./layout/layout.ts";
import type { ReadOptions } from "./read-options.ts";
import { firstBadLine } from "./scan/bytes.ts";
import { detectSeparators, firstRecords } from "./scan/dialect.ts";
import { detectEncoding, type Encoding } from "./scan/encoding.ts";
import { findImpostor } from "./scan/impostor.ts";
import type { Separators } from "./scan/records.ts";

/** How a file is written, as its first bytes tell. */
export type FileStart = {
  encoding: Encoding;
  separators: Separators;
  layout: Layout;
  /** The first records, to the last of which the layout looks. */
  first: string[][];
};

/** Columns that are read: a table of people has tens, a matrix hundreds; beyond lies a table lying on its side. */
const mostColumns = 5000;
/** Records that tell how a table lies in its file. */
const looked = 60;

/** What a published file is written with. */
const published: Separators = { delimiter: ",", newline: "\n" };

/** Whole lines of a text that may be cut in the middle of one. */
function wholeLines(text: string): string {
  const lastBreak = text.lastIndexOf("\n");
  return lastBreak === -1 ? text : text.slice(0, lastBreak + 1);
}

/** Is the header of a file one cell that another delimiter would part? */
const isPartedBy = (delimiter: string, [header = []]: readonly string[][]): boolean =>
  delimiter !== "," && header.length === 1 && (header[0] ?? "").includes(delimiter);

function layoutOf(first: string[][], options: ReadOptions): Layout {
  if (options.form === "published") return publishedLayout(first, options);
  if (options.firstRowIsHeader) return firstRowLayout(first[0] ?? []);
  return detectLayout(first.slice(0, looked), titlesOf(options));
}

/** The first bytes of a file → how it is written, or why it is no table. `whole`: they are the whole file. */
export function readStart(
  bytes: Uint8Array,
  whole: boolean,
  options: ReadOptions,
): FileStart | { problem: TableProblem } {
  const impostor = findImpostor(bytes);
  if (impostor) return { problem: impostor };
  const isPublished = options.form === "published";
  const encoding = options.encoding ?? detectEncoding(bytes, whole);
  const text = new TextDecoder(encoding.name).decode(bytes, { stream: !whole });
  if (text.trim() === "") return { problem: { kind: bytes.length === 0 ? "empty" : "blank" } };
  if (isPublished && encoding.name !== "utf-8")
    return { problem: { kind: "not-utf8", line: firstBadLine(bytes) } };
  const sample = whole ? text : wholeLines(text);
  const found = options.separators ?? detectSeparators(sample);
  const separators = isPublished ? published : found;
  const first = firstRecords(sample, separators, looked + 1);
  if (isPublished && isPartedBy(found.delimiter, first))
    return { problem: { kind: "delimiter", found: found.delimiter } };
  const layout = layoutOf(first, options);
  const columns = layout.names.length;
  if (columns > mostColumns) return { problem: { kind: "wide", columns } };
  return { encoding, separators, layout, first };
}
