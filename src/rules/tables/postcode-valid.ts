import { tableExample } from "./example-table.ts";
import { markRule } from "./table-rule.ts";

export const postcodeValid = markRule({
  id: "postcode-valid",
  title: "Поштовий індекс має п’ять цифр",
  why: "Індекси Київщини й Житомирщини починаються з нуля, і Excel його губить.",
  marks: {
    postcode: {
      severity: "warning",
      found: "не поштовий індекс",
      expected: "п’ять цифр",
      hint: "Допишіть загублений нуль або виправте індекс; в Excel дайте колонці формат «Текст».",
    },
  },
  examples: [
    tableExample({
      when: "Excel загубив нуль",
      columns: "id, addressPostCode",
      bad: "id,addressPostCode\n1,1001\n2,25022\n",
      good: "id,addressPostCode\n1,01001\n2,25022\n",
      messages: [
        "Колонка «addressPostCode»: не поштовий індекс; комірок — 1: B2 «1001». Потрібно: п’ять цифр.",
      ],
    }),
  ],
});
