import { expect, test } from "vitest";
import { askedKeysOf, keysOf } from "./keys.ts";

/** Does a query's word find a word of a text? */
const finds = (asked: string, written: string): boolean => {
  const keys = keysOf(written);
  return askedKeysOf(asked).some((key) => keys.includes(key));
};

test.each([
  ["a vowel that changes before no ending", "стіл", "столу стола столів столами"],
  ["another one", "камінь", "каменя каменю камені"],
  ["a vowel that flees", "ринок", "ринку ринки ринків"],
  ["a vowel that comes", "сестра", "сестер сестри"],
  ["a vowel that changes before «ю»", "ніччю", "ніч ночі"],
  ["a softened consonant", "дорога", "дорозі доріг дорогами"],
  ["a people's name", "громадянин", "громадяни громадянам громадянина"],
  ["«й» that a vowel comes back from", "пристрій", "пристрою пристроєм пристрої"],
  ["«-ість», as the spelling of 2019 allows", "доступність", "доступности доступності"],
  ["an order", "приватизувати", "приватизуй приватизуймо приватизовано"],
  ["the first person", "платити", "плачу платимо"],
  ["the first person with a soft lip", "виловити", "виловлю виловлено"],
  ["a verb of one moment", "набрякнути", "набрякла набрякне набрякнуть"],
])("forms of a word meet: %s, «%s»", (_, word, forms) => {
  const lost = forms.split(" ").filter((form) => !finds(word, form) || !finds(form, word));
  expect(lost).toEqual([]);
});

test.each([
  ["тополі", "тепло"],
  ["вода", "вид"],
  ["вода", "віддати"],
  ["ліків", "ліцей"],
  ["ліки", "ліцеїв"],
  ["поховання", "пошта"],
  ["зелені", "золото"],
  ["місто", "мосту"],
  ["гора", "герой"],
  ["висока", "виска"],
  ["роза", "режим"],
  ["косий", "кошти"],
  ["льон", "лінію"],
])("words that only look like forms of one do not meet: «%s», «%s»", (one, other) => {
  expect([finds(one, other), finds(other, one)]).toEqual([false, false]);
});
