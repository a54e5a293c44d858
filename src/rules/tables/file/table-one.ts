import { type ColumnReport, columnLetter, type TableSubject } from "../../../model/table.ts";
import { warning } from "../../rule.ts";
import { sheetExample, tableExample } from "../example-table.ts";
import { placeIn, tableRule } from "../table-rule.ts";

/** Narrower than this, what stands beside a gap is a column of the same table. */
const narrowest = 2;

const isEmpty = ({ profile }: ColumnReport): boolean => profile.count === profile.missing;
/** Rows that a group of columns fills: those of its fullest one. */
const rowsOf = (columns: readonly ColumnReport[]): number =>
  Math.max(...columns.map(({ profile }) => profile.count - profile.missing));

/**
 * Tables side by side: between them a column without name and values, and on its two sides a name that both have, or
 * columns of other lengths. A gap alone proves nothing: people part one wide table so for the eye.
 */
function besideGap({ report, form }: TableSubject): { from: number; to: number } | undefined {
  if (form !== "any") return undefined;
  const { columns } = report;
  for (const [gap, column] of columns.entries()) {
    if (column.name.trim() !== "" || !isEmpty(column)) continue;
    const named = (part: readonly ColumnReport[]) => part.filter(({ name }) => name.trim() !== "");
    const [left, right] = [named(columns.slice(0, gap)), named(columns.slice(gap + 1))];
    if (left.length < narrowest || right.length < narrowest) continue;
    const names = new Set(left.map(({ name }) => name.trim().toLowerCase()));
    const again = right.some(({ name }) => names.has(name.trim().toLowerCase()));
    const filled = Math.min(...right.map(({ profile }) => profile.count - profile.missing));
    if (again || (filled > 0 && rowsOf(right) !== rowsOf(left)))
      return { from: gap + 1, to: columns.length - 1 };
  }
  return undefined;
}

export const tableOne = tableRule({
  id: "table-one",
  title: "В одному файлі одна таблиця",
  why: "Програма читає файл як одну таблицю: рядки другої, що стоїть нижче, вона прийме за дані першої, а колонки тієї, що стоїть поряд, — за її колонки.",
  find(table) {
    const beside = besideGap(table);
    return [
      ...table.report.others.map(({ from, to }) =>
        warning(tableOne, {
          place: placeIn(table, from),
          message: `Під таблицею стоїть інша, зі своїми назвами колонок: рядки ${from.record}–${to}.`,
          hint: "Перенесіть ці рядки в окремий файл. Якщо це та сама таблиця, вилучіть порожні рядки й повторений заголовок.",
        }),
      ),
      ...(beside
        ? [
            warning(tableOne, {
              place: placeIn(table),
              message: `Праворуч від порожньої колонки стоїть інша таблиця: колонки ${columnLetter(beside.from)}–${columnLetter(beside.to)}.`,
              hint: "Перенесіть ці колонки в окремий файл. Якщо це та сама таблиця, вилучіть порожню колонку.",
            }),
          ]
        : []),
    ];
  },
  examples: [
    tableExample({
      when: "під таблицею після порожнього рядка стоїть друга",
      warns: true,
      bad: "id,name,platforms\n1,Вокзал,2\n,,\nмаршрут,довжина,\nмаршрут 5,12,\nмаршрут 7,9,\n",
      good: "id,name,platforms\n1,Вокзал,2\n",
      messages: ["Під таблицею стоїть інша, зі своїми назвами колонок: рядки 4–6."],
    }),
    sheetExample({
      when: "дві таблиці стоять на аркуші поряд",
      warns: true,
      sheet: "id,Школа,,id,Садок\n1,Школа 1,,1,Садок 3\n2,Школа 2,,2,Садок 5\n",
      messages: ["Праворуч від порожньої колонки стоїть інша таблиця: колонки D–E."],
    }),
    sheetExample({
      when: "поряд стоїть коротша таблиця з іншими назвами",
      warns: true,
      sheet: "id,Школа,,Район,Телефон\n1,Школа 1,,Фортечний,102\n2,Школа 2,,,\n3,Школа 3,,,\n",
      messages: ["Праворуч від порожньої колонки стоїть інша таблиця: колонки D–E."],
    }),
    sheetExample({
      when: "одну таблицю розділено порожньою колонкою для ока",
      sheet: "id,Школа,,Район,Телефон\n1,Школа 1,,Фортечний,102\n2,Школа 2,,Подільський,103\n",
      messages: [],
    }),
  ],
});
