import { tableExample } from "../example-table.ts";
import { markRule } from "../table-rule.ts";

export const formulaLike = markRule({
  id: "formula-like",
  title: "Комірки не починаються як формули",
  why: "Excel виконує комірку, що починається з =, @, + або -, навіть у чужому файлі: так крадуть дані тих, хто його відкрив. Портал не змінює опублікованих файлів, тому попереджає.",
  marks: {
    formula: {
      severity: "warning",
      found: "текст, що починається як формула",
      expected: "звичайний текст",
      hint: "Якщо перший знак зайвий, приберіть його; якщо це справді дані, лишіть: комірки ніхто не змінить.",
    },
  },
  examples: [
    tableExample({
      when: "у комірці формула",
      warns: true,
      bad: 'id,name,platforms\n1,"=HYPERLINK(""http://example.com"")",2\n',
      good: "id,name,platforms\n1,Вокзал,2\n",
      messages: [
        'Колонка «name»: текст, що починається як формула (1 комірка: B2 «=HYPERLINK("http://example.com")»). Потрібно: звичайний текст.',
      ],
    }),
  ],
});
