import { describe, expect, test } from "vitest";
import { fieldsOf, foldTitle, joinHeader } from "./column-names.ts";
import { toMachineName, toSlug, transliterateWord } from "./transliterate.ts";

test.each<[situation: string, rows: string[], joined: string[]]>([
  ["one row", ["№|Назва |Сума,  грн"], ["№", "Назва", "Сума, грн"]],
  ["units under the names", ["Усього|Площа", "тис. грн|"], ["Усього — тис. грн", "Площа"]],
  [
    "a merged cell, as far as it is parted",
    ["Назва|Дітей||Сума|", "|ясла|садок||"],
    ["Назва", "Дітей — ясла", "Дітей — садок", "Сума", ""],
  ],
  [
    "three rows",
    ["Рік||", "План||Факт", "грн|%|грн"],
    ["Рік — План — грн", "Рік — План — %", "Рік — Факт — грн"],
  ],
  ["a word that stands in both rows", ["Назва|Сума", "Назва|грн"], ["Назва", "Сума — грн"]],
  ["rows of other lengths", ["Назва|Сума|Рік|Зайве", "|грн"], ["Назва", "Сума — грн", "Рік"]],
  ["rows above part nothing", ["А|Б", "план|", "грн|"], ["А — план — грн", "Б"]],
  ["a blank under a merged cell parts nothing", ["Дітей|", "ясла| "], ["Дітей — ясла", ""]],
])("names over names: %s", (_, rows, joined) => {
  const cells = rows.map((row) => row.split("|"));
  expect(joinHeader(cells, joined.length)).toEqual(joined);
});

test.each<[situation: string, names: string[], fields: string[]]>([
  [
    "names for programs stay as they are",
    ["id", " Name ", "code.1", "_x"],
    ["id", "Name", "code.1", "_x"],
  ],
  ["words become such", ["Назва зупинки", "Сума, грн"], ["nazvaZupynky", "sumaHrn"]],
  ["no name: by its place", ["id", "", "—"], ["id", "column2", "column3"]],
  ["the same name again, whatever its case", ["a", "A", "a"], ["a", "A2", "a3"]],
  [
    "a name that the next one would get stands there already",
    ["a2", "a", "a", "a"],
    ["a2", "a", "a3", "a4"],
  ],
  ["a number was given before it came by itself", ["a", "a", "a2"], ["a", "a2", "a22"]],
  ["words read in another alphabet are read right", ["РќР°Р·РІР°"], ["nazva"]],
])("fields for programs: %s", (_, names, fields) => {
  expect(fieldsOf(names)).toEqual(fields);
});

test("titles that differ in case, spaces, dashes and apostrophes are one", () => {
  expect(foldTitle("Об’єкт — №1 (КОД)")).toBe("обєкт1код");
  expect(foldTitle("ОБЄКТ 1, код")).toBe("обєкт1код");
});

describe("Latin letters, as the resolution of the Cabinet of Ministers has them", () => {
  test.each([
    ["Згурський", "zghurskyi"],
    ["розгін", "rozghin"],
    ["Єнакієве", "yenakiieve"],
    ["Їжакевич", "yizhakevych"],
    ["Йосипівка", "yosypivka"],
    ["Юрій", "yurii"],
    ["Яготин", "yahotyn"],
    ["Борщагівка", "borshchahivka"],
    ["Хмельницький", "khmelnytskyi"],
    ["Ґалаґан", "galagan"],
    ["région", "region"],
    ["A1", "a1"],
  ])("%s → %s", (word, latin) => expect(transliterateWord(word)).toBe(latin));

  test.each([
    ["№ з/п", "number"],
    ["№п/п", "number"],
    ["№ дому", "numberDomu"],
    ["№ плану", "numberPlanu"],
    ["Кількість опорних ЗЗСО, 2021", "kilkistOpornykhZzso2021"],
    ["Об’єкт «Зв'язок» зʼїзд в`їзд", "obiektZviazokZizdVizd"],
    ["mapsUrl Адреса", "mapsUrlAdresa"],
    ["один два три чотири п’ять шість сім", "odynDvaTryChotyryPiatShist"],
    ["2024 рік", "n2024Rik"],
    ["рік 2024", "rik2024"],
    ["中文 назва", "nazva"],
    [" — ", ""],
  ])("a name for programs: %s → %s", (title, name) => expect(toMachineName(title)).toBe(name));

  test.each([
    ["Вулиці міста (2024)", "vulytsi-mista-2024"],
    ["Об’єкти — «Зв'язок»!", "obiekty-zviazok"],
    ["中文 назва", "nazva"],
    ["один два три чотири п’ять шість сім", "odyn-dva-try-chotyry-piat-shist"],
    ["", ""],
  ])("an id for an address: %s → %s", (title, slug) => expect(toSlug(title)).toBe(slug));

  test("an id of at most two words", () => {
    expect(toSlug("中 Зупинки, громадського транспорту", 2)).toBe("zupynky-hromadskoho");
  });
});
