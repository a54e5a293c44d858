import { tableExample } from "../example-table.ts";
import { markRule } from "../table-rule.ts";

export const alphabetOne = markRule({
  id: "alphabet-one",
  title: "Слово набрано однією абеткою",
  why: "Латинська i та українська і на вигляд однакові, але слово з чужою літерою не знайде жоден пошук.",
  marks: {
    "mixed-alphabet": {
      severity: "warning",
      found: "латинські й українські літери в одному слові",
      expected: "слово однією абеткою",
      hint: "Наберіть слово заново в українській розкладці; назви латиницею відділіть дефісом або пробілом. Адресу сайту наберіть латиницею всю.",
    },
  },
  examples: [
    tableExample({
      when: "латинська i в українській назві",
      warns: true,
      bad: "id,name,platforms\n1,Лiкарня,2\n",
      good: "id,name,platforms\n1,Лікарня,2\n",
      messages: [
        "Колонка «name»: латинські й українські літери в одному слові (1 комірка: B2 «Лiкарня»). Потрібно: слово однією абеткою.",
      ],
    }),
  ],
});
