import { expect, test } from "vitest";
import { nearWords } from "./near-keys.ts";
import { vocabularyOf } from "./query/word-keys.ts";

test.each([
  ["a short word has no slips", "мер", ["мор", "метр"], []],
  ["one letter of a middling word", "дереао", ["дерево", "сквер"], ["дерево"]],
  ["two neighbours swapped are one slip", "шокла", ["школа"], ["школа"]],
  ["also where another form is known", "деерва", ["дерев", "сквер"], ["дерев"]],
  ["two letters of a long word", "тролебсь", ["тролейбус", "трамвай"], []],
  ["a short word that lost a letter is another word", "карта", ["картка"], []],
  ["another ending of another word", "паркінг", ["парк"], []],
  ["a word made of the same stem", "виконком", ["виконання"], []],
  ["another word made of the same stem", "декларація", ["декларування"], []],
  ["a longer one", "кіровоград", ["кіровоградолія"], []],
  ["another first letter", "молодь", ["володіти", "володі"], []],
  ["a verb of few letters", "садити", ["судити"], []],
  ["a letter far from the right one in a short word", "квітка", ["квіжка"], []],
  ["a lost letter of a word that was longer", "бюжет", ["бюджет"], ["бюджет"]],
  ["a lost letter before a soft sign that keys have not", "дільнця", ["дільниця"], ["дільниця"]],
  ["the very word before a form of another", "топля", ["топило", "тополя"], ["тополя", "топило"]],
  ["the last letter of a long stem", "підприємсто", ["підприємств"], ["підприємств"]],
  ["a letter of the next key", "тролебйус", ["тролейбус"], ["тролейбус"]],
  ["the last letter of a stem", "виборші", ["виборча"], ["виборча"]],
  ["another prefix is another word", "відключать", ["включати"], []],
  ["the nearest alone", "автобуус", ["автобус", "автобаза"], ["автобус"]],
  ["a key of three letters is near to nothing", "музей", ["муза", "меза"], []],
])("%s", (_, word, known, near) => {
  expect(nearWords(word, vocabularyOf(known)).words).toEqual(near);
});
