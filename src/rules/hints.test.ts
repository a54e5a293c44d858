import { expect, test } from "vitest";
import { treeOf } from "../model/tree.ts";
import { readRepository } from "../read/repository.ts";
import { examplePortal, stopsWith } from "./example-portal.ts";
import { checkRepository } from "./index.ts";

const csv = "data/datasets/stops/stops.csv";
/** Rule and hint of each finding: what a clerk is told to do. */
const hints = (files: Record<string, string | null>) =>
  checkRepository(
    readRepository(
      treeOf(
        Object.fromEntries(
          Object.entries({ ...examplePortal, ...files }).filter(
            (entry): entry is [string, string] => entry[1] !== null,
          ),
        ),
      ),
    ),
  ).map(({ rule, hint }) => [rule, hint]);

test("a column misspelt is led to the one it was meant to be; one that is like none is not", () => {
  expect(hints({ [csv]: "id,nam,platforms\n1,Вокзал,2\n" })).toContainEqual([
    "columns-match",
    "Колонку «nam» перейменуйте на «name».",
  ]);
  expect(hints({ [csv]: "id,zzzzzz,platforms\n1,Вокзал,2\n" })).toEqual([
    [
      "columns-match",
      "Додайте її до schema.fields (назви в title поправте) або вилучіть із таблиці.",
    ],
    ["columns-match", "Додайте колонку або вилучіть її з опису."],
  ]);
});

test("a file misspelt, and the only file of its kind, are offered for the one that is missing", () => {
  const renamed = (name: string) => ({
    [csv]: null,
    [`data/datasets/stops/${name}`]: examplePortal[csv] ?? "",
  });
  for (const name of ["stop.csv", "zovsim-inshe.csv"])
    expect(hints(renamed(name))).toContainEqual([
      "file-exists",
      `У теці є «${name}»: перейменуйте його на «stops.csv».`,
    ]);
  expect(hints(renamed("stops.json"))).toContainEqual([
    "file-exists",
    "Покладіть файл у теку набору. Книгу Excel спершу перетворіть на CSV: сторінка порталу «Перевірте таблицю» або npm run table.",
  ]);
});

test("a key misspelt is led to the one it was meant to be", () => {
  expect(hints(stopsWith("frequency: yearly", "frequensy: yearly"))).toContainEqual([
    "key-known",
    expect.stringContaining("«frequency»"),
  ]);
});
