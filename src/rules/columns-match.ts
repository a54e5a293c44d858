import { quote } from "../model/finding.ts";
import { closest } from "./closest.ts";
import { error, type Rule, warning } from "./rule.ts";

export const columnsMatch: Rule = {
  id: "columns-match",
  title: "Колонки такі, як у структурі",
  why: "Структура набору обіцяє читачам певні колонки в певному порядку; програми читачів на це покладаються.",
  check: ({ datasets }) =>
    datasets.flatMap(({ value, tables, placeOf }) =>
      tables.flatMap(({ resource, path, table }) => {
        const described = value.resources[resource]?.schema;
        if (!table) return [];
        if (!described)
          return [
            warning(columnsMatch, {
              place: placeOf(["resources", resource]),
              message: "Структуру таблиці не описано.",
              hint: "Додайте «schema: fields:» з назвою, типом і заголовком кожної колонки.",
            }),
          ];
        const expected = described.fields.map(({ name }) => name);
        const place = { file: path, line: 1 };
        const missing = expected.filter((name) => !table.header.includes(name));
        const extra = table.header.filter((name) => name.trim() !== "" && !expected.includes(name));
        const ordered = expected.every((name, index) => table.header[index] === name);
        return [
          ...missing.map((name) => {
            const near = closest(name, extra);
            return error(columnsMatch, {
              place,
              message: `У таблиці немає колонки ${quote(name)}.`,
              hint: near
                ? `Колонку «${near}» перейменуйте на «${name}».`
                : "Додайте колонку або вилучіть її з опису.",
            });
          }),
          ...extra.map((name) =>
            error(columnsMatch, {
              place,
              message: `Колонки ${quote(name)} немає в описі структури.`,
              hint: "Опишіть її у schema.fields або вилучіть із таблиці.",
            }),
          ),
          ...(missing.length === 0 && extra.length === 0 && !ordered
            ? [
                error(columnsMatch, {
                  place,
                  message: "Колонки стоять в іншому порядку, ніж у структурі.",
                  hint: `Поставте їх так: ${expected.join(", ")}.`,
                }),
              ]
            : []),
        ];
      }),
    ),
  examples: [
    {
      when: "колонку перейменовано",
      files: { "data/datasets/stops/stops.csv": "id,nam,platforms\n1,Вокзал,2\n" },
      messages: ["У таблиці немає колонки «name».", "Колонки «nam» немає в описі структури."],
    },
    {
      when: "колонки переставлено",
      files: { "data/datasets/stops/stops.csv": "id,platforms,name\n1,2,Вокзал\n" },
      messages: ["Колонки стоять в іншому порядку, ніж у структурі."],
    },
  ],
};
