import { type Finding, type Place, quote } from "../../model/reports/finding.ts";
import {
  type ColumnReport,
  columnLetter,
  type Mark,
  type Spot,
  type TableSubject,
  type Tallied,
} from "../../model/table.ts";
import type { RuleId } from "../../vocabularies/rule-ids.ts";
import { cellCount } from "../../vocabularies/table-words.ts";
import type { Rule } from "../rule.ts";

/** A rule that judges one table at a time: of the portal, or of a file that is not in it yet. */
export type TableRule = Rule & { find(table: TableSubject): Finding[] };

export const tableRule = (rule: Omit<TableRule, "check">): TableRule => ({
  ...rule,
  check: ({ datasets }) => datasets.flatMap(({ tables }) => tables.flatMap(rule.find)),
});

/** The number of a row that nobody numbered: an engine of many machines knows no order of rows. */
export const unnumbered = 0;

/** A line of the table's file; in a workbook, the row of the sheet. */
export function placeIn({ file, sheet, form }: TableSubject, spot?: Spot | number): Place {
  // A clerk sees rows of a spreadsheet; a published file is shown by its lines.
  if (sheet === undefined) {
    const line = form === "any" ? "record" : "line";
    return { file, line: typeof spot === "number" ? spot : spot?.[line] || 1 };
  }
  return { file, sheet, line: typeof spot === "number" ? spot : (spot?.record ?? 1) };
}

/** «Колонка «name»», or by its letter where it has no name. */
export const columnWords = ({ name }: ColumnReport, index: number): string =>
  name.trim() === "" ? `Колонка ${columnLetter(index)}` : `Колонка ${quote(name)}`;

/** Places of a message take this many characters at most, so that two hundred messages stay readable. */
const longestPlaces = 110;

/** How many cells and the first of them, as spreadsheets name them: «12 комірок: C2 «дві», C4 «-» та ще 10». */
export function cellsWords(index: number, { count, first }: Tallied): string {
  const letter = columnLetter(index);
  let shown = "";
  let places = 0;
  for (const { record, value } of first) {
    const place = [
      ...(record === unnumbered ? [] : [`${letter}${record}`]),
      ...(value === "" ? [] : [quote(value)]),
    ].join(" ");
    if (place === "") continue;
    if (shown.length + place.length > longestPlaces) break;
    shown += places === 0 ? place : `, ${place}`;
    places++;
  }
  if (places === 0) return cellCount(count);
  return `${cellCount(count)}: ${shown}${count > places ? ` та ще ${count - places}` : ""}`;
}

/** «4, 9, 12 та ще 30»: rows as spreadsheets number them; «усього 33» where nobody numbered them. */
export const rowsWords = ({ count, first }: Tallied): string =>
  first.some(({ record }) => record === unnumbered)
    ? `усього ${count}`
    : `${first.map(({ record }) => record).join(", ")}${count > first.length ? ` та ще ${count - first.length}` : ""}`;

type CellWords = {
  /** `typed`: an error where the structure promises a type the cell does not have, else a warning. */
  severity: "error" | "warning" | "typed";
  /** What stands in the cells, in the nominative. */
  found: string;
  expected: string;
  hint: string;
};

/** Cells of one column that are alike in what is wrong → one finding: found, where, expected; how to mend. */
export function cellsFinding(
  rule: { id: RuleId },
  table: TableSubject,
  index: number,
  tallied: Tallied,
  { severity, found, expected, hint }: CellWords,
): Finding[] {
  const column = table.report.columns[index];
  if (!column) return [];
  const typed = column.declared && column.type !== "string" ? "error" : "warning";
  return [
    {
      rule: rule.id,
      severity: severity === "typed" ? typed : severity,
      place: placeIn(table, tallied.first[0]),
      message: `${columnWords(column, index)}: ${found} (${cellsWords(index, tallied)}). Потрібно: ${expected}.`,
      hint,
    },
  ];
}

/** A rule about ways of writing that the engine marks: words for each mark, nothing else. */
export function markRule({
  marks,
  ...rule
}: Omit<TableRule, "check" | "find"> & {
  marks: Partial<Record<Mark, CellWords | ((column: ColumnReport) => CellWords)>>;
}): TableRule {
  // Listed once: the rule looks at every column of every table.
  const told = Object.entries(marks);
  return tableRule({
    ...rule,
    find: (table) =>
      table.report.columns.flatMap((column, index) =>
        told.flatMap(([mark, words]) => {
          const tallied = column.marks[mark as Mark];
          if (!tallied) return [];
          return cellsFinding(
            rule,
            table,
            index,
            tallied,
            typeof words === "function" ? words(column) : words,
          );
        }),
      ),
  });
}
