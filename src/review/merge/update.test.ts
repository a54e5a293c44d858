import { expect, test } from "vitest";
import type { DatasetChange, Review, TableChange } from "../../model/reports/review.ts";
import { renderBlocksText } from "../../published/blocks/blocks-text.ts";
import { updateFaults } from "./update.ts";

const none = { count: 0, shown: [] };
const table: TableChange = {
  resource: "stops",
  file: "data/datasets/stops/stops.csv",
  matched: "key",
  before: 100,
  after: 102,
  removed: none,
  changed: { count: 3, shown: [] },
  added: { count: 2, shown: [] },
  columns: { removed: [], added: [], renamed: [], retyped: [], reordered: false },
  fresh: [],
  totals: [],
  unusual: [],
};
const change: DatasetChange = {
  id: "stops",
  title: "Зупинки",
  kind: "changed",
  passport: [],
  files: { removed: [], added: [], renamed: [], changed: ["stops.csv"] },
  tables: [table],
  breaking: [],
  told: false,
  quality: {},
};
const review: Review = {
  verdict: "fine",
  fresh: [],
  standing: [],
  mended: [],
  datasets: [change],
  others: [],
  code: [],
};
const withTable = (part: Partial<TableChange>): Review => ({
  ...review,
  datasets: [{ ...change, tables: [{ ...table, ...part }] }],
});
const told = (of: Review, id = "stops") =>
  renderBlocksText([{ kind: "list", items: updateFaults(of, id) }]);

test("rows of one set's table, few of many: nothing is in the way", () => {
  expect(updateFaults(review, "stops")).toEqual([]);
});

const columns = table.columns;
test.each<[situation: string, review: Review, sentence: string]>([
  [
    "rows were compared whole: some went as others came",
    withTable({ matched: "whole", removed: { count: 3, shown: [] }, after: 100 }),
    "котрі з них вилучено, не видно",
  ],
  [
    "columns stand otherwise",
    withTable({ columns: { ...columns, reordered: true } }),
    "інші колонки",
  ],
  [
    "a column has another type",
    withTable({
      columns: { ...columns, retyped: [{ column: "a", from: "string", to: "integer" }] },
    }),
    "інші колонки",
  ],
  [
    "more than half of the rows",
    withTable({ changed: { count: 40, shown: [] }, added: { count: 20, shown: [] } }),
    "нові або змінені 60 рядків з 102, а було 100",
  ],
  ["a table that was empty", withTable({ before: 0 }), "досі була порожня"],
  [
    "words of its passport that the verdict calls quiet",
    {
      ...review,
      datasets: [{ ...change, passport: [{ field: "description", before: "а", after: "б" }] }],
    },
    "Змінено паспорт: description",
  ],
  [
    "a file more",
    { ...review, datasets: [{ ...change, files: { ...change.files, added: ["b.csv"] } }] },
    "Файли інші: b.csv",
  ],
  [
    "a table nobody compared",
    { ...review, datasets: [{ ...change, tables: [] }] },
    "порівняти його за рядками не можна",
  ],
  [
    "another set as well",
    {
      ...review,
      datasets: [change, { ...change, id: "trams", files: { ...change.files, changed: [] } }],
    },
    "Змінено не лише цей набір: trams",
  ],
  [
    "news",
    { ...review, others: [{ path: "content/news/a.mdx", kind: "added", fields: [] }] },
    "content/news/a.mdx",
  ],
  [
    "nobody knows whether code changed",
    { ...review, codeUnknown: "folder" },
    "Невідомо, чи змінено код",
  ],
  ["nothing", { ...review, datasets: [] }, "нічого не змінилося"],
])("%s: a person must look", (_, of, sentence) => {
  expect(told(of)).toContain(sentence);
});

test("a new warning is enough, and what a report says of it is not said twice", () => {
  const warning = {
    rule: "rows-alike" as const,
    severity: "warning" as const,
    place: { file: table.file },
    message: "Два рядки однакові.",
    hint: "Лишіть один.",
  };
  expect(updateFaults({ ...withTable({ before: 0 }), fresh: [warning] }, "stops")).toEqual([
    ["Нове попередження: ", "Два рядки однакові."],
  ]);
});
