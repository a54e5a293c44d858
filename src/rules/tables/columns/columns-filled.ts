import { quote } from "../../../model/reports/finding.ts";
import { columnLetter } from "../../../model/table.ts";
import { warning } from "../../rule.ts";
import { tableExample } from "../example-table.ts";
import { placeIn, tableRule } from "../table-rule.ts";

export const columnsFilled = tableRule({
  id: "columns-filled",
  title: "У таблиці є рядки, а в кожній колонці — хоч одне значення",
  why: "Порожня колонка обіцяє дані, яких немає: читач шукає помилку в себе.",
  find(table) {
    const { rows, columns, problems } = table.report;
    // A clerk's empty form is a form.
    if (table.form === "published" && rows === 0 && problems.length === 0)
      return [
        warning(columnsFilled, {
          place: placeIn(table),
          message: "У таблиці немає жодного рядка даних.",
          hint: "Додайте рядки; якщо в реєстрі справді нічого немає, скажіть про це в описі набору.",
        }),
      ];
    const empty = columns.flatMap(({ name, profile, marks }, index) => {
      const signs = marks["missing-sign"]?.count ?? 0;
      const { count, missing } = profile;
      if (count === 0 || missing + signs < count) return [];
      // Of a column with neither name nor value header-clean speaks.
      if (name.trim() === "") return signs > 0 ? [columnLetter(index)] : [];
      return [quote(name)];
    });
    if (empty.length === 0) return [];
    return [
      warning(columnsFilled, {
        place: placeIn(table),
        message: `Колонки без жодного значення — ${empty.length}: ${empty.slice(0, 5).join(", ")}${empty.length > 5 ? " та інші" : ""}.`,
        hint: "Заповніть їх або вилучіть із таблиці й опису; якщо колонки вимагає затверджена структура, поясніть у примітці, чому даних немає.",
      }),
    ];
  },
  examples: [
    tableExample({
      when: "лишилася сама шапка",
      warns: true,
      bad: "id,name,platforms\n",
      messages: ["У таблиці немає жодного рядка даних."],
    }),
    tableExample({
      when: "кількість платформ ніде не вказано",
      warns: true,
      bad: "id,name,platforms\n1,Вокзал,\n2,Центр,null\n",
      messages: ["Колонки без жодного значення — 1: «platforms»."],
    }),
  ],
});
