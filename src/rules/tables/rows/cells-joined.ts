import { quote } from "../../../model/reports/finding.ts";
import type { FilledCells, TableReport } from "../../../model/table.ts";
import { veil, veilOf } from "../../../table/people/veil.ts";
import { warning } from "../../rule.ts";
import { sheetExample } from "../example-table.ts";
import { placeIn, tableRule } from "../table-rule.ts";

/** Joined cells that are named; the rest are counted. */
const named = 5;

/** A joined cell's value as it may be shown: of a column in which people were found, veiled. */
export function filledValue({ columns }: TableReport, { column, value }: FilledCells): string {
  const report = columns[column];
  return report ? veilOf(report)(value) : veil(value);
}

export const cellsJoined = tableRule({
  id: "cells-joined",
  title: "Комірок не об’єднано",
  why: "Об’єднана комірка має одне значення на кілька рядків: програма бачить його лише в першому, а решту рядків — без нього.",
  find(table) {
    const { filled = [] } = table;
    if (filled.length === 0) return [];
    const shown = filled
      .slice(0, named)
      .map((one) => `${one.range} ${quote(filledValue(table.report, one))}`);
    return [
      warning(cellsJoined, {
        place: placeIn(table, Number(/\d+/.exec(filled[0]?.range ?? "")?.[0] ?? 1)),
        message: `Об’єднані комірки — ${filled.length}: ${shown.join(", ")}${filled.length > named ? ` та ще ${filled.length - named}` : ""}.`,
        hint: "У чистій таблиці значення повторено в кожному рядку: перевірте, чи так і є.",
      }),
    ];
  },
  examples: [
    sheetExample({
      when: "район записано один раз на кілька шкіл",
      warns: true,
      sheet: "district,school\nФортечний,№ 1\nФортечний,№ 2\nПодільський,№ 3\n",
      filled: [{ range: "A2:A3", column: 0, value: "Фортечний" }],
      messages: ["Об’єднані комірки — 1: A2:A3 «Фортечний»."],
    }),
  ],
});
