import { typeWords } from "../../../vocabularies/table-words.ts";
import { tableExample } from "../example-table.ts";
import { markRule } from "../table-rule.ts";

export const typesMixed = markRule({
  id: "types-mixed",
  title: "У колонці значення одного типу",
  why: "Слово серед чисел робить текстом усю колонку: її вже не додати й не впорядкувати. «Так» і «ні» програми знають як true і false.",
  marks: {
    mixed: ({ type }) => ({
      severity: "warning",
      found: "значення іншого типу, ніж у решті колонки",
      expected: typeWords[type] ?? "один тип",
      hint: "Примітку перенесіть в окрему колонку, а примітки під таблицею вилучіть; якщо значення немає, лишіть комірку порожньою.",
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
        "Колонка «active»: слова замість true і false (1 комірка: B2 «так»). Потрібно: true або false.",
      ],
    }),
  ],
});
