import { quote } from "../../model/finding.ts";
import { tableExample } from "./example-table.ts";
import { placeIn, tableRule } from "./table-rule.ts";

export const columnsFilled = tableRule({
  id: "columns-filled",
  title: "У кожній колонці є хоч одне значення",
  why: "Порожня колонка обіцяє дані, яких немає: читач шукає помилку в себе.",
  find(table) {
    const empty = table.report.columns.flatMap(({ name, profile }) =>
      name.trim() !== "" && profile.count > 0 && profile.missing === profile.count
        ? [quote(name)]
        : [],
    );
    if (empty.length === 0) return [];
    return [
      {
        rule: columnsFilled.id,
        severity: "warning",
        place: placeIn(table),
        message: `Колонки без жодного значення — ${empty.length}: ${empty.slice(0, 5).join(", ")}${empty.length > 5 ? " та інші" : ""}.`,
        hint: "Заповніть їх або вилучіть із таблиці й опису; якщо колонки вимагає затверджена структура, поясніть у примітці, чому даних немає.",
      },
    ];
  },
  examples: [
    tableExample({
      when: "кількість платформ ніде не вказано",
      bad: "id,name,platforms\n1,Вокзал,\n2,Центр,null\n",
      messages: ["Колонки без жодного значення — 1: «platforms»."],
    }),
  ],
});
