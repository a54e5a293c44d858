import { tableExample } from "../example-table.ts";
import { markRule } from "../table-rule.ts";

export const markupFree = markRule({
  id: "markup-free",
  title: "У комірках немає розмітки вебсторінок",
  why: "Теги потрапляють із редактора сайту: читач бачить <br> посеред адреси, а програма не впізнає її.",
  marks: {
    markup: {
      severity: "warning",
      found: "розмітка вебсторінки",
      expected: "звичайний текст",
      hint: "Вилучіть теги й коди на зразок &nbsp;, лишивши текст.",
    },
  },
  examples: [
    tableExample({
      when: "тег посеред назви",
      warns: true,
      bad: "id,name,platforms\n1,Вокзал<br>головний,2\n",
      good: "id,name,platforms\n1,Вокзал головний,2\n",
      messages: [
        "Колонка «name»: розмітка вебсторінки (1 комірка: B2 «Вокзал<br>головний»). Потрібно: звичайний текст.",
      ],
    }),
  ],
});
