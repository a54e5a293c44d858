import { expect, test } from "vitest";
import { headOf } from "./head.ts";
import type { SearchRecord } from "./records.ts";

const record = (title: string, words: string[]): SearchRecord => ({
  path: `/dataset/${title}/`,
  kind: "dataset",
  title: { uk: title },
  description: { uk: "" },
  words,
});

test("any word may be a key, also one that objects have by themselves", () => {
  const { keys } = headOf([
    record("a", ["дерева", "constructor"]),
    record("b", ["constructor", "valueof", "__proto__"]),
  ]);
  const places = Object.entries(keys).map(([key, found]) => [key, found[0], found[2]]);
  expect(places).toEqual([
    ["дерев", 0, undefined],
    ["constructor", 0, 1],
    ["valueof", 1, undefined],
    ["__proto__", 1, undefined],
  ]);
});
