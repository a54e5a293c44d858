import type { Speech } from "../../../i18n/speech.ts";
import { isNumeric } from "../../../table/column/cell.ts";
import type { ExploreColumn, Filter } from "../../view.ts";

/** A filter in words: «Стан: виконано, скасовано», «Дата: 2024-01 — 2024-06». */
export const filterText = (column: ExploreColumn, filter: Filter, speech: Speech): string =>
  `${column.title}: ${askedText(column, filter, speech)}`;

function askedText(column: ExploreColumn, filter: Filter, speech: Speech): string {
  switch (filter.kind) {
    case "text":
      return `«${filter.text}»`;
    case "choice":
      return filter.values.map((value) => value || speech.t("explore.empty")).join(", ");
    case "range":
      return rangeText(column, filter, speech);
  }
}

function rangeText(
  { type }: ExploreColumn,
  { from, to }: { from: string; to: string },
  { t, exact, label }: Speech,
): string {
  const limit = (written: string) =>
    isNumeric(type) && Number.isFinite(Number(written)) ? exact(Number(written)) : label(written);
  if (from === "") return `${t("explore.to").toLowerCase()} ${limit(to)}`;
  if (to === "") return `${t("explore.from").toLowerCase()} ${limit(from)}`;
  return `${limit(from)} — ${limit(to)}`;
}
