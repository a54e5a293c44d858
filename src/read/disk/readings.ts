import { createHash } from "node:crypto";
import type { TableReport } from "../../model/table.ts";
import type { ReadOptions } from "../../table/read-table.ts";
import { canCache, codeHash, openDiskCache } from "./disk-cache.ts";

/** Reports of tables read before: a file that did not change is not read again. */
export type ReportCache = (
  bytes: Uint8Array,
  options: ReadOptions,
  read: () => TableReport,
) => TableReport;

export const noCache: ReportCache = (_bytes, _options, read) => read();

/** The cache of the project; keys are hashes of bytes, structure, territory and engine. */
export function openReportCache(project: string): ReportCache {
  if (!canCache(project)) return noCache;
  const engine = codeHash(project);
  const cache = openDiskCache(project, "tables", 1000);
  return (bytes, { fields, missingValues, territory, form }, read) => {
    const places = [...(territory?.places ?? [])].sort();
    const key = createHash("sha256")
      .update(engine)
      .update(JSON.stringify([form, fields, missingValues, places, territory?.box]))
      .update(bytes)
      .digest("hex");
    return cache(key, read);
  };
}
