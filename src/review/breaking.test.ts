import { expect, test } from "vitest";
import { treeOf } from "../model/tree.ts";
import { readRepository } from "../read/repository.ts";
import { examplePortal, stopsWith } from "../rules/example-portal.ts";
import { compareDatasets } from "./datasets.ts";

const name = "{ name: name, type: string, title: Назва }";
const field = (constraints: string, type = "string", more = "") =>
  stopsWith(
    name,
    `{ name: name, type: ${type}, title: Назва${more}, constraints: { ${constraints} } }`,
  );
/** What breaks for readers between two passports: kind and detail. */
const breaks = (before: Record<string, string>, after: Record<string, string>) => {
  const read = (files: Record<string, string>) =>
    readRepository(treeOf({ ...examplePortal, ...files }));
  return compareDatasets(read(before), read(after)).flatMap(({ breaking }) =>
    breaking.map(({ kind, detail }) => `${kind} ${detail}`.trim()),
  );
};

test.each<
  [situation: string, before: Record<string, string>, after: Record<string, string>, told: string[]]
>([
  [
    "a lower limit raised",
    field("minLength: 1"),
    field("minLength: 2"),
    ["limit-tightened minLength 2"],
  ],
  ["a lower limit lowered", field("minLength: 2"), field("minLength: 1"), []],
  ["a lower limit that came", {}, field("minLength: 1"), ["limit-tightened minLength 1"]],
  ["a lower limit that went", field("minLength: 1"), {}, []],
  [
    "an upper limit lowered",
    field("maxLength: 99"),
    field("maxLength: 98"),
    ["limit-tightened maxLength 98"],
  ],
  ["an upper limit raised", field("maxLength: 98"), field("maxLength: 99"), []],
  [
    "limits of numbers, compared as numbers",
    field("minimum: 9, maximum: 100", "integer"),
    field("minimum: 10, maximum: 99", "integer"),
    ["limit-tightened minimum 10", "limit-tightened maximum 99"],
  ],
  [
    "limits of numbers widened",
    field("minimum: 10, maximum: 99", "integer"),
    field("minimum: 9, maximum: 100", "integer"),
    [],
  ],
  [
    "limits of dates, compared as dates",
    field('minimum: "2024-01-02"', "date"),
    field('minimum: "2024-01-10"', "date"),
    ["limit-tightened minimum 2024-01-10"],
  ],
  ["a pattern that came", {}, field("pattern: а+"), ["limit-tightened pattern"]],
  ["a pattern that stayed", field("pattern: а+"), field("pattern: а+"), []],
  ["a pattern that went", field("pattern: а+"), {}, []],
  ["values that must differ now", {}, field("unique: true"), ["limit-tightened unique"]],
  ["values that may repeat now", field("unique: true"), {}, []],
  ["a value that must be there now", {}, field("required: true"), ["required-added"]],
  ["a value that may be missing now", field("required: true"), {}, []],
  ["a list that came", {}, field("enum: [а, б]"), ["limit-tightened enum"]],
  ["a list that lost a value", field("enum: [а, б]"), field("enum: [а]"), ["values-removed б"]],
  ["a list that gained a value", field("enum: [а]"), field("enum: [а, б]"), []],
  ["a list that went", field("enum: [а]"), {}, []],
  ["another type", {}, field("", "date"), ["type-changed string → date"]],
  ["whole numbers that may have fractions now", field("", "integer"), field("", "number"), []],
  [
    "numbers that must be whole now",
    field("", "number"),
    field("", "integer"),
    ["type-changed number → integer"],
  ],
  [
    "a way of writing that came",
    {},
    field("", "string", ", format: email"),
    ["limit-tightened format email"],
  ],
  ["a way of writing that is no way", {}, field("", "string", ", format: default"), []],
  [
    "another key",
    {},
    stopsWith("primaryKey: id", "primaryKey: [id, name]"),
    ["key-changed id → id, name"],
  ],
  ["a key that went", {}, stopsWith("      primaryKey: id\n", ""), ["key-changed id → немає"]],
  [
    "another sign of a missing value",
    {},
    stopsWith("      primaryKey: id\n", '      primaryKey: id\n      missingValues: ["", "-"]\n'),
    ["missing-values-changed"],
  ],
  [
    "the same signs in another order",
    stopsWith("      primaryKey: id\n", '      primaryKey: id\n      missingValues: ["-", ""]\n'),
    stopsWith("      primaryKey: id\n", '      primaryKey: id\n      missingValues: ["", "-"]\n'),
    [],
  ],
])("%s", (_, before, after, told) => expect(breaks(before, after)).toEqual(told));
