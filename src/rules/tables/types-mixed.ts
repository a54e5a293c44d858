import { tableExample } from "./example-table.ts";
import { markRule } from "./table-rule.ts";
import { typeWords } from "./type-words.ts";

export const typesMixed = markRule({
  id: "types-mixed",
  title: "У колонці значення одного типу",
  why: "Слово серед чисел робить текстом усю колонку: її вже не додати й не впорядкувати. «Так» і «ні» програми знають як true і false.",
  marks: {
    mixed: ({ type }) => ({
      severity: "warning",
      found: "значення іншого типу, ніж у решті колонки",
      expected: typeWords[type] ?? "один тип",
      hint: "Слова перенесіть у колонку приміток; якщо значення немає, лишіть комірку порожньою.",
    }),
    "boolean-word": {
      severity: "typed",
      found: "слова замість true і false",
      expected: "true або false",
      hint: "Замініть «так» на true, а «ні» на false в усій колонці (Ctrl+H).",
    },
  },
  examples: [
    tableExample({
      when: "«так» і «ні» в колонці ознак",
      columns: "id, active:boolean",
      bad: "id,active\n1,так\n2,false\n",
      good: "id,active\n1,true\n2,false\n",
      messages: [
        "Колонка «active»: слова замість true і false; комірок — 1: B2 «так». Потрібно: true або false.",
      ],
    }),
  ],
});
