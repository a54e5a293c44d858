import { quote } from "../../model/reports/finding.ts";
import { error, type Rule } from "../rule.ts";

/** Columns that a table of people has, and letters that a cell of it may hold: beyond them lies a mistake or an attack. */
const mostColumns = 1000;
const longestCell = 1_000_000;

export const tableSize: Rule = {
  id: "table-size",
  title: "Таблиця не ширша за тисячу колонок, а комірка не довша за мільйон знаків",
  why: "Таку таблицю більшість програм не відкриє або обріже. Найчастіше це повернута набік таблиця або цілий документ, вставлений в одну комірку.",
  check: ({ datasets, tree, fetched }) =>
    datasets.flatMap(({ tables }) =>
      tables.flatMap(({ file, table }) => {
        if (!table) return [];
        // No cell is longer than its file.
        const long =
          ((tree.get(file) ?? fetched.get(file))?.size ?? 0) > longestCell
            ? table.rows.find(({ cells }) => cells.some((cell) => cell.length > longestCell))
            : undefined;
        return [
          ...(table.header.length > mostColumns
            ? [
                error(tableSize, {
                  place: { file, line: 1 },
                  message: `Колонок у таблиці: ${table.header.length}; дозволено не більше ніж ${mostColumns}.`,
                  hint: "Можливо, рядки й колонки переплутано: поверніть таблицю або поділіть її.",
                }),
              ]
            : []),
          ...(long
            ? [
                error(tableSize, {
                  place: { file, line: long.line },
                  message: `Комірка колонки ${quote(table.header[long.cells.findIndex((cell) => cell.length > longestCell)] ?? "")} довша за мільйон знаків.`,
                  hint: "Покладіть довгий текст окремим файлом або розбийте на рядки.",
                }),
              ]
            : []),
        ];
      }),
    ),
  examples: [
    {
      when: "в одну комірку вставлено цілий документ",
      files: {
        "data/datasets/stops/stops.csv": `id,name,platforms\n1,${"ж".repeat(1_000_001)},2\n`,
      },
      mended: { "data/datasets/stops/stops.csv": "id,name,platforms\n1,Вокзал,2\n" },
      messages: ["Комірка колонки «name» довша за мільйон знаків."],
    },
  ],
};
