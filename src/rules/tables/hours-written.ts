import { tableExample } from "./example-table.ts";
import { markRule } from "./table-rule.ts";

export const hoursWritten = markRule({
  id: "hours-written",
  title: "Години роботи записано за зразком",
  why: "Так просять рекомендації до постанови № 835: за зразком «Пн-Пт 09:00-17:00» програма скаже, чи відчинено зараз.",
  marks: {
    hours: {
      severity: "warning",
      found: "години роботи не за зразком",
      expected: "Пн-Пт 09:00-17:00; Сб 10:00-14:00",
      hint: "Дні: Пн Вт Ср Чт Пт Сб Нд, проміжок — дефісом, окремі — комою; час — гг:хх-гг:хх.",
    },
  },
  examples: [
    tableExample({
      when: "години словами",
      columns: "id, openingHours",
      bad: "id,openingHours\n1,з 9 до 17 крім неділі\n",
      good: "id,openingHours\n1,Пн-Сб 09:00-17:00\n",
      messages: [
        "Колонка «openingHours»: години роботи не за зразком; комірок — 1: B2 «з 9 до 17 крім неділі». Потрібно: Пн-Пт 09:00-17:00; Сб 10:00-14:00.",
      ],
    }),
  ],
});
