import { afterAll, expect, test, vi } from "vitest";
import { headOf, knownWords } from "../head.ts";
import type { SearchRecord } from "../records.ts";
import { openSearch } from "./search.ts";

const record = (title: string): SearchRecord => ({
  path: `/dataset/${title}/`,
  kind: "dataset",
  title: { uk: title },
  description: { uk: "" },
  words: title.toLowerCase().split(" "),
});
const records = [record("Видалення дерев"), record("Бюджет міста"), record("Виборчі дільниці")];
const files: Readonly<Record<string, unknown>> = {
  "/head.json": headOf(records),
  "/words.json": knownWords(records).join(" "),
};
vi.stubGlobal("fetch", async (address: string) => Response.json(files[address]));
afterAll(() => vi.unstubAllGlobals());
const search = openSearch("/");

test.each([
  ["one word", "вибочрі", ["Виборчі дільниці"], ["виборчі"]],
  ["one of two, and something has both", "видолення дерев", ["Видалення дерев"], ["видалення"]],
  ["one of two, and nothing has both", "бюджжет дерев", ["Видалення дерев"], []],
  ["one beside a word that is nowhere", "бюджжет паркінгу", [], []],
])("a slip is told where all that was asked is answered: %s", async (_, query, titles, taken) => {
  const { results, takenFor } = await search.find(query);
  const hits = await Promise.all(results.map(search.load));
  expect({
    titles: hits.map(({ title }) => title),
    taken: takenFor.map(({ word }) => word),
  }).toEqual({ titles, taken });
});
