import type { Block, Line } from "../../model/blocks.ts";
import type { NewColumn } from "../../model/reports/review.ts";
import { number } from "./words.ts";

/** Columns that a report describes; the rest are counted. */
const most = 40;

const spread = ({ least, most: greatest }: NewColumn): string =>
  least === greatest ? least : `${least} … ${greatest}`;

/** A column that came, in one line: «тип integer, заповнено 18, різних 3, від 1 до 3; наприклад: 1, 2, 3». */
export const columnLine = (column: NewColumn): Line => [
  { code: column.name },
  ...(column.title === "" ? [] : [` «${column.title}»`]),
  `: ${column.type === "" ? "без типу" : column.type}, заповнено ${number(column.filled)}, різних ${number(column.distinct)}`,
  ...(column.samples.length === 0 ? [] : ["; наприклад: ", { code: column.samples.join(", ") }]),
];

/** Columns that came as a table: what each says it holds, and what it holds. */
export const columnsBlock = (columns: readonly NewColumn[]): Block[] =>
  columns.length === 0
    ? []
    : [
        {
          kind: "table",
          head: ["нова колонка", "назва", "тип", "заповнено", "різних", "межі", "наприклад"],
          rows: columns
            .slice(0, most)
            .map((column) => [
              column.name,
              column.title,
              column.type,
              number(column.filled),
              number(column.distinct),
              spread(column),
              column.samples.join(", "),
            ]),
        },
        ...(columns.length > most
          ? [{ kind: "text" as const, line: [`та ще ${number(columns.length - most)}`] }]
          : []),
      ];
