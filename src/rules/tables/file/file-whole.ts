import { warning } from "../../rule.ts";
import { tableExample } from "../example-table.ts";
import { placeIn, tableRule } from "../table-rule.ts";

export const fileWhole = tableRule({
  id: "file-whole",
  title: "Файл завантажено до кінця",
  why: "Коли завантаження обривається, останній рядок лишається недописаним, а скільки рядків після нього зникло — не видно.",
  find(table) {
    const { truncated } = table.report;
    if (truncated === undefined) return [];
    return [
      warning(fileWhole, {
        place: placeIn(table, truncated),
        message:
          "Останній рядок обірвано: у ньому менше комірок, ніж колонок, і немає кінця рядка.",
        hint: "Завантажте файл ще раз і порівняйте кількість рядків із вихідною таблицею.",
      }),
    ];
  },
  examples: [
    tableExample({
      when: "файл обірвано посеред рядка",
      warns: true,
      bad: "id,name,platforms\n1,Вокзал,2\n2,Центр,1\n3,Пар",
      messages: [
        "Останній рядок обірвано: у ньому менше комірок, ніж колонок, і немає кінця рядка.",
      ],
    }),
  ],
});
