import { expect, test } from "vitest";
import { everyday, everydayWords, isEveryday, wordsOfMandated } from "./everyday.ts";
import { asLatin, asUkrainian } from "./layout.ts";
import { namesStreet, parseQuery } from "./parse-query.ts";
import { ukrainianReadings } from "./russian.ts";
import { cyrillicReadings } from "./transliteration.ts";
import { likeliestReading, turnedWord, understand } from "./understand.ts";
import { mixedWords, vocabularyOf } from "./word-keys.ts";

const words = [
  "дерева",
  "бюджет",
  "школа",
  "вулиця",
  "підприємство",
  "виборчі",
  "дільниці",
  "plan",
  "план",
  "вода",
  "потрібно",
  "дім",
  "посадіти",
];
const known = vocabularyOf(words);
const takenFor = (word: string) => understand(word, word, known).takenFor;

test.each([
  ["the Latin layout", "lthtdf", "дерева"],
  ["transliteration of passports", "pidpryiemstvo", "підприємство"],
  ["what people type for it", "shkola", "школа"],
  ["a Russian word of the dictionary", "деревья", undefined],
  ["Russian letters", "школы", "школа"],
  ["a slip", "бюджат", "бюджет"],
  ["a word that is known", "деревам", undefined],
  ["an everyday word is no slip of another", "музей", undefined],
  ["a short word is no slip", "ЖЕК", undefined],
  ["no slip of a word that says nothing", "потрібнно", undefined],
  ["a Ukrainian word that would be another with a Russian letter", "дим", undefined],
  ["a verb people use every day", "посадити", undefined],
  ["a word that is nothing like", "йцукенгшщ", undefined],
])("%s: %s", (_, typed, word) => {
  expect(takenFor(typed)).toBe(word);
});

test("a word of both alphabets is looked for in both", () => {
  const { keys } = understand("plan", "plan", known);
  expect(keys).toEqual(expect.arrayContaining(["plan", "план"]));
});

test("the likeliest reading of a Latin word is the other layout's", () => {
  expect([likeliestReading("irjkb", "irjkb"), likeliestReading("shkola", "shkola")]).toEqual([
    "школи",
    "ірлщдф",
  ]);
});

test("signs that are letters in the Ukrainian layout are read so where that is a known word", () => {
  expect(mixedWords(",.l;tn trees, data.gov школа")).toEqual([",.l;tn", "trees,", "data.gov"]);
  expect(mixedWords(",.l;tn trees,").map((part) => turnedWord(part, known))).toEqual([
    "бюджет",
    undefined,
  ]);
  expect([asUkrainian("dekbwz"), asLatin("икшвпу")]).toEqual([
    "вулиця",
    "brido".replace("o", "ge"),
  ]);
});

test("a query is read: words, helping words, minus, quotes", () => {
  expect(parseQuery("скільки дерев на вулиці Полтавській")).toEqual({
    wanted: [
      { word: "дерев", typed: "дерев", exact: false },
      { word: "полтавській", typed: "Полтавській", exact: false },
    ],
    optional: ["скільки", "на", "вулиці"],
    without: [],
    phrases: [],
  });
  expect(parseQuery("бюджет -доходи «видалення дерев»")).toMatchObject({
    wanted: [
      { word: "бюджет" },
      { word: "видалення", exact: true },
      { word: "дерев", exact: true },
    ],
    without: [["доходи"]],
    phrases: ["видалення дерев"],
  });
  expect(parseQuery("школи -ліцей-інтернат -музеї").without).toEqual([
    ["ліцей", "інтернат"],
    ["музеї"],
  ]);
  expect(parseQuery("вулиця").wanted).toMatchObject([{ word: "вулиця" }]);
  expect(parseQuery("де здати батарейки").wanted).toMatchObject([{ word: "батарейки" }]);
  // Everything here is of the city: only who asks for nothing else asks for it.
  expect(parseQuery("борги міста").wanted).toMatchObject([{ word: "борги" }]);
  expect(parseQuery("місто").wanted).toMatchObject([{ word: "місто" }]);
});

