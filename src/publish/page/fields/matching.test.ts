import { expect, test } from "vitest";
import { allMatching, matching } from "./matching.ts";

const options = [
  { value: "trees-removed", label: "Видалені дерева" },
  { value: "bus-stops", label: "Зупинки громадського транспорту" },
  { value: "budget", label: "Бюджет громади" },
];
const found = (asked: string) => allMatching(options, asked).map(({ value }) => value);

test("something is found by a beginning, by any form of its words and by its address", () => {
  expect(found("дер")).toEqual(["trees-removed"]);
  expect(found("деревами")).toEqual(["trees-removed"]);
  expect(found("транспорт зупинка")).toEqual(["bus-stops"]);
  expect(found("bus")).toEqual(["bus-stops"]);
  expect(found("")).toHaveLength(3);
  expect(found("дерева зупинки")).toEqual([]);
});

test("of many things a dozen is shown", () => {
  const many = Array.from({ length: 30 }, (_, at) => ({
    value: `set-${at}`,
    label: `Набір ${at}`,
  }));
  expect(matching(many, "набори")).toHaveLength(12);
  expect(allMatching(many, "набори")).toHaveLength(30);
});
