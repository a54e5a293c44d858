import { error, warning } from "../../rule.ts";
import { tableExample } from "../example-table.ts";
import { placeIn, rowsWords, tableRule } from "../table-rule.ts";

export const rowsRectangular = tableRule({
  id: "rows-rectangular",
  title: "У кожному рядку стільки комірок, скільки колонок",
  why: "Зайва кома зсуває всі комірки праворуч, і числа опиняються в чужій колонці.",
  find(table) {
    // A published file must be whole; a clerk's file is read to be mended.
    const say = table.form === "published" ? error : warning;
    const { ragged, blank, columns, truncated } = table.report;
    const [first] = ragged.first;
    const [empty] = blank.first;
    return [
      ...(first && truncated === undefined
        ? [
            error(rowsRectangular, {
              place: placeIn(table, first),
              message: `У рядках не стільки комірок, скільки колонок (${columns.length}): ${rowsWords(ragged)}; у рядку ${first.record} комірок ${first.value}.`,
              hint: "Комірку, в якій є знак, що розділяє колонки, візьміть у лапки; зайві розділові знаки в рядку вилучіть.",
            }),
          ]
        : []),
      ...(empty && table.sheet === undefined
        ? [
            say(rowsRectangular, {
              place: placeIn(table, empty),
              message: `Порожні рядки серед даних: ${rowsWords(blank)}.`,
              hint: "Вилучіть порожні рядки.",
            }),
          ]
        : []),
    ];
  },
  examples: [
    tableExample({
      when: "кома всередині комірки без лапок",
      bad: "id,name,platforms\n1,Вокзал, головний,2\n",
      good: 'id,name,platforms\n1,"Вокзал, головний",2\n',
      messages: ["У рядках не стільки комірок, скільки колонок (3): 2; у рядку 2 комірок 4."],
    }),
    tableExample({
      when: "порожній рядок посередині",
      bad: "id,name,platforms\n1,Вокзал,2\n\n2,Центр,1\n",
      messages: ["Порожні рядки серед даних: 3."],
    }),
  ],
});
