import { expect, test } from "vitest";
import { titleColumn } from "../../table/column/role/called.ts";
import type { ExploreColumn } from "../view.ts";
import { columnOrder, shownColumns } from "./order.ts";

const column = (
  name: string,
  type: ExploreColumn["type"],
  distinct: number,
  title = name,
): ExploreColumn => ({ name, title, type, distinct, missing: 0 });

const trees = [
  column("id", "integer", 900, "Порядковий номер"),
  column("contractorName", "string", 9, "Виконавець"),
  column("contractorIdentifier", "string", 9, "Код ЄДРПОУ виконавця"),
  column("streetAddress", "string", 700, "Адреса"),
  column("lat", "number", 600, "Широта"),
  column("lon", "number", 600, "Довгота"),
  column("itemSpecies", "string", 36, "Порода"),
  column("region", "string", 1, "Область"),
  column("actDate", "date", 300, "Дата акта"),
];
const contractor = "Комунальне підприємство «Благоустрій»";
const rows = [
  ["1", contractor, "22218998", "вул. Соборна, 1", "48.5", "32.2", "Клен", "КР", "2018-01-02"],
];

test("what a row is called by stands first, codes and what never changes stand last", () => {
  expect(columnOrder(trees, rows)).toEqual([
    "streetAddress",
    "itemSpecies",
    "actDate",
    "contractorName",
    "lat",
    "lon",
    "id",
    "contractorIdentifier",
    "region",
  ]);
});

test.each([
  ["a name wins over an address", [...trees, column("name", "string", 5, "Назва")], "name"],
  [
    "without words the first that changes",
    [column("year", "year", 1), column("sum", "number", 9)],
    "sum",
  ],
  ["of codes alone the first", [column("id", "integer", 9), column("code", "string", 9)], "id"],
  ["a table of one row has a title too", [column("id", "integer", 1)], "id"],
])("the title column: %s", (_, columns, title) => {
  expect(titleColumn(columns)?.name).toBe(title);
});

test("what a reader put first stands first, what is hidden nowhere, the rest in the given order", () => {
  const names = (first: string[], hidden: string[], order?: string[]) =>
    shownColumns(trees.slice(0, 4), order, { first, hidden }).map(({ name }) => name);
  expect(names([], [])).toEqual(["id", "contractorName", "contractorIdentifier", "streetAddress"]);
  expect(names(["streetAddress"], ["id"], ["contractorName", "id", "gone"])).toEqual([
    "streetAddress",
    "contractorName",
    "contractorIdentifier",
  ]);
});
