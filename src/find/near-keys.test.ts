import { expect, test } from "vitest";
import { nearWords } from "./near-keys.ts";
import { vocabularyOf } from "./query/word-keys.ts";

test.each([
  ["a short word has no slips", "мер", ["мор", "метр"], []],
  ["one letter of a middling word", "дереао", ["дерево", "сквер"], ["дерево"]],
  ["two neighbours swapped are one slip", "шокла", ["школа"], ["школа"]],
  ["also where another form is known", "деерва", ["дерев", "сквер"], ["дерев"]],
  ["two letters of a long word", "тролебсь", ["тролейбус", "трамвай"], []],
  ["another prefix is another word", "відключать", ["включати"], []],
  ["the nearest alone", "автобуус", ["автобус", "автобаза"], ["автобус"]],
  ["a key of three letters is near to nothing", "музей", ["муза", "меза"], []],
])("%s", (_, word, known, near) => {
  expect(nearWords(word, vocabularyOf(known)).words).toEqual(near);
});
