import { expect, test } from "vitest";
import { findRows } from "../find.ts";
import type { TableSource } from "../source/source.ts";
import { type ExploreColumn, emptyView } from "../view.ts";

const addresses = [
  ["вул. Полтавська, 30", "Тополя", "30–40"],
  ["Полтавська, 30", "Клен", "12"],
  ["Полтавська, 130", "Клен", "30"],
  ["вул. Полтавська", "Тополя", ""],
  ["пров. Новий, 12/3", "Липа", "12"],
  ["вул. Київська, 12-а", "Площа кореня", ""],
];
const columnsOf = (address: string): ExploreColumn[] =>
  ["address", "species", "diameter"].map((name, at) => ({
    name: at === 0 ? address : name,
    title: at === 0 ? address : name,
    type: "string",
    enum: undefined,
  })) as unknown as ExploreColumn[];

/** Rows that a text finds, by their numbers, in a table whose first column has a name. */
async function found(q: string, address = "Адреса", rows = addresses): Promise<number[]> {
  const columns = columnsOf(address);
  const source = {
    rows: rows.length,
    groups: [{ rows: rows.length }],
    ready: async () => {},
    column: async (name: string) => {
      const at = columns.findIndex((column) => column.name === name);
      return rows.map((cells) => cells[at] ?? "");
    },
    written: () => (cell: string) => cell,
    rowNumbers: async () => rows.map((_, row) => row),
  } as unknown as TableSource;
  return [...(await findRows(source, { ...emptyView, q }, columns))];
}

test.each([
  ["a name alone", "Полтавська", [0, 1, 2, 3]],
  ["with its kind before it", "вулиця Полтавська", [0, 1, 2, 3]],
  ["with its kind shortened and behind", "Полтавська вул.", [0, 1, 2, 3]],
  ["in another case, in a question", "на Полтавській вулиці", [0, 1, 2, 3]],
  ["a house is no other number", "вул. Полтавська, 30", [0, 1]],
  ["a house on a corner", "Новий 12", [4]],
  ["a number that only a house with a letter has", "Київська 12", [5]],
  ["a letter apart", "Київська 12 А", [5]],
  ["quotes: as it is written", "«полтавська, 130»", [2]],
  ["a minus takes away", "Полтавська -тополя", [1, 2]],
  ["a street in quotes and a house", "«Полтавська» 30", [0, 1]],
  ["a street in quotes and a house with a letter", "«Київська» 12А", [5]],
  ["a kind and a name without a space", "вул.Полтавська,30", [0, 1]],
  ["a kind alone is a word", "пров.", [4]],
])("in a table of addresses rows are found by %s: %s", async (_, q, places) => {
  expect(await found(q)).toEqual(places);
});

test("a number that is no house there is looked for as any word", async () => {
  expect(await found("клен 30")).toEqual([1]);
  expect(await found("липа 3")).toEqual([4]);
});

test("where a table has no addresses, words of streets are words as others", async () => {
  expect(await found("площа кореня", "Місце")).toEqual([5]);
  expect(await found("площа липа", "Місце")).toEqual([]);
});

/** Cells of a register: codes, days, sizes and names that signs part. */
const register = [
  ["4115-01", "2020-09-24", "30–40"],
  ["4115-02", "2020-09-25", "30"],
  ["115-01", "2019-09-24", "40"],
  ["ліцей-інтернат", "2017-04-25", "12.5"],
  ["ліцей", "2017-04-05", "125"],
  ["школа-інтернат", "2098/03-01-06", "20:00"],
  ["парк-пам’ятка", "2098/03", "8:20"],
  ["парк", "Тополя", "01.06"],
];

test.each([
  ["a code is one thing", "4115-01", [0]],
  ["so is one with several signs", "2098/03-01-06", [5]],
  ["and its beginning", "2098/03", [5, 6]],
  ["any dash is a dash", "30-40", [0]],
  ["a day as a page shows it", "24.09.2020", [0]],
  ["a day without noughts", "5.4.2017", [4]],
  ["a month as a page shows it", "09.2020", [0, 1]],
  ["a day as the file has it", "2020-09-24", [0]],
  ["a day in quotes", "«24.09.2020»", [0]],
  ["a day at the end of a sentence", "ліцей (25.04.2017).", [3]],
  ["a number as a page shows it", "12,5", [3]],
  ["an hour", "20:00", [5]],
  ["a name of two words needs both", "ліцей-інтернат", [3]],
  ["in another form", "ліцею-інтернату", [3]],
  ["whatever its apostrophe", "парк-пам'ятка", [6]],
  ["a name of two words that is not wanted", "інтернат -ліцей-інтернат", [5]],
])("a word with signs is found whole: %s: %s", async (_, q, places) => {
  expect(await found(q, "Місце", register)).toEqual(places);
});
