import { error } from "../../rule.ts";
import { sheetExample } from "../example-table.ts";
import { placeIn, tableRule } from "../table-rule.ts";
import { sheetCells } from "./sheet-cells.ts";

export const formulasCounted = tableRule({
  id: "formulas-counted",
  title: "У кожної формули книги є збережене значення",
  why: "Книга зберігає формулу й значення, яке порахувала програма. Якщо книгу записала інша програма й не порахувала, значення немає: у таблиці лишилася б порожня комірка.",
  find(table) {
    const { notes } = table;
    if (!notes || notes.uncounted.count === 0) return [];
    return [
      error(formulasCounted, {
        place: placeIn(table, notes.uncounted.first[0]),
        message: `Формули без збереженого значення (${sheetCells(notes.uncounted)}). Потрібно: порахована книга.`,
        hint: "Відкрийте книгу в Excel або LibreOffice, дочекайтеся, поки формули порахуються, збережіть і перевірте знову.",
      }),
    ];
  },
  examples: [
    sheetExample({
      when: "книгу записала програма, яка формул не рахує",
      sheet: "id,name,sum\n1,Вокзал,\n2,Центр,4\n",
      notes: { uncounted: { count: 1, first: [{ line: 2, record: 2, value: "C" }] } },
      messages: ["Формули без збереженого значення (1 комірка: C2). Потрібно: порахована книга."],
    }),
  ],
});
