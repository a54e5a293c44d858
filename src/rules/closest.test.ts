import { expect, test } from "vitest";
import { closest, suggest } from "./closest.ts";

const units = [
  "city-council",
  "finance-department",
  ...Array.from({ length: 30 }, (_, i) => `unit-${i + 10}`),
];

test.each<[what: string, word: string, from: readonly string[], said: string]>([
  ["a slip", "city-counsil", units, "Можливо, ви мали на увазі «city-council»."],
  [
    "a word of a long name among many names",
    "our-department",
    units,
    "Найближчі з можливих (усього — 32): finance-department, unit-10, unit-11, unit-12, unit-13.",
  ],
  ["nothing near among few", "x", ["daily", "weekly"], "Можливі значення: daily, weekly."],
  ["nothing to choose from", "x", [], "Приберіть цей рядок."],
  ["half a million letters", "x".repeat(500_000), ["daily"], "Можливі значення: daily."],
])("%s", (_, word, from, said) => {
  expect(suggest(word, from)).toBe(said);
});

test.each<[what: string, word: string, from: readonly string[], found: string | undefined]>([
  ["the nearer of two", "stops", ["stop", "stoops-a", "stopz-b"], "stop"],
  ["the nearer, though it stands last", "weekly", ["weekxx", "weekly-", "weakly"], "weakly"],
  ["of two as near the first by the alphabet", "bat", ["cat", "bar"], "bar"],
  ["of two as near, standing the other way round", "bat", ["bar", "cat"], "bar"],
  ["whatever the letters' size", "DAILY", ["Daily"], "Daily"],
  ["one letter of a short word", "ab", ["a"], "a"],
  ["a third of the letters", "abcxyz", ["abcdxy"], "abcdxy"],
  ["more than a third", "abcxyz", ["abcdef"], undefined],
  ["a word as long as a name may be", "a".repeat(200), ["a".repeat(199)], "a".repeat(199)],
  ["a candidate as long as a name may be", "a".repeat(199), ["a".repeat(200)], "a".repeat(200)],
  ["a word that is longer", "a".repeat(201), ["a".repeat(200)], undefined],
  ["a candidate that is longer", "a".repeat(200), ["a".repeat(201)], undefined],
])("the closest: %s", (_, word, from, found) => {
  expect(closest(word, from)).toBe(found);
});

test("of a list that is read through all is named, of a longer one the nearest: by words, then by letters", () => {
  const names = (count: number) => Array.from({ length: count }, (_, at) => `unit-${at + 10}`);
  expect(suggest("zzzzzzzz", names(20))).toMatch(/^Можливі значення: unit-10, .*unit-29\.$/);
  expect(suggest("zzzzzzzz", names(21))).toMatch(/^Найближчі з можливих \(усього — 21\): /);
  expect(suggest("x".repeat(200), names(21))).toMatch(/^Найближчі з можливих /);
  expect(suggest("x".repeat(201), names(21))).toMatch(/^Можливі значення: /);
  expect(suggest("roads-and-parks", [...names(20), "parks-and-zoo", "parks-zzzzzzzzzz"])).toBe(
    "Найближчі з можливих (усього — 22): parks-and-zoo, parks-zzzzzzzzzz, unit-10, unit-11, unit-12.",
  );
});