test.each([
  ["a kind beside a name", "проїзд Тополиний", ["тополиний"], true],
  ["a kind among everyday words", "вулиця ремонт", ["ремонт"], true],
  ["a fare, which is no street", "ціна проїзду", ["ціна", "проїзду"], false],
  ["a kind alone", "вулиця", ["вулиця"], false],
])("a kind of streets is one beside a name: %s", (_, query, wanted, isStreet) => {
  const read = parseQuery(query);
  expect({ wanted: read.wanted.map(({ word }) => word), isStreet: namesStreet(read) }).toEqual({
    wanted,
    isStreet,
  });
});

test("Russian words are read by a dictionary, then by their letters", () => {
  expect(ukrainianReadings("больницы")[0]).toBe("лікарня");
  expect(ukrainianReadings("льготы")[0]).toBe("пільга");
  expect(ukrainianReadings("бюджетный")).toContain("бюджетний");
  expect(ukrainianReadings("дерево")[0]).toBe("дерево");
  expect([ukrainianReadings("дим"), ukrainianReadings("квиток")]).toEqual([[], []]);
});

test("likelier readings of Latin letters stand first, and a word with other signs has none", () => {
  expect(cyrillicReadings("dereva")[0]).toBe("дерева");
  expect(cyrillicReadings("vulytsia")[0]).toBe("вулиця");
  expect(cyrillicReadings("média")).toEqual([]);
});

test.each([
  ["садочок", "дошкільний", ["mun-053", "mun-054"]],
  ["ДНЗ", "дошкільний", ["mun-053"]],
  ["маршрутки", "автобусний", ["mun-021"]],
  ["сміття", "відходи", ["rec2025-66"]],
  ["комуналку", "тариф", ["mun-036"]],
  ["опалення", "теплова", ["mun-036"]],
  ["паркування", "паркування", ["mun-041"]],
  ["землю", "земельний", ["mun-027"]],
  ["автобуси", "автобусний", ["mun-023"]],
  ["депутати", "депутат", ["mun-031", "mun-032"]],
  ["дітей", "дитячий", []],
  ["коштує", "тариф", ["mun-036"]],
  ["воду", "тариф", ["mun-036", "mun-060"]],
  ["графік", "розклад", ["mun-023"]],
  ["бездомні", "тварина", ["rec2025-67"]],
  ["батарейки", "відходи", ["rec2025-65"]],
  ["електричка", "транспорт", ["mun-023"]],
  ["зрубали", "дерево", ["mun-033"]],
  ["знесення", "дерево", ["mun-033"]],
  ["сімейного", "медичний", ["mun-045"]],
  ["гуртожитку", "житловий", ["mun-059"]],
  ["поскаржитися", "звернення", ["mun-037"]],
  ["прописку", "адміністративний", ["mun-043"]],
  ["директора", "посада", ["all-001"]],
  ["паркінги", "паркування", ["mun-041"]],
  ["паркомісце", "паркування", ["mun-041"]],
  ["садить", "висадження", []],
  ["посадили", "висадження", []],
  ["посаджено", "висадження", []],
  ["клас", "школа", ["mun-055"]],
  ["кордону", "межа", ["mun-001", "mun-056"]],
  ["проїзду", "перевезення", ["mun-021"]],
])("an everyday word has an official one and mandated sets: %s", (word, official, codes) => {
  expect(isEveryday(word)).toBe(true);
  expect(everydayWords(word)).toContain(official);
  for (const code of codes) expect(wordsOfMandated(code).length).toBeGreaterThan(0);
});

test("every line of the everyday dictionary has words, and codes as the decision has them", () => {
  const wrong = everyday.filter(
    ({ words: own, codes }) =>
      own.length === 0 || codes.some((code) => !/^(?:all|mun|rec2025)-\d{2,3}$/.test(code)),
  );
  expect(wrong).toEqual([]);
});
