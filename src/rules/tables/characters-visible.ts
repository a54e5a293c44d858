import { tableExample } from "./example-table.ts";
import { markRule } from "./table-rule.ts";

export const charactersVisible = markRule({
  id: "characters-visible",
  title: "Літери видимі й читабельні",
  why: "Невидимий знак робить однакові слова різними, а знак зміни напрямку показує не той текст, що записано. Зіпсовані літери не прочитає вже ніхто.",
  marks: {
    invisible: {
      severity: "warning",
      found: "невидимі знаки",
      expected: "лише видимі літери й знаки",
      hint: "Наберіть ці комірки заново: такі знаки потрапляють із Word і вебсторінок.",
    },
    "lost-letters": {
      severity: "error",
      found: "нечитабельні літери",
      expected: "український текст",
      hint: "Літери зіпсувалися під час перекодування. Візьміть вихідну таблицю й збережіть її як «CSV UTF-8».",
    },
  },
  examples: [
    tableExample({
      when: "м’який перенос усередині слова",
      bad: "id,name,platforms\n1,Вок\u00adзал,2\n",
      good: "id,name,platforms\n1,Вокзал,2\n",
      messages: [
        "Колонка «name»: невидимі знаки (1 комірка: B2 «Вок[U+00AD]зал»). Потрібно: лише видимі літери й знаки.",
      ],
    }),
    tableExample({
      when: "літери втрачено",
      bad: "id,name,platforms\n1,Вок��ал,2\n",
      good: "id,name,platforms\n1,Вокзал,2\n",
      messages: [
        "Колонка «name»: нечитабельні літери (1 комірка: B2 «Вок��ал»). Потрібно: український текст.",
      ],
    }),
  ],
});
