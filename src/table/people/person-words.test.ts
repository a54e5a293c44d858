import { expect, test } from "vitest";
import { givenNames, isInflectedGiven } from "./person-names.ts";
import { foldWord, kindOf, type WordKind } from "./person-words.ts";

test.each<[kind: WordKind, words: string[]]>([
  ["initial", ["О.", "Ї.", "Дж.", "Єв.", "Юр."]],
  ["given", ["Олег", "ОЛЕГ", "олег", "Анна-Марія", "Ostap", "Anna-Mariia", "Олег.", "Маp’яна"]],
  ["given-other", ["Олегу", "ОЛЕГА", "Ользі", "Анни-Марії"]],
  ["father", ["Петрович", "Петрівна", "Ілліч", "Якович", "огли", "Рустам-огли", "Petrovych"]],
  ["father-other", ["Петровича", "Петрівні", "Іллічу"]],
  ["post", ["директор", "директорка", "Директора", "бухгалтер"]],
  ["person", ["гр.", "громадянка", "заявниця", "вик."]],
  ["thing", ["вул.", "вулиця", "імені", "пам’ятник", "ТОВ"]],
  [
    "capital",
    ["Слово", "О", "Петро-Михайлівка", "Основна", "Верховна", "Smith", "Шевченко-Ковальська"],
  ],
  ["capitals", ["СЛОВО", "АБ"]],
  ["small", ["слово", "дж.", "о"]],
  ["other", ["5", "«", "№", "-слово"]],
])("words of the kind «%s»", (kind, words) => {
  expect(words.map((word) => [word, kindOf(word, foldWord(word))])).toEqual(
    words.map((word) => [word, kind]),
  );
});

test("a word is folded to small letters, one apostrophe and Cyrillic look-alikes", () => {
  const words = [
    "ОЛЕГ",
    "Мар'яна",
    "Марʼяна",
    "Мар`яна",
    "Маp’янa",
    "Smith",
    "O’Connor",
    "Зiрoчкa",
  ];
  expect(words.map(foldWord)).toEqual([
    "олег",
    "мар’яна",
    "мар’яна",
    "мар’яна",
    "мар’яна",
    "smith",
    "o’connor",
    "зірочка",
  ]);
});

/** Given names in the cases that papers use, one name of each ending. */
test.each<[name: string, cases: string]>([
  ["ольга", "ольги ользі ольгу ольгою"],
  ["микола", "миколи миколі миколу миколою"],
  ["марія", "марії марію марією"],
  ["галя", "галі галю галею"],
  ["андрій", "андрія андрію андрієві андрієм"],
  ["петро", "петра петру петрові петром"],
  ["василь", "василя василю василеві василем василі"],
  ["ігор", "ігоря ігорю ігореві ігорем"],
  ["олег", "олега олегу олегові олегом"],
  ["федір", "федору федорові федором"],
  ["яків", "якова якову яковові яковом"],
  ["антін", "антона антону антонові антоном"],
  ["любов", "любові любов’ю"],
])("%s in other cases", (name, cases) => {
  const forms = cases.split(" ");
  expect(givenNames.has(name)).toBe(true);
  expect(isInflectedGiven(name)).toBe(false);
  expect(forms.filter((form) => !isInflectedGiven(form))).toEqual([]);
});
test("what is no case of a name", () => {
  const others = [
    "слово",
    "любова",
    "любову",

    "олегя",
    "петроа",
    "миколаа",
    "яківа1",
    "а",
  ];
  expect(others.filter(isInflectedGiven)).toEqual([]);
  // A woman's name that looks like a man's in another case is a name.
  expect([givenNames.has("федора"), isInflectedGiven("федора")]).toEqual([true, false]);
});
