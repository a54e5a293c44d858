import { expect, test } from "vitest";
import { housesOf } from "./house.ts";
import { addressesOf, fitsKind, houseOf, sameHouse, streetKind } from "./street.ts";
import { readTitle, streetColumn, streetTitle } from "./streets.ts";

test.each([
  ["вул. Полтавська, 30", "вул.|Полтавська|30"],
  ["Полтавська, 30", "|Полтавська|30"],
  ["вулиця Полтавська 30", "вул.|Полтавська|30"],
  ["Полтавська вул., 12 / 3", "вул.|Полтавська|12/3"],
  ["вул.Соборна,5-а", "вул.|Соборна|5А"],
  ["вул. Волкова, 26, корп. 2", "вул.|Волкова|26 к2"],
  ["25006, м. Кропивницький, вул. Т. Г. Шевченка, буд. 12-А, кв. 3", "вул.|Т. Г. Шевченка|12А"],
  ["Михайла Грушевського, 17, м. Знам’янка, Кіровоградська область", "|Михайла Грушевського|17"],
  ["пров. Артилерійський 1-й", "пров.|Артилерійський 1-й|"],
  ["1-й пров. Артилерійський, 4", "пров.|1-й Артилерійський|4"],
  ["вул. Лінія 10-а, 61", "вул.|Лінія 10-а|61"],
  ["вул. 8 Березня, 5/3", "вул.|8 Березня|5/3"],
  ["вул. 40-річчя Перемоги 7", "вул.|40-річчя Перемоги|7"],
  ["Знам’янський в’їзд", "в’їзд|Знам’янський|"],
  ["скв. «Чорнобиль»", "сквер|Чорнобиль|"],
  ["вул. Бобринецький шлях (від мосту до магазину)", "вул.|Бобринецький шлях|"],
  ["вул. Дворцова, вул. Пашутінська", "вул.|Дворцова| вул.|Пашутінська|"],
  ["перехрестя вулиць Чорновола та Маланюка", "вул.|Чорновола| вул.|Маланюка|"],
  ["перехрестя вулиць Тобілевича та пров. Знам’янський", "вул.|Тобілевича| пров.|Знам’янський|"],
  ["пл. Кирила та Мефодія", "пл.|Кирила та Мефодія|"],
  ["пр. Університетський 2/5", "пр.|Університетський|2/5"],
  ["пр-кт Університетський, 2/5", "просп.|Університетський|2/5"],
  ["Полтавська 30 б", "|Полтавська|30Б"],
  ["Полтавська д.30", "|Полтавська|30"],
  ["Полтавська буд.30-б", "|Полтавська|30Б"],
  ["Волкова 26 корп 2", "|Волкова|26 к2"],
  ["Волкова 26, корп. 2", "|Волкова|26 к2"],
  ["Волкова, 26 к 2", "|Волкова|26 к2"],
  ["Ушакова 1А кв. 5", "|Ушакова|1А"],
  ["Полтавська, 30 кв 12", "|Полтавська|30"],
  ["Полтавська, 30, кв. 12", "|Полтавська|30"],
  ["вул. Квіткова, 4", "вул.|Квіткова|4"],
  ["10 Лінія 56", "|10 Лінія|56"],
  ["Лінія 10 56", "|Лінія 10|56"],
  ["Соборна/Київська", "|Соборна| |Київська|"],
  ["вул. Соборна, 5 / вул. Київська, 2", "вул.|Соборна|5 вул.|Київська|2"],
  ["вул. Бобринецький шлях, 89 та 91", "вул.|Бобринецький шлях|89 вул.|Бобринецький шлях|91"],
  ["Богдана Хмельницького 188 та 188-а", "|Богдана Хмельницького|188 |Богдана Хмельницького|188А"],
  ["вул. Михайлівська, 8-10", "вул.|Михайлівська|8 вул.|Михайлівська|10"],
  ["Гоголя (між будинками) 138–140", "|Гоголя|138 |Гоголя|140"],
  ["вул. Соборна, 12-1", "вул.|Соборна|12"],
  ["вул. Соборна, 12-15", "вул.|Соборна|12"],
  ["вул. Соборна, 5-37", "вул.|Соборна|5"],
  ["Кіровоградська область", ""],
  ["", ""],
])("an address is read by its parts: %s", (cell, parts) => {
  const read = addressesOf(cell).map(({ kind, name, house }) => `${kind}|${name}|${house}`);
  expect(read.join(" ")).toBe(parts);
});

test("a street has one key in whichever order and with whichever signs its words are written", () => {
  const keyOf = (cell: string) => addressesOf(cell)[0]?.key;
  expect(keyOf("Артилерійський 1-й пров.")).toBe(keyOf("1 пров. Артилерійський"));
  expect(keyOf("вул. Об'їзна")).toBe(keyOf("ОБ’ЇЗНА вулиця"));
  expect(keyOf("вул. Т. Шевченка")).toBe(keyOf("Шевченка"));
  expect(keyOf("вул. Ґонти")).toBe(keyOf("вул. Гонти"));
  for (const written of ["2-га", "2-а", "2"])
    expect(keyOf(`${written} Лінія`)).toBe(keyOf("Лінія 2"));
  expect(keyOf("1-ша Лінія")).toBe(keyOf("1 Лінія"));
  expect(keyOf("3-тя Лінія")).toBe(keyOf("3-я Лінія"));
  expect(keyOf("1-ша Лінія")).not.toBe(keyOf("2-га Лінія"));
});

