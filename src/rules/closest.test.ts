import { expect, test } from "vitest";
import { suggest } from "./closest.ts";

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
