import { tableExample } from "./example-table.ts";
import { markRule } from "./table-rule.ts";

export const missingWritten = markRule({
  id: "missing-written",
  title: "Де значення немає, комірка порожня",
  why: "Порожня комірка або null — єдиний спосіб сказати «немає», який розуміють усі програми. «-», «н/д» чи #REF! вони прочитають як текст і зіпсують підрахунки.",
  marks: {
    "missing-word": {
      severity: "typed",
      found: "слова замість порожніх комірок",
      expected: "порожня комірка або null",
      hint: "Вилучіть ці слова. Чому значення немає, напишіть у примітці до набору або в окремій колонці.",
    },
    "excel-error": {
      severity: "typed",
      found: "помилки формул Excel",
      expected: "значення або порожня комірка",
      hint: "Відкрийте вихідну таблицю й полагодьте формулу: комірка, на яку вона посилається, зникла або хибна.",
    },
  },
  examples: [
    tableExample({
      when: "риска і «н/д» замість порожніх комірок",
      bad: "id,name,platforms\n1,Вокзал,-\n2,Центр,н/д\n3,Парк,2\n",
      good: "id,name,platforms\n1,Вокзал,\n2,Центр,\n3,Парк,2\n",
      messages: [
        "Колонка «platforms»: слова замість порожніх комірок; комірок — 2: C2 «-», C3 «н/д». Потрібно: порожня комірка або null.",
      ],
    }),
    tableExample({
      when: "формула Excel загубила свою комірку",
      bad: "id,name,platforms\n1,#REF!,2\n",
      good: "id,name,platforms\n1,,2\n",
      messages: [
        "Колонка «name»: помилки формул Excel; комірок — 1: B2 «#REF!». Потрібно: значення або порожня комірка.",
      ],
    }),
  ],
});
