import { quote } from "../../../model/reports/finding.ts";
import { warning } from "../../rule.ts";
import { tableExample } from "../example-table.ts";
import { placeIn, rowsWords, tableRule } from "../table-rule.ts";

export const rowsAlike = tableRule({
  id: "rows-alike",
  title: "Кожен рядок — один запис",
  why: "Назва району окремим рядком, примітка чи підпис під таблицею для програми — такі самі записи, як решта: вона порахує їх і не знайде, до якого району що належить.",
  find(table) {
    const { groups, footers } = table.report;
    return [
      ...(groups.count === 0
        ? []
        : [
            warning(rowsAlike, {
              place: placeIn(table, groups.first[0]),
              message: `Рядки, у яких стоїть лише назва групи (${quote(groups.first[0]?.value)}): ${rowsWords(groups)}. Потрібно: окрема колонка з назвою групи в кожному рядку.`,
              hint: "Додайте колонку, наприклад «Район», впишіть у неї назву групи в кожному рядку, а рядки з самою назвою вилучіть.",
            }),
          ]),
      ...(footers.count === 0
        ? []
        : [
            warning(rowsAlike, {
              place: placeIn(table, footers.first[0]),
              message: `Під даними — примітки або підписи (${quote(footers.first[0]?.value)}): ${rowsWords(footers)}. Потрібно: лише рядки даних.`,
              hint: "Вилучіть ці рядки; примітку, потрібну читачам, перенесіть в опис набору.",
            }),
          ]),
    ];
  },
  examples: [
    tableExample({
      when: "назви районів стоять окремими рядками",
      warns: true,
      columns: "id, name, note",
      bad: "id,name,note\nФортечний район,,\n1,Вокзал,так\n2,Центр,так\nПодільський район,,\n3,Ринок,так\n4,Парк,так\n",
      good: "id,name,note,district\n1,Вокзал,так,Фортечний район\n2,Центр,так,Фортечний район\n3,Ринок,так,Подільський район\n4,Парк,так,Подільський район\n",
      messages: [
        "Рядки, у яких стоїть лише назва групи («Фортечний район»): 2, 5. Потрібно: окрема колонка з назвою групи в кожному рядку.",
      ],
    }),
    tableExample({
      when: "під таблицею примітка",
      warns: true,
      columns: "id, name, note",
      bad: "id,name,note\n1,Вокзал,так\n2,Центр,так\nПримітка: дані на 1 січня,,\n",
      good: "id,name,note\n1,Вокзал,так\n2,Центр,так\n",
      messages: [
        "Під даними — примітки або підписи («Примітка: дані на 1 січня»): 4. Потрібно: лише рядки даних.",
      ],
    }),
  ],
});
