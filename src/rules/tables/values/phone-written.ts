import { tableExample } from "../example-table.ts";
import { markRule } from "../table-rule.ts";

export const phoneWritten = markRule({
  id: "phone-written",
  title: "Телефон записано як +380 і дев’ять цифр",
  why: "Так просять рекомендації до постанови № 835: номер без пробілів і дужок телефон набирає одним дотиком.",
  marks: {
    phone: {
      severity: "warning",
      found: "телефони не за зразком",
      expected: "+380 і дев’ять цифр, кілька — через кому",
      hint: "Запишіть міжнародний номер без пробілів, дужок і дефісів.",
    },
  },
  examples: [
    tableExample({
      when: "номер із дужками й дефісами",
      warns: true,
      columns: "id, telephone",
      bad: "id,telephone\n1,(0522) 35-83-80\n",
      good: "id,telephone\n1,+380522358380\n",
      messages: [
        "Колонка «telephone»: телефони не за зразком (1 комірка: B2 «(0522) 35-83-80»). Потрібно: +380 і дев’ять цифр, кілька — через кому.",
      ],
    }),
  ],
});
