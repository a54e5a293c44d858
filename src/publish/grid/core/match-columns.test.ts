import { expect, test } from "vitest";
import { matchColumns } from "./match-columns.ts";

const fields = [
  { name: "uid", title: "Ідентифікатор" },
  { name: "label", title: "Назва" },
  { name: "type", title: "Тип зупинки" },
  { name: "lat", title: "Географічна широта" },
];
const column = (index: number, name: string, field: string, declared = false) => ({
  column: index,
  name,
  field,
  type: "string" as const,
  declared,
});

test("a column the judge knows has its field, another is offered the likeliest that is free", () => {
  expect(
    matchColumns(
      [
        column(0, "uid", "uid", true),
        column(1, "Назва зупинки", "nazva_zupynky"),
        column(3, "широта географічна", "shyrota"),
        column(4, "Сума", "suma"),
      ],
      fields,
    ),
  ).toEqual([
    { column: 0, field: "uid" },
    { column: 1, offered: "label" },
    { column: 3, offered: "lat" },
    { column: 4 },
  ]);
});
test("one field is offered once", () => {
  const offered = matchColumns(
    [column(0, "Назва", "nazva"), column(1, "Назва 2", "nazva2")],
    fields,
  );
  expect(offered.filter(({ offered }) => offered === "label")).toEqual([
    { column: 0, offered: "label" },
  ]);
});
