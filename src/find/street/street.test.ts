import { expect, test } from "vitest";
import { addressColumns } from "./address-columns.ts";
import {
  asksFor,
  meantBy,
  readStreet,
  readStreets,
  renamedOf,
  withoutTown,
} from "./asked-street.ts";
import { nearThings } from "./near-things.ts";
import { proposedFor } from "./proposed.ts";
import { type IndexedStreet, streetFile, type TablePlaces } from "./street-files.ts";

const column = (field: string, title = "", personal = false) => ({ field, title, personal });

test("columns of addresses are known by their names, whole or in parts; those of people are not", () => {
  expect(addressColumns([column("id"), column("streetAddress", "Адреса")])).toEqual({ street: 1 });
  expect(
    addressColumns([
      column("addressPostName"),
      column("addressThoroughfareType"),
      column("addressThoroughfare"),
      column("addressLocatorDesignator"),
    ]),
  ).toEqual({ street: 2, kind: 1, house: 3 });
  expect(
    addressColumns([column("street", "Назва вулиці"), column("former", "Колишня назва")]),
  ).toEqual({
    street: 0,
    former: 1,
  });
  // As the register of streets of Kyiv names them.
  expect(
    addressColumns([
      column("name", "Назва вулиці"),
      column("former", "Колишнє найменування об'єкта"),
    ]),
  ).toEqual({ street: 0, former: 1 });
  expect(addressColumns([column("address", "Адреса", true)])).toBeUndefined();
  expect(addressColumns([column("count", "Кількість")])).toBeUndefined();
});

const street = (title: string, key: string, rows = 1, former?: string[]): IndexedStreet => ({
  title,
  key,
  has: [{ table: "trees/trees", rows }],
  ...(former ? { former } : {}),
});
const streets = [
  street("вул. Полтавська", "полтавська", 26),
  street("пров. Полтавський", "полтавський", 3),
  street("вул. Велика Перспективна", "велика перспективна", 9),
  street("вул. Євгена Чикаленка", "чикаленка євгена", 4, ["декабристів"]),
];
const found = (text: string) => asksFor(readStreet(text), streets).map(({ title }) => title);

test.each([
  ["the beginning of a name", "полт", ["вул. Полтавська", "пров. Полтавський"]],
  ["the kind decides", "провулок Полтавський", ["пров. Полтавський"]],
  ["the whole name stands first", "Полтавська", ["вул. Полтавська", "пров. Полтавський"]],
  ["another form", "на Полтавській вулиці", ["вул. Полтавська"]],
  ["with a house", "вул. Полтавська, 30", ["вул. Полтавська"]],
  ["words of a name in any order", "Перспективна Велика", ["вул. Велика Перспективна"]],
  ["a former name", "вул. Декабристів 5", ["вул. Євгена Чикаленка"]],
  ["nothing", "Хрещатик", []],
])("a street is found by %s: %s", (_, text, titles) => {
  expect(found(text)).toEqual(titles);
});

test("the house of an address is read beside its street", () => {
  expect(readStreet("вул. Полтавська 12-а")).toEqual({
    kind: "вул.",
    words: ["полтавська"],
    house: "12А",
  });
  expect(streetFile("8")).toBe(streetFile("1"));
  expect(streetFile("полтавська")).toBe("streets/43f.json");
});

test("of each table the nearest point is told, and nothing that is far", () => {
  const tables: TablePlaces[] = [
    {
      table: "stops/stops",
      things: [
        ["350253", 48.51, 32.2],
        ["350252", 48.5, 32.2, "Зупинка 350252"],
      ],
    },
    { table: "parks/parks", things: [["far", 49.5, 32.2]] },
  ];
  expect(nearThings([48.501, 32.2], tables)).toEqual([
    { table: "stops/stops", name: "350252", called: "Зупинка 350252", metres: 110 },
  ]);
  expect(nearThings(undefined, tables)).toEqual([]);
});

