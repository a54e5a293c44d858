import { dictionaries, type Key } from "../../i18n/translate.ts";
import type { Block, Line } from "../../model/blocks.ts";
import type { DatasetChange, FieldChange, Rows, TableChange } from "../../model/reports/review.ts";
import { isFreshColumn } from "../verdict.ts";
import { columnsBlock } from "./columns.ts";
import { unusualLines } from "./unusual.ts";
import { counted, datasetTitle, fieldText, number, valueText } from "./words.ts";

/** «−3 рядки, +12, змінено 40», in the order of what matters. */
function rowsText({ removed, changed, added, same }: TableChange): string {
  const parts = [
    removed.count > 0 ? `вилучено ${counted(removed.count, "рядок", "рядки", "рядків")}` : "",
    changed.count > 0 ? `змінено ${counted(changed.count, "рядок", "рядки", "рядків")}` : "",
    added.count > 0 ? `додано ${counted(added.count, "рядок", "рядки", "рядків")}` : "",
  ].filter((part) => part !== "");
  if (same === "order") return "змінено лише порядок рядків";
  if (same === "writing") return "змінено лише запис файлу (кінці рядків, лапки, позначка BOM)";
  return parts.length === 0 ? "рядки ті самі" : parts.join(", ");
}

const columnsText = ({ columns }: TableChange): string[] => [
  ...columns.removed.map((column) => `вилучено колонку ${column}`),
  ...columns.renamed.map(({ from, to }) => `колонку ${from} перейменовано на ${to}`),
  ...columns.retyped.map(({ column, from, to }) => `тип колонки ${column}: ${from} → ${to}`),
  ...columns.added.map((column) => `додано колонку ${column}`),
  ...(columns.reordered ? ["порядок колонок змінено"] : []),
];

/** Rows of a kind as a table: changed cells one a line, whole rows as they are. */
function rowsBlock(title: string, rows: Rows, whole: boolean): Block[] {
  if (rows.count === 0) return [];
  const more = rows.count - rows.shown.length;
  const table: Block = whole
    ? {
        kind: "table",
        head: rows.shown[0]?.cells.map(({ column }) => column) ?? [],
        rows: rows.shown.map(({ cells }) => cells.map(({ before, after }) => before || after)),
      }
    : {
        kind: "table",
        head: ["рядок", "колонка", "було", "стало"],
        rows: rows.shown.flatMap(({ key, cells }) =>
          cells.map(({ column, before, after }) => [
            key,
            column,
            before || "(порожньо)",
            after || "(порожньо)",
          ]),
        ),
      };
  return [
    { kind: "text", line: [{ strong: `${title}: ${number(rows.count)}` }] },
    table,
    ...(more > 0 ? [{ kind: "text" as const, line: [`та ще ${number(more)}`] }] : []),
  ];
}

function tableBlocks(table: TableChange): Block[] {
  const facts: Line[] = [
    [`${rowsText(table)}; було ${number(table.before)}, стало ${number(table.after)}`],
    ...columnsText(table).map((text): Line => [text]),
    ...table.totals.map(
      ({ column, before, after }): Line => [
        "сума ",
        { code: column },
        `: ${number(before)} → ${number(after)}`,
      ],
    ),
    ...unusualLines(table.unusual),
    ...matchingWords[table.matched].map((text): Line => [text]),
  ];
  return [
    { kind: "text", line: ["Таблиця ", { code: table.resource }] },
    { kind: "list", items: facts },
    ...columnsBlock(table.fresh),
    ...rowsBlock("Вилучені рядки", table.removed, true),
    ...rowsBlock("Змінені рядки", table.changed, false),
    ...rowsBlock("Додані рядки", table.added, true),
  ];
}

/** How rows were matched, where it was not by a key. */
const matchingWords: Record<TableChange["matched"], readonly string[]> = {
  key: [],
  cells: ["колонки ключа немає в одній із версій: рядки зіставлено за вмістом"],
  none: ["у таблиці немає ключа (primaryKey): рядки зіставлено за вмістом"],
  whole: [
    "рядків понад 100 тисяч, а ключа (primaryKey) немає: порівняно цілі рядки, тож змінений рядок пораховано двічі — як вилучений і як доданий",
  ],
};

