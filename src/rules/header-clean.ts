import { quote } from "../model/finding.ts";
import { columnLetter } from "../model/table.ts";
import { error, type Rule } from "./rule.ts";

export const headerClean: Rule = {
  id: "header-clean",
  title: "Назви колонок не порожні й не повторюються",
  why: "Колонку без назви або з чужою назвою програма прочитає неправильно або зовсім пропустить.",
  check: ({ datasets }) =>
    datasets.flatMap(({ tables }) =>
      tables.flatMap(({ path, table }) =>
        (table?.header ?? []).flatMap((name, index, header) => {
          const place = { file: path, line: 1 };
          if (name.trim() === "")
            return [
              error(headerClean, {
                place,
                message: `Колонка ${columnLetter(index)} не має назви.`,
                hint: "Дайте їй назву або вилучіть порожню колонку.",
              }),
            ];
          const first = header.indexOf(name);
          return first < index
            ? [
                error(headerClean, {
                  place,
                  message: `Назва ${quote(name)} повторюється в колонках ${columnLetter(first)} і ${columnLetter(index)}.`,
                  hint: "Дайте кожній колонці свою назву.",
                }),
              ]
            : [];
        }),
      ),
    ),
  examples: [
    {
      when: "дві колонки з однаковою назвою",
      files: { "data/datasets/stops/stops.csv": "id,name,name\n1,Вокзал,2\n" },
      messages: ["Назва «name» повторюється в колонках B і C."],
    },
    {
      when: "праворуч порожня колонка",
      files: { "data/datasets/stops/stops.csv": "id,name,platforms,\n1,Вокзал,2,\n" },
      messages: ["Колонка D не має назви."],
    },
  ],
};
