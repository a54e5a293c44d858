import { tableExample } from "../example-table.ts";
import { markRule } from "../table-rule.ts";

export const postcodeValid = markRule({
  id: "postcode-valid",
  title: "Поштовий індекс має п’ять цифр",
  why: "Індекси Києва й Київської області починаються з нуля, і Excel його губить.",
  marks: {
    postcode: {
      severity: "warning",
      found: "не поштовий індекс",
      expected: "п’ять цифр",
      hint: "Звірте індекс з адресою. Нуль попереду буває лише в Києві й Київській області; щоб Excel його не губив, дайте колонці формат «Текст».",
    },
  },
  examples: [
    tableExample({
      when: "Excel загубив нуль",
      warns: true,
      columns: "id, addressPostCode",
      bad: "id,addressPostCode\n1,1001\n2,25022\n",
      good: "id,addressPostCode\n1,01001\n2,25022\n",
      messages: [
        "Колонка «addressPostCode»: не поштовий індекс (1 комірка: B2 «1001»). Потрібно: п’ять цифр.",
      ],
    }),
  ],
});
