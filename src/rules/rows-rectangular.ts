import { stopsWith } from "./example-portal.ts";
import { error, type Rule } from "./rule.ts";

export const rowsRectangular: Rule = {
  id: "rows-rectangular",
  title: "У кожному рядку стільки комірок, скільки колонок",
  why: "Зайва кома зсуває всі комірки праворуч, і числа опиняються в чужій колонці.",
  check: ({ datasets }) =>
    datasets.flatMap(({ tables }) =>
      tables.flatMap(({ path, table, ragged }) => {
        const [first] = ragged;
        if (!first || !table) return [];
        const lines = ragged
          .slice(0, 5)
          .map(({ line }) => line)
          .join(", ");
        return [
          error(rowsRectangular, {
            place: { file: path, line: first.line },
            message: `Кількість комірок не така, як у заголовку (${table.header.length}): рядків — ${ragged.length}, перші — ${lines}; у рядку ${first.line} комірок ${first.cells}.`,
            hint: "Комірку, в якій є кома, візьміть у лапки; порожні рядки вилучіть.",
          }),
        ];
      }),
    ),
  examples: [
    {
      when: "кома всередині комірки без лапок",
      files: { "data/datasets/stops/stops.csv": "id,name,platforms\n1,Вокзал, головний,2\n" },
      messages: [
        "Кількість комірок не така, як у заголовку (3): рядків — 1, перші — 2; у рядку 2 комірок 4.",
      ],
    },
    {
      when: "усе гаразд",
      files: stopsWith("title: Зупинки\n", "title: Усі зупинки\n"),
      messages: [],
    },
  ],
};
