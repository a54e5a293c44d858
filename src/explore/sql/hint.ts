import type { Speech } from "../../i18n/speech.ts";

/** What to do about SQLite's most frequent complaints; of others nothing is said. */
export function hintOf(message: string, { t }: Speech): string {
  if (/no such table/.test(message)) return t("sql.hint.table");
  if (/no such column/.test(message)) return t("sql.hint.column");
  if (/incomplete input|unrecognized token/.test(message)) return t("sql.hint.incomplete");
  if (/too big|out of memory/.test(message)) return t("sql.hint.big");
  if (/too large|too many|too complex|stack overflow/.test(message)) return t("sql.hint.complex");
  return /syntax error/.test(message) ? t("sql.hint.syntax") : "";
}
