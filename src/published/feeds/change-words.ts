import type { Speech } from "../../i18n/speech.ts";
import type { FileVersion } from "../../model/catalogue.ts";

/** What a version changed, in words: «+12 рядків, 3 рядки змінено, нові колонки: стан». */
export function changeWords(version: FileVersion, { t, count }: Speech): string {
  if (version.first) return t("changes.first");
  const { change } = version;
  if (!change) return t("changes.file");
  const { added, removed, changed, columnsAdded, columnsRemoved } = change;
  const parts = [
    ...(added > 0 ? [count("changes.added", added)] : []),
    ...(removed > 0 ? [count("changes.removed", removed)] : []),
    ...(changed > 0 ? [count("changes.changed", changed)] : []),
    ...(columnsAdded.length > 0
      ? [t("changes.columnsAdded", { columns: columnsAdded.join(", ") })]
      : []),
    ...(columnsRemoved.length > 0
      ? [t("changes.columnsRemoved", { columns: columnsRemoved.join(", ") })]
      : []),
  ];
  return parts.length > 0 ? parts.join(", ") : t("changes.writing");
}
