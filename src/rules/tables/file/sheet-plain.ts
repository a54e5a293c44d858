import { type Finding, quote } from "../../../model/reports/finding.ts";
import { columnLetter, type TableSubject } from "../../../model/table.ts";
import { veil } from "../../../table/people/veil.ts";
import { warning } from "../../rule.ts";
import { sheetExample } from "../example-table.ts";
import { placeIn, rowsWords, tableRule } from "../table-rule.ts";
import { sheetCells } from "./sheet-cells.ts";

/** «C «Ціна», E»: columns by their letters and names. */
const columnsWords = ({ report }: TableSubject, columns: readonly number[]): string =>
  columns
    .slice(0, 10)
    .map((column) => {
      const name = report.columns[column]?.name ?? "";
      return `${columnLetter(column)}${name === "" ? "" : ` ${quote(name)}`}`;
    })
    .join(", ") + (columns.length > 10 ? ` та ще ${columns.length - 10}` : "");

/** Does a column's name hold its unit, «Ціна, грн» of «₴»? */
const saysUnit = ({ report }: TableSubject, column: number, unit: string): boolean => {
  const name = (report.columns[column]?.name ?? "").toLowerCase();
  const isHryvnia = /₴|грн|uah/i.test(unit);
  return isHryvnia ? /₴|грн|гривн|uah/.test(name) : name.includes(unit.toLowerCase());
};

/** Sheets of a book that nobody sees and everybody gets with it. */
export const hiddenSheets = (file: string, names: readonly string[]): Finding[] =>
  names.length === 0
    ? []
    : [
        warning(sheetPlain, {
          place: { file },
          message: `Приховані аркуші книги — ${names.length}: ${names
            .slice(0, 10)
            .map((name) => quote(veil(name)))
            .join(", ")}${names.length > 10 ? ` та ще ${names.length - 10}` : ""}.`,
          hint: "Хто дістане книгу, дістане й їх. Покажіть їх (права кнопка на назві аркуша → Показати), перевірте й зайві вилучіть; у чистій таблиці їх немає.",
        }),
      ];

export const sheetPlain = tableRule({
  id: "sheet-plain",
  title: "У таблиці те, що видно на аркуші",
  why: "CSV не має прихованих рядків, приміток і форматів: приховане стане видимим усім, примітка зникне, а 12,5 % стане числом 0.125.",
  find(table) {
    const { notes } = table;
    if (!notes) return [];
    const { hiddenRows, hiddenColumns, covered, percents, from1904 } = notes;
    const units = notes.units.filter(({ column, unit }) => !saysUnit(table, column, unit));
    // Those to the names of columns explain them, as the portal's own templates do.
    const first = notes.comments.filter(({ record }) => record > table.report.header.length);
    const comments = { count: first.length, first };
    const say = (message: string, hint: string, at?: number): Finding =>
      warning(sheetPlain, { place: placeIn(table, at), message, hint });
    const revealed =
      "У таблиці вони є і стануть видимі всім. Перевірте, чи можна їх оприлюднювати; зайві вилучіть з аркуша.";
    return [
      ...(hiddenRows.count > 0
        ? [
            say(
              `Приховані або відфільтровані рядки аркуша — ${hiddenRows.count}: ${rowsWords(hiddenRows)}.`,
              revealed,
              hiddenRows.first[0]?.record,
            ),
          ]
        : []),
      ...(hiddenColumns.length > 0
        ? [
            say(
              `Приховані колонки аркуша — ${hiddenColumns.length}: ${columnsWords(table, hiddenColumns)}.`,
              revealed,
            ),
          ]
        : []),
      ...(covered.count > 0
        ? [
            say(
              `Значення, сховані під об’єднаними комірками (${sheetCells(covered)}).`,
              revealed,
              covered.first[0]?.record,
            ),
          ]
        : []),
      ...(comments.count > 0
        ? [
            say(
              `Примітки до комірок (${sheetCells(comments)}) до таблиці не перейдуть.`,
              "Якщо в примітках є дані, перенесіть їх в окрему колонку.",
              comments.first[0]?.record,
            ),
          ]
        : []),
      ...(percents.length > 0
        ? [
            say(
              `Колонки, які аркуш показує у відсотках: ${columnsWords(table, percents)}. У таблиці стоять частки: 12,5 % — це 0.125.`,
              "Напишіть у заголовку колонки, що це частка, або помножте на 100.",
            ),
          ]
        : []),
      ...(units.length > 0
        ? [
            say(
              `Колонки, у яких одиницю пише аркуш, а не комірка: ${units
                .slice(0, 10)
                .map(({ column, unit }) => `${columnsWords(table, [column])} — ${quote(unit)}`)
                .join(
                  "; ",
                )}${units.length > 10 ? ` та ще ${units.length - 10}` : ""}. У таблиці стоять самі числа.`,
              "Напишіть одиницю в заголовку колонки, наприклад «Ціна, грн».",
            ),
          ]
        : []),
      ...(from1904
        ? [
            say(
              "Книга рахує дні від 1904 року, а не від 1900; дати прочитано за її ліком.",
              "Звірте одну-дві дати з аркушем. Якщо їх вставляли з іншої книги, вони можуть відставати на чотири роки.",
            ),
          ]
        : []),
    ];
  },
  examples: [
    sheetExample({
      when: "рядки відфільтровано, колонку приховано",
      warns: true,
      sheet: "id,name,price\n1,Вокзал,100\n2,Центр,200\n3,Ринок,300\n",
      notes: {
        hiddenRows: {
          count: 2,
          first: [3, 4].map((row) => ({ line: row, record: row, value: "" })),
        },
        hiddenColumns: [2],
      },
      messages: [
        "Приховані або відфільтровані рядки аркуша — 2: 3, 4.",
        "Приховані колонки аркуша — 1: C «price».",
      ],
    }),
    sheetExample({
      when: "під об’єднаною коміркою лишилося старе значення",
      warns: true,
      sheet: "id,name\n1,Вокзал\n2,Старий вокзал\n",
      notes: { covered: { count: 1, first: [{ line: 3, record: 3, value: "B" }] } },
      messages: ["Значення, сховані під об’єднаними комірками (1 комірка: B3)."],
    }),
    sheetExample({
      when: "до комірки є примітка, а частку показано у відсотках",
      warns: true,
      sheet: "id,name,share\n1,Вокзал,0.125\n2,Центр,0.5\n",
      notes: { comments: [{ line: 2, record: 2, value: "B" }], percents: [2] },
      messages: [
        "Примітки до комірок (1 комірка: B2) до таблиці не перейдуть.",
        "Колонки, які аркуш показує у відсотках: C «share». У таблиці стоять частки: 12,5 % — це 0.125.",
      ],
    }),
    sheetExample({
      when: "гривні пише формат комірок, а дні книга рахує від 1904 року",
      warns: true,
      sheet: 'id,price,opened,"Сума, грн"\n1,100,2024-05-01,5\n2,200,2024-05-02,6\n',
      notes: {
        units: [
          { column: 1, unit: "₴" },
          { column: 3, unit: "₴" },
        ],
        from1904: true,
      },
      messages: [
        "Колонки, у яких одиницю пише аркуш, а не комірка: B «price» — «₴». У таблиці стоять самі числа.",
        "Книга рахує дні від 1904 року, а не від 1900; дати прочитано за її ліком.",
      ],
    }),
  ],
});
