import { tableExample } from "../example-table.ts";
import { markRule } from "../table-rule.ts";

export const hoursWritten = markRule({
  id: "hours-written",
  title: "Години роботи записано за зразком",
  why: "Так просять рекомендації до постанови № 835: за зразком «Пн-Пт 09:00-17:00» програма скаже, чи відчинено зараз.",
  marks: {
    hours: {
      severity: "warning",
      found: "години роботи не за зразком",
      expected: "запис на зразок «Пн-Чт 08:00-17:20, Пт 08:00-16:00»",
      hint: "Дні: Пн Вт Ср Чт Пт Сб Нд, проміжок — дефісом; час — гг:хх-гг:хх. Вихідні дні не пишуть, цілодобово — 24/7, перерву — двома проміжками: Пн-Пт 09:00-13:00, Пн-Пт 14:00-18:00.",
    },
  },
  examples: [
    tableExample({
      when: "години словами",
      warns: true,
      columns: "id, openingHours",
      bad: "id,openingHours\n1,з 9 до 17 крім неділі\n",
      good: "id,openingHours\n1,Пн-Сб 09:00-17:00\n",
      messages: [
        "Колонка «openingHours»: години роботи не за зразком (1 комірка: B2 «з 9 до 17 крім неділі»). Потрібно: запис на зразок «Пн-Чт 08:00-17:20, Пт 08:00-16:00».",
      ],
    }),
  ],
});
