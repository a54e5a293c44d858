import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { TableReport } from "../model/table.ts";
import type { ReadOptions } from "../table/read-table.ts";

/** Reports of tables read before: a file that did not change is not read again. */
export type ReportCache = (
  bytes: Uint8Array,
  options: ReadOptions,
  read: () => TableReport,
) => TableReport;

export const noCache: ReportCache = (_bytes, _options, read) => read();

/** Reports kept at most; beyond it the older half goes. */
const most = 1000;

/** Everything a report depends on beside the file and its structure: the engine and the libraries it stands on. */
function engineHash(project: string): string {
  const hash = createHash("sha256").update(readFileSync(join(project, "package-lock.json")));
  const folder = join(project, "src/table");
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}

/**
 * The cache in node_modules/.cache of the project; none where the engine's sources are not at hand. Keys are hashes of
 * bytes, structure, territory and engine, so that nothing has to be thrown away by hand.
 */
export function openReportCache(project: string): ReportCache {
  if (!existsSync(join(project, "src/table")) || !existsSync(join(project, "node_modules")))
    return noCache;
  const engine = engineHash(project);
  const folder = join(project, "node_modules/.cache/open-data-portal/tables");
  mkdirSync(folder, { recursive: true });
  const kept = readdirSync(folder);
  if (kept.length > most) {
    const aged = kept
      .map((name) => ({ path: join(folder, name), time: statSync(join(folder, name)).mtimeMs }))
      .sort((a, b) => a.time - b.time);
    for (const { path } of aged.slice(0, kept.length / 2)) unlinkSync(path);
  }
  return (bytes, { fields, missingValues, territory, form }, read) => {
    const places = [...(territory?.places ?? [])].sort();
    const key = createHash("sha256")
      .update(engine)
      .update(JSON.stringify([form, fields, missingValues, places, territory?.box]))
      .update(bytes)
      .digest("hex");
    const path = join(folder, `${key}.json`);
    try {
      return JSON.parse(readFileSync(path, "utf8"));
    } catch {
      // Not there, or cut while it was written: read the table.
    }
    const report = read();
    const fresh = join(folder, `${key}.${process.pid}.new`);
    writeFileSync(fresh, JSON.stringify(report));
    renameSync(fresh, path);
    return report;
  };
}