const fixText = (metric: string): string => {
  const key = `mqa.fix.${metric}` as Key;
  return dictionaries.uk[key] ?? metric;
};
const criterionText = (criterion: string): string =>
  dictionaries.uk[`conformity.${criterion}` as Key] ?? criterion;

function qualityLines({ quality: { before, after }, kind }: DatasetChange): Line[] {
  if (!after) return kind === "new" ? [["якість не пораховано: спершу виправте помилки"]] : [];
  const same = before?.points === after.points && before.conforms === after.conforms;
  if (same) return [];
  return [
    [
      `оцінка опису: ${before ? `${number(before.points)} → ` : ""}${number(after.points)} із 405; `,
      after.conforms ? "стандартам відповідає" : "стандартам не відповідає",
    ],
    ...after.failed.map(
      (criterion): Line => [`заважає відповідності: ${criterionText(criterion)}`],
    ),
    ...after.missing.slice(0, 3).map((metric): Line => [`щоб додати балів: ${fixText(metric)}`]),
  ];
}

function filesLines({ files, kind }: DatasetChange): Line[] {
  const list = (words: string, names: readonly string[]): Line[] =>
    names.length === 0 ? [] : [[`${words}: `, { code: names.join(", ") }]];
  return [
    ...list("вилучено", files.removed),
    ...files.renamed.map(
      ({ from, to }): Line => ["файл перейменовано: ", { code: from }, " → ", { code: to }],
    ),
    ...list(kind === "new" ? "файли" : "додано", files.added),
    ...list("змінено", files.changed),
  ];
}

/** Fields of a passport that a report names; the rest are counted. */
const mostFields = 40;

/** Fields as lines of a table: path, what it was, what it is. */
export const fieldRows = (fields: readonly FieldChange[]): string[][] => [
  ...fields
    .slice(0, mostFields)
    .map(({ field, before, after }) => [
      fieldText(field),
      valueText(field, before),
      valueText(field, after),
    ]),
  ...(fields.length > mostFields ? [[`та ще ${number(fields.length - mostFields)}`, "", ""]] : []),
];

/** What became of one dataset, in a line. */
export const datasetLine = (change: DatasetChange): string =>
  [
    datasetTitle(change),
    ...change.tables.map((table) =>
      [`${table.resource} — ${rowsText(table)}`, ...columnsText(table)].join(", "),
    ),
  ].join("; ");

/** How much a change of several sets comes to. */
export function totalsLine(datasets: readonly DatasetChange[]): Line {
  const count = (pick: (table: TableChange) => Rows) =>
    datasets.flatMap(({ tables }) => tables).reduce((sum, table) => sum + pick(table).count, 0);
  const fresh = datasets.filter(({ kind }) => kind === "new").length;
  return [
    `Усього: ${counted(datasets.length, "набір", "набори", "наборів")}${fresh > 0 ? `, з них нових ${number(fresh)}` : ""}; рядків додано ${number(count(({ added }) => added))}, змінено ${number(count(({ changed }) => changed))}, вилучено ${number(count(({ removed }) => removed))}.`,
  ];
}

/** Everything that became of one dataset, folded under one line. */
export function datasetBlock(change: DatasetChange): Block {
  const passport = change.passport.filter((field) => !isFreshColumn(change, field));
  const items = [...filesLines(change), ...qualityLines(change)];
  return {
    kind: "details",
    summary: datasetLine(change),
    blocks: [
      ...(items.length > 0 ? [{ kind: "list" as const, items }] : []),
      ...(passport.length > 0
        ? [
            {
              kind: "table" as const,
              // Of a new set nothing was: one column less to read.
              ...(change.kind === "new"
                ? {
                    head: ["поле паспорта", "значення"],
                    rows: fieldRows(passport).map(([field = "", , value = ""]) => [field, value]),
                  }
                : {
                    head: ["поле паспорта", "було", "стало"],
                    rows: fieldRows(passport),
                  }),
            },
          ]
        : []),
      ...change.tables.flatMap(tableBlocks),
    ],
  };
}