test("a house is the same whichever way it is written, and its letter is another house", () => {
  expect(["12-а", "12 А", "буд. 12а", "№ 12-А"].map(houseOf)).toEqual(Array(4).fill("12А"));
  for (const house of ["12А", "12/3", "12 к2", "12А к2", "12/3 к2"])
    expect(houseOf(house)).toBe(house);
  expect(
    ["12", "12/3", "12 к2", "12А", "120", "1"].filter((house) => sameHouse("12", house)),
  ).toEqual(["12", "12/3", "12 к2"]);
});

test.each([
  ["8-10", ["8", "10"]],
  ["7 - 11", ["7", "9", "11"]],
  ["89 та 91", ["89", "91"]],
  ["№ 188 і 188-а", ["188", "188А"]],
  ["8-а", ["8А"]],
  ["12-1", ["12"]],
  ["26/2", ["26/2"]],
  ["26к2", ["26 к2"]],
  ["1-й", []],
  ["4-та", []],
  ["8 Березня", []],
  ["30 дерев", []],
])("a row of houses is each of them, a flat and an ordinal are none: %s", (written, houses) => {
  expect(housesOf(written)).toEqual(houses);
});

test("a short word that says several kinds fits each of them, and no other", () => {
  const fits = (kind: string) => fitsKind("пр.", kind);
  expect(["просп.", "пров.", "проїзд", "вул.", ""].map(fits)).toEqual([
    true,
    true,
    true,
    false,
    true,
  ]);
  expect([fitsKind("пров.", "пр."), fitsKind("вул.", "пр."), fitsKind("", "пл.")]).toEqual([
    true,
    false,
    true,
  ]);
});

test("words of kinds are known in their forms and in Russian, other words are not", () => {
  expect(
    ["вулиці", "просп.", "провулку", "ул.", "площа", "Полтавська", "маршрут"].map(streetKind),
  ).toEqual(["вул.", "просп.", "пров.", "вул.", "пл.", undefined, undefined]);
});

test("a street's title is read back, and a kind's word within a name is of the name", () => {
  for (const cell of [
    "вул. Полтавська",
    "1-й пров. Артилерійський",
    "Знам’янський в’їзд",
    "Перемоги",
  ])
    for (const { kind, name, key } of addressesOf(cell))
      expect(readTitle(streetTitle({ kind, name }))).toEqual({ kind, name, key });
  expect(readTitle("вул. Площа Ринок")).toMatchObject({ kind: "вул.", name: "Площа Ринок" });
  expect(readTitle("Площа Ринок")).toMatchObject({ kind: "", name: "Площа Ринок" });
});

test("a name without a kind is one street in whichever order its words stand", () => {
  expect(new Set(streetColumn(["1-й Артилерійський, 4", "Артилерійський 1-й, 6"])).size).toBe(1);
});

test("a column of addresses is brought to one spelling of each street", () => {
  expect(
    streetColumn([
      "вул. Полтавська",
      "Полтавська, 30",
      "вулиця Полтавська",
      "пров. Полтавський, 4",
      "Полтавський",
      "перехрестя Великої Перспективної та Гоголя",
      "вул. Велика Перспективна",
      "м. Кропивницький",
    ]),
  ).toEqual([
    "вул. Полтавська",
    "вул. Полтавська",
    "вул. Полтавська",
    "пров. Полтавський",
    "пров. Полтавський",
    "вул. Велика Перспективна",
    "вул. Велика Перспективна",
    "",
  ]);
});

test("a kind that may be several is the one that the name is said with, where there is but one", () => {
  expect(streetColumn(["пр. Перемоги, 5", "просп. Перемоги", "пр. Шкільний"])).toEqual([
    "просп. Перемоги",
    "просп. Перемоги",
    "пр. Шкільний",
  ]);
  expect(streetColumn(["пр. Перемоги", "просп. Перемоги", "пров. Перемоги"])[0]).toBe(
    "пр. Перемоги",
  );
});

test("a register gives a surname its full name, and a former name leads to the present one", () => {
  const register = ["вул. Євгена Маланюка", "вул. Перемоги", "вул. 40-річчя Перемоги"].flatMap(
    addressesOf,
  );
  const [present] = addressesOf("вул. Євгена Чикаленка");
  const renamed = new Map(present ? [["декабристів", present]] : []);
  expect(
    streetColumn(["Маланюка, 5", "вул. Перемоги, 1", "Декабристів, 7"], { register, renamed }),
  ).toEqual(["вул. Євгена Маланюка", "вул. Перемоги", "вул. Євгена Чикаленка"]);
});

test("a cell longer than any address names no street", () => {
  expect(addressesOf(`вул. ${"а".repeat(2000)}`)).toEqual([]);
  expect(addressesOf("(".repeat(2000))).toEqual([]);
});
