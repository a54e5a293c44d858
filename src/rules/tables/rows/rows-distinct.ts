import { warning } from "../../rule.ts";
import { tableExample } from "../example-table.ts";
import { placeIn, rowsWords, tableRule } from "../table-rule.ts";

export const rowsDistinct = tableRule({
  id: "rows-distinct",
  title: "Рядки не повторюються",
  why: "Однакові в усіх комірках рядки — здебільшого слід подвійного копіювання; підрахунки й суми виходять завищеними.",
  find(table) {
    const { repeated } = table.report;
    const [first] = repeated.first;
    if (!first) return [];
    return [
      warning(rowsDistinct, {
        place: placeIn(table, first),
        message: `Рядки, що повторюють попередні: ${rowsWords(repeated)}. Потрібно: кожен рядок один раз.`,
        hint: "Вилучіть повтори (Excel: Дані → Видалити дублікати) або додайте колонку, що розрізняє рядки.",
      }),
    ];
  },
  examples: [
    tableExample({
      when: "рядок скопійовано двічі",
      warns: true,
      columns: "id, name",
      bad: "id,name\n1,Вокзал\n2,Центр\n1,Вокзал\n",
      good: "id,name\n1,Вокзал\n2,Центр\n",
      messages: ["Рядки, що повторюють попередні: 4. Потрібно: кожен рядок один раз."],
    }),
  ],
});
