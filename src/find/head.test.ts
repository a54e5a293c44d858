import { expect, test } from "vitest";
import { headOf, postingsOf } from "./head.ts";
import type { SearchRecord } from "./records.ts";

const record = (title: string, words: string[]): SearchRecord => ({
  path: `/dataset/${title}/`,
  kind: "dataset",
  title: { uk: title },
  description: { uk: "" },
  words,
});

test("any word may be a key, also one that objects have by themselves", () => {
  const head = headOf([
    record("a", ["дерева", "constructor"]),
    record("b", ["constructor", "valueof", "__proto__"]),
  ]);
  const places = [...postingsOf(JSON.parse(JSON.stringify(head)))].map(([key, found]) => [
    key,
    found[0],
    found[2],
  ]);
  expect(places).toEqual([
    ["дерев", 0, undefined],
    ["constructor", 0, 1],
    ["valueof", 1, undefined],
    ["__proto__", 1, undefined],
  ]);
});

test("keys of the same records stand together, so that the file is small", () => {
  const { keys } = headOf([record("a", ["школами"]), record("b", ["вода"])]);
  expect(Object.keys(keys)).toEqual(["школ школам", "вод"]);
});
