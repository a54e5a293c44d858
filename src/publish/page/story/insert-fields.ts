import type { AskableSet, AskableTable } from "../../story/inserts/askable-set.ts";
import type { Insert } from "../../story/inserts/insert-tag.ts";
import { field } from "../fields/field.ts";
import type { Stage } from "../stage.ts";

/** Fields of an insert, and the insert as they are answered; a sentence where something is missing. */
export type InsertFields = { nodes: HTMLElement[]; insert(): Insert | string };

/** A table of the set, where it has several. */
export function tableField(
  { words }: Stage,
  { tables }: AskableSet,
  choose: (table: AskableTable) => void,
): HTMLElement[] {
  if (tables.length < 2) return [];
  return [
    field({
      id: "picked-table",
      kind: "choice",
      label: words.t("publish.story.table"),
      value: tables[0]?.resource ?? "",
      options: tables.map(({ resource, title }) => ({ value: resource, label: title })),
      change(name) {
        const table = tables.find(({ resource }) => resource === name);
        if (table) choose(table);
      },
    }),
  ];
}
