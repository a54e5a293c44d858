import { warning } from "../rule.ts";
import { tableExample } from "./example-table.ts";
import { placeIn, tableRule } from "./table-rule.ts";

export const tableOne = tableRule({
  id: "table-one",
  title: "В одному файлі одна таблиця",
  why: "Програма читає файл як одну таблицю: рядки другої, що стоїть нижче, вона прийме за дані першої.",
  find: (table) =>
    table.report.others.map(({ from, to }) =>
      warning(tableOne, {
        place: placeIn(table, from),
        message: `Під таблицею стоїть інша, зі своїми назвами колонок: рядки ${from.record}–${to}.`,
        hint: "Перенесіть ці рядки в окремий файл. Якщо це та сама таблиця, вилучіть порожні рядки й повторений заголовок.",
      }),
    ),
  examples: [
    tableExample({
      when: "під таблицею після порожнього рядка стоїть друга",
      warns: true,
      bad: "id,name,platforms\n1,Вокзал,2\n,,\nмаршрут,довжина,\nмаршрут 5,12,\nмаршрут 7,9,\n",
      good: "id,name,platforms\n1,Вокзал,2\n",
      messages: ["Під таблицею стоїть інша, зі своїми назвами колонок: рядки 4–6."],
    }),
  ],
});
