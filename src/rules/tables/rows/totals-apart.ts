import { quote } from "../../../model/reports/finding.ts";
import { warning } from "../../rule.ts";
import { tableExample } from "../example-table.ts";
import { placeIn, rowsWords, tableRule } from "../table-rule.ts";

export const totalsApart = tableRule({
  id: "totals-apart",
  title: "Серед даних немає рядків підсумків",
  why: "Хто додасть колонку з рядком «Разом», дістане вдвічі більше. Підсумок програма порахує сама.",
  find(table) {
    const { totals } = table.report;
    const [first] = totals.first;
    if (!first) return [];
    return [
      warning(totalsApart, {
        place: placeIn(table, first),
        message: `Рядки підсумків серед даних (${quote(first.value)}): ${rowsWords(totals)}. Потрібно: лише рядки даних.`,
        hint: "Вилучіть ці рядки. Якщо «Разом» — назва об’єкта, а не підсумок, лишіть.",
      }),
    ];
  },
  examples: [
    tableExample({
      when: "останній рядок — підсумок",
      warns: true,
      bad: "id,name,platforms\n1,Вокзал,2\n2,Центр,1\n3,Разом,3\n",
      messages: ["Рядки підсумків серед даних («Разом»): 4. Потрібно: лише рядки даних."],
    }),
  ],
});
