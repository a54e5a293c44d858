import { isRecord, type RemotePackage } from "../client.ts";
import { oneLine } from "./fields.ts";
import type { Note } from "./gaps.ts";

/** A value as the portal wrote it, for the report: a text as itself, anything else as JSON. */
export const asWritten = (value: unknown): string =>
  oneLine(typeof value === "string" ? value : JSON.stringify(value)).slice(0, 200);

/** Lists of a package, and whether a portal may give words in them in place of records. */
const lists = [
  ["extras", false],
  ["tags", true],
  ["groups", true],
  ["resources", false],
] as const;

const isAbsent = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || value === false;

/** Notes what of a package has no shape it could be read in; all readers of its fields pass that over. */
export function noteShapes(source: RemotePackage, gap: Note): void {
  if (!isAbsent(source.organization) && !isRecord(source.organization))
    gap("organization", asWritten(source.organization), unread);
  for (const [field, hasWords] of lists) {
    const list = source[field];
    if (isAbsent(list) || (hasWords && typeof list === "string")) continue;
    if (!Array.isArray(list)) {
      gap(field, asWritten(list), "Не прочитано: тут мав бути перелік. Пропущено.");
      continue;
    }
    for (const one of list)
      if (!isRecord(one) && !(hasWords && typeof one === "string"))
        gap(field, asWritten(one), unread);
  }
}

const unread = "Не прочитано: тут мав бути запис. Пропущено.";