const namesakes = [
  street("просп. Перемоги", "перемоги", 16),
  street("пров. Перемоги", "перемоги", 2),
  street("вул. Перемоги", "перемоги", 1),
  street("пров. Перемоги Другий", "перемоги другий", 1),
];
const meant = (text: string) => {
  const asked = readStreet(text);
  return meantBy(asked, asksFor(asked, namesakes)).map(({ title }) => title);
};

test("of a kind that may be several all of that name are meant, of another the first", () => {
  expect(meant("пр. Перемоги 22")).toEqual(["просп. Перемоги", "пров. Перемоги"]);
  expect(meant("Перемоги")).toEqual(["просп. Перемоги"]);
  expect(meant("вул. Перемоги")).toEqual(["вул. Перемоги"]);
});

test("a corner and a row of houses are asked for as each of them", () => {
  const read = (text: string) =>
    readStreets(text).map(({ words, house }) => [words.join(" "), house]);
  expect(read("Соборна/Київська")).toEqual([
    ["соборна", ""],
    ["київська", ""],
  ]);
  expect(read("Полтавська 28-30")).toEqual([
    ["полтавська", "28"],
    ["полтавська", "30"],
  ]);
});

test.each([
  ["Кропивницький Полтавська 30", "Полтавська 30"],
  ["м. Кропивницький, Полтавська 30", "Полтавська 30"],
  ["вул. Полтавська 30 Кропивницький", "вул. Полтавська 30"],
  ["Марка Кропивницького 5", "Марка Кропивницького 5"],
])("the portal's own settlement is taken off an address: %s", (text, address) => {
  expect(withoutTown(text, ["Кропивницький"])).toBe(address);
});

const known = "велика київська перспективна полтавська полтавський соборна".split(" ");

test.each([
  ["a letter lost", "Плтавська", ["полтавська"]],
  ["a letter lost, with a house", "вул. Полтвська 30", ["вул. полтавська 30"]],
  ["another layout", "Rb]dcmrf", ["київська"]],
  ["another layout and a slip", "Rbodcmrf", ["київська"]],
  ["another layout with a kind and a house", "dek. Gjknfdcmrf, 30", ["вул полтавська, 30"]],
  ["transliteration", "Kyivska", ["київська"]],
  ["transliteration with a kind", "vul. Poltavska 30", ["vul. полтавська 30"]],
  ["a form that is known", "Полтавской", []],
  ["one of two words", "Велика Перспктивна", ["Велика перспективна"]],
  ["a word that is no street's", "дерева", []],
  ["one word that is and one that is not", "Полтавська бібліотека", []],
  ["a street that is known", "Полтавська", []],
])("a text that nothing answers is proposed to be a street: %s", (_, text, texts) => {
  expect(proposedFor(text, known).slice(0, 1)).toEqual(texts);
});

const renamed = [
  { key: "кірова", was: "вул. Кірова", now: "вул. Велика Перспективна" },
  { key: "маркса", was: "вул. К. Маркса", now: "вул. Велика Перспективна" },
  { key: "декабристів", was: "вул. Декабристів", now: "вул. Євгена Чикаленка" },
  { key: "декабристів", was: "пров. Декабристів", now: "пров. Затишний" },
];

test.each([
  ["its name alone", "Кірова", "вул. Велика Перспективна"],
  ["with its kind", "вулиця Кірова", "вул. Велика Перспективна"],
  ["with a house", "на вул. Кірова, 5", "вул. Велика Перспективна"],
  ["with an initial", "Маркса", "вул. Велика Перспективна"],
  ["the kind decides", "провулок Декабристів", "пров. Затишний"],
  ["another name", "Полтавська", undefined],
  ["a question that has its word", "школи Кірова", undefined],
  ["nothing", "", undefined],
])("a renamed street is known by its former name: %s", (_, text, now) => {
  expect(renamedOf(text, renamed)?.now).toBe(now);
});
