import { createHash } from "node:crypto";
import { Fault } from "../../model/reports/fault.ts";
import type { Table, TableReport } from "../../model/table.ts";
import { largestFile, type TreeFile } from "../../model/tree.ts";
import {
  partsOf,
  type ReadOptions,
  readFirstRows,
  readRows,
  readTableParts,
} from "../../table/read-table.ts";
import { tableOf } from "../../table/table-of.ts";
import { readYaml } from "../yaml-text.ts";
import { canCache, codeHash, type DiskCache, openDiskCache } from "./disk-cache.ts";

/** What a CSV file holds and what is wrong with it; no table where reading stopped, or where its rows are too many to be held. */
type Reading = {
  report: TableReport;
  table: Table | undefined;
  /** Of a table whose rows are too many: the first of them. */
  beginning?: Table;
  sha256: string;
};

/** Rows of such a table that are held. */
const heldAtFirst = 100;

/** Reads a published CSV file, or gives what was read of the same bytes before. */
export type ReadTable = (file: TreeFile, options: ReadOptions) => Reading;

const sha256 = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};

/** What git calls these bytes (git-scm.com/book, «Git Objects»), in a repository of SHA-1. */
const blobName = (bytes: Uint8Array): string =>
  createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");

/** Nothing is kept on disk; a value is given as if it had been: texts cut out of a file would hold the whole file. */
const forgetful: DiskCache = (_key, make) => JSON.parse(JSON.stringify(make()));

/** Readings of one process, which end with it: for folders without libraries, and tests. */
export const readAnew: ReadTable = (file, options) => readingsOf(forgetful, "")(file, options);

/** What YAML texts say, kept beside the project's libraries by the hashes of texts and engine. */
export function openYamlReadings(project: string): typeof readYaml {
  if (!canCache(project)) return readYaml;
  const disk = openDiskCache(project, "texts");
  const engine = codeHash(project);
  // What is no number, and no end to it, JSON has no words for.
  return (text) =>
    /\.(?:nan|inf)/i.test(text) ? readYaml(text) : disk(sha256(engine, text), () => readYaml(text));
}

/** Readings kept beside the project's libraries; keys are hashes of bytes, structure, territory and engine. */
export const openReadings = (project: string): ReadTable =>
  canCache(project)
    ? readingsOf(openDiskCache(project, "tables"), codeHash(project))
    : readingsOf(forgetful, "");

/**
 * The same bytes are read once, whatever tree they lie in: a portal and its own past share what did not change. Rows are
 * not held: they are read again when somebody asks for them, and what is counted of them is kept by the table.
 */
function readingsOf(disk: DiskCache, engine: string): ReadTable {
  /** With the file that was asked for last: an earlier one of the same bytes may have gone with its folder. */
  const readings = new Map<string, { reading: Reading; last: { file: TreeFile } }>();
  /** Hash of the content git calls so: a commit's file that was read in a folder or in another commit is not read again. */
  const named = new Map<string, string>();
  const contentOf = (file: TreeFile): string => {
    if (file.sha256 !== undefined) return file.sha256;
    const { blob } = file;
    if (blob !== undefined) {
      // Kept from one run to the next: of a thousand tables of a commit git is asked only for those that are new.
      const content =
        named.get(blob) ?? disk(sha256("content of a blob\n", blob), () => sha256(file.bytes()));
      named.set(blob, content);
      return content;
    }
    const bytes = file.bytes();
    const content = sha256(bytes);
    named.set(blobName(bytes), content);
    return content;
  };
  return (file, options) => {
    const { fields, missingValues, territory, form } = options;
    const places = [...(territory?.places ?? [])].sort();
    const content = contentOf(file);
    const asked = JSON.stringify([form, fields, missingValues, places, territory?.box]);
    const key = sha256(engine, asked, content);
    const known = readings.get(key);
    if (known) {
      known.last.file = file;
      return known.reading;
    }
    const last = { file };
    const report = disk(key, () => readTableParts(inParts(file), options));
    const keep: NonNullable<Table["keep"]> = (name, count) =>
      disk(sha256(key, JSON.stringify(name)), count);
    const rows = () => readRows(unchanged(last.file, content), report);
    const first = () => readFirstRows(inParts(last.file), report, heldAtFirst);
    const isTable = report.columns.length > 0;
    const isHeld = file.size <= largestFile;
    const reading: Reading = {
      report,
      table: isTable && isHeld ? tableOf(report, rows, keep) : undefined,
      ...(isTable && !isHeld ? { beginning: tableOf(report, first, keep) } : {}),
      sha256: content,
    };
    readings.set(key, { reading, last });
    return reading;
  };
}

const inParts = (file: TreeFile): Iterable<Uint8Array> => file.parts?.() ?? partsOf(file.bytes());

/** The bytes that were judged, or none: what is judged is what is built. */
function unchanged(file: TreeFile, content: string): Uint8Array {
  const bytes = file.bytes();
  if (file.blob === undefined && sha256(bytes) !== content)
    throw new Fault("Файл із даними змінився, поки його читали: почніть ще раз.");
  return bytes;
}
