import type { Line } from "../../../model/blocks.ts";
import type { DatasetChange, TableChange } from "../../../model/reports/review.ts";
import { changedRows, lostRows } from "../../breaking.ts";
import { columnLine } from "../columns.ts";
import { unusualLines, unusualText } from "../unusual.ts";
import { counted, most, number, rest } from "../words.ts";
import { type LookItem, ofSet } from "./item.ts";

const restore: Line = ["якщо рядки зникли випадково, поверніть їх: завантажте файл повністю"];

export function unusualItem(change: DatasetChange, { unusual }: TableChange): LookItem {
  const [first] = unusual;
  return {
    line: [...ofSet(change), first ? unusualText(first) : ""],
    more: unusualLines(unusual).filter((_, at) => at > 0),
  };
}

export const rowsRemovedItem = (change: DatasetChange, table: TableChange): LookItem => ({
  line: [
    ...ofSet(change),
    "із таблиці ",
    { code: table.resource },
    ` вилучено ${counted(lostRows(table), "рядок", "рядки", "рядків")} з ${number(table.before)}`,
  ],
  more: [...table.removed.shown.slice(0, 3).map(({ key }): Line => [{ code: key }]), restore],
});

export const rewrittenItem = (change: DatasetChange, table: TableChange): LookItem => ({
  line: [
    ...ofSet(change),
    "у таблиці ",
    { code: table.resource },
    ` змінено ${counted(changedRows(table), "рядок", "рядки", "рядків")} з ${number(table.before)}`,
  ],
  more: table.totals.map(
    ({ column, before, after }): Line => [
      "сума ",
      { code: column },
      `: ${number(before)} → ${number(after)}`,
    ],
  ),
});

export const columnsAddedItem = (
  change: DatasetChange,
  { resource, fresh }: TableChange,
): LookItem => ({
  line: [
    ...ofSet(change),
    "у таблиці ",
    { code: resource },
    ` ${counted(fresh.length, "нова колонка", "нові колонки", "нових колонок")}`,
  ],
  more: [...fresh.slice(0, most).map(columnLine), ...rest(fresh.length)],
});
