import { expect, test } from "vitest";
import { addressColumns } from "./address-columns.ts";
import { asksFor, readStreet, renamedOf } from "./asked-street.ts";
import { nearThings } from "./near-things.ts";
import { type IndexedStreet, streetFile } from "./street-files.ts";

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
  has: [{ table: "trees/trees", rows, q: title }],
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
  const points = [
    { table: "stops/stops", name: "350252", place: [48.5, 32.2] as const },
    { table: "stops/stops", name: "350253", place: [48.51, 32.2] as const },
    { table: "parks/parks", name: "far", place: [49.5, 32.2] as const },
  ];
  expect(nearThings([48.501, 32.2], points)).toEqual([
    { table: "stops/stops", name: "350252", metres: 110 },
  ]);
  expect(nearThings(undefined, points)).toEqual([]);
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
