import { tableExample } from "../example-table.ts";
import { markRule } from "../table-rule.ts";

export const ibanValid = markRule({
  id: "iban-valid",
  title: "Рахунок IBAN правильний",
  why: "Контрольні цифри IBAN викривають описку до того, як гроші підуть не туди.",
  marks: {
    iban: {
      severity: "warning",
      found: "не рахунок IBAN",
      expected: "UA і 27 цифр, контрольні цифри сходяться",
      hint: "Скопіюйте рахунок із документа ще раз, без пробілів.",
    },
  },
  examples: [
    tableExample({
      when: "у рахунку описка",
      warns: true,
      columns: "id, iban",
      bad: "id,iban\n1,UA213223130000026007233566002\n",
      good: "id,iban\n1,UA213223130000026007233566001\n",
      messages: [
        "Колонка «iban»: не рахунок IBAN (1 комірка: B2 «UA213223130000026007233566002»). Потрібно: UA і 27 цифр, контрольні цифри сходяться.",
      ],
    }),
  ],
});
