import { expect, test } from "vitest";
import { readTable } from "../../../table/read-table.ts";
import { tableOne } from "./table-one.ts";

const told = (text: string, form: "any" | "published" = "any"): string[] => {
  const bytes = new TextEncoder().encode(text);
  const report = readTable(bytes, { form, firstRowIsHeader: true });
  return tableOne.find({ file: "a.csv", form, report }).map(({ message }) => message);
};
const beside = (columns: string) => [
  `Праворуч від порожньої колонки стоїть інша таблиця: колонки ${columns}.`,
];

test.each<[what: string, text: string, found: string[]]>([
  ["a name that both have", "id,а,,б,id\n1,x,,y,1\n", beside("D–E")],
  ["the same with blanks and in capitals", "id,а,,б, ID \n1,x,,y,1\n", beside("D–E")],
  ["a gap that is a blank", "id,а, ,б,id\n1,x,,y,1\n", beside("D–E")],
  ["a shorter one on the right", "а,б,,в,г\n1,2,,3,4\n5,6,,,\n", beside("D–E")],
  ["a shorter one on the left", "а,б,,в,г\n1,2,,3,4\n,,,5,6\n", beside("D–E")],
  ["as long, other names", "а,б,,в,г\n1,2,,3,4\n5,6,,7,8\n", []],
  ["as long, a cell missing on each side", "а,б,,в,г\n1,,,3,4\n5,6,,7,\n", []],
  ["as long, a cell missing on the left alone", "а,б,,в,г\n1,,,3,4\n5,6,,7,8\n", []],
  ["a name that both have, with blanks on the left", " ID ,а,,б,id\n1,x,,y,1\n", beside("D–E")],
  ["beside a gap a column of blanks and another", "id,а,,  ,id\n1,x,,y,1\n", []],
  ["a gap that holds something", "id,а,,б,id\n1,x,?,y,1\n", []],
  ["an empty column that has a name", "id,а,порожня,б,id\n1,x,,y,1\n", []],
  ["one column on the right", "id,а,,id\n1,x,,1\n", []],
  ["one column on the left", "id,,б,id\n1,,y,1\n", []],
  ["one column and another gap on the right", "id,а,,id,\n1,x,,1,\n", []],
  ["a right side nobody filled", "а,б,,в,г\n1,2,,,\n5,6,,,\n", []],
  ["of the right side one column alone filled", "а,б,,в,г\n1,2,,,3\n5,6,,,\n", []],
  ["three tables: the first gap is told", "id,а,,id,б,,id,в\n1,x,,1,y,,1,z\n", beside("D–H")],
])("side by side: %s", (_, text, found) => expect(told(text)).toEqual(found));

test("a published table is not looked at so: its columns are promised", () =>
  expect(told("id,а,,б,id\n1,x,,y,1\n", "published")).toEqual([]));
