import { tableExample } from "../example-table.ts";
import { markRule } from "../table-rule.ts";

export const spacesTrimmed = markRule({
  id: "spaces-trimmed",
  title: "Без пробілів на початку й у кінці комірок",
  why: "«Вокзал» і «Вокзал » для програми — дві різні зупинки: пошук і підрахунок їх розділять.",
  marks: {
    "edge-space": {
      severity: "typed",
      found: "пробіли на початку або в кінці",
      expected: "текст без зайвих пробілів",
      hint: "У сусідній колонці Excel: =TRIM(A2), протягніть донизу, скопіюйте й вставте як значення. Чиста таблиця зі сторінки «Перевірте таблицю» вже без них.",
    },
  },
  examples: [
    tableExample({
      when: "пробіл після назви",
      warns: true,
      bad: "id,name,platforms\n1,Вокзал ,2\n",
      good: "id,name,platforms\n1,Вокзал,2\n",
      messages: [
        "Колонка «name»: пробіли на початку або в кінці (1 комірка: B2 «Вокзал »). Потрібно: текст без зайвих пробілів.",
      ],
    }),
  ],
});
