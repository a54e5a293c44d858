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
const twoTables = (lines: string): Record<string, string> => ({
  "data/datasets/stops/datapackage.yaml": `${examplePortal["data/datasets/stops/datapackage.yaml"]}  - name: lines
    title: Лінії
    path: lines.csv
    schema: { primaryKey: id, fields: [{ name: id, type: string, title: Номер }] }
`,
  "data/datasets/stops/lines.csv": lines,
});
/** What breaks for readers between two passports: kind and detail. An empty file is one that is not there. */
const breaks = (before: Record<string, string>, after: Record<string, string>) => {
  const read = (files: Record<string, string>) =>
    readRepository(
      treeOf(
        Object.fromEntries(
          Object.entries({ ...examplePortal, ...files }).filter(([, text]) => text !== ""),
        ),
      ),
    );
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
  [
    "limits of moments, compared as moments",
    field('minimum: "2024-01-02T10:00+02:00", maximum: "2024-01-03T10:00Z"', "datetime"),
    field('minimum: "2024-01-02T08:00Z", maximum: "2024-01-03T11:00+02:00"', "datetime"),
    ["limit-tightened maximum 2024-01-03T11:00+02:00"],
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
  [
    "a column in the middle goes: that those behind it moved is not told as well",
    {},
    {
      ...stopsWith(`        - ${name}\n`, ""),
      "data/datasets/stops/stops.csv": "id,platforms\n1,2\n2,1\n",
    },
    ["column-removed stops"],
  ],
  [
    "a file gets another header than its structure promises: the rules tell of it",
    {},
    { "data/datasets/stops/stops.csv": "id,title,platforms\n1,Вокзал,2\n2,Центр,1\n" },
    [],
  ],
  [
    "a column renamed and described anew",
    {},
    {
      ...stopsWith(
        name,
        "{ name: title, type: string, title: Назва, constraints: { minLength: 2 } }",
      ),
      "data/datasets/stops/stops.csv": "id,title,platforms\n1,Вокзал,2\n2,Центр,1\n",
    },
    ["column-renamed name → title", "limit-tightened minLength 2"],
  ],
  [
    "an upper limit that came, and one that stayed",
    field("maxLength: 99"),
    field("maxLength: 99, minLength: 1"),
    ["limit-tightened minLength 1"],
  ],
  ["an upper limit where none was", {}, field("maxLength: 99"), ["limit-tightened maxLength 99"]],
  [
    "limits of dates that became later and earlier",
    field('maximum: "2024-01-10"', "date"),
    field('maximum: "2024-01-02"', "date"),
    ["limit-tightened maximum 2024-01-02"],
  ],
  [
    "limits that stayed",
    field('minimum: "2024-01-10"', "date"),
    field('minimum: "2024-01-10"', "date"),
    [],
  ],
  [
    "numbers' limits that stayed",
    field("minimum: 5", "integer"),
    field("minimum: 5", "integer"),
    [],
  ],
  ["a whole number becomes a text", field("", "integer"), {}, ["type-changed integer → string"]],
  [
    "a date becomes a number",
    field("", "date"),
    field("", "number"),
    ["type-changed date → number"],
  ],
  [
    "a way of writing that stayed",
    field("", "string", ", format: email"),
    field("minLength: 3", "string", ", format: email"),
    ["limit-tightened minLength 3"],
  ],
  ["a way of writing that went", field("", "string", ", format: email"), {}, []],
  [
    "the same signs of a missing value in yet another order",
    stopsWith("      primaryKey: id\n", '      primaryKey: id\n      missingValues: ["", "-"]\n'),
    stopsWith("      primaryKey: id\n", '      primaryKey: id\n      missingValues: ["-", ""]\n'),
    [],
  ],
  [
    "two licences in another order",
    stopsWith(
      "licenses: [{ name: CC-BY-4.0 }]",
      "licenses: [{ name: CC0-1.0 }, { name: CC-BY-4.0 }]",
    ),
    stopsWith(
      "licenses: [{ name: CC-BY-4.0 }]",
      "licenses: [{ name: CC-BY-4.0 }, { name: CC0-1.0 }]",
    ),
    [],
  ],
  [
    "a licence that is gone: the rules tell of it",
    {},
    stopsWith("licenses: [{ name: CC-BY-4.0 }]", "licenses: []"),
    [],
  ],
  [
    "a page where the file is told of comes beside the file",
    {},
    stopsWith("    path: stops.csv\n", "    path: stops.csv\n    page: https://example.gov.ua/\n"),
    [],
  ],
  [
    "an identifier of its own that stays while the folder moves",
    stopsWith("frequency: yearly", "frequency: yearly\nidentifier: kr-stops"),
    {
      "data/datasets/stops/datapackage.yaml": "",
      "data/datasets/stops/stops.csv": "",
      "data/datasets/halts/datapackage.yaml": `${Object.values(stopsWith("frequency: yearly", "frequency: yearly\nidentifier: kr-stops\naliases: [stops]"))}`,
      "data/datasets/halts/stops.csv": `${examplePortal["data/datasets/stops/stops.csv"]}`,
    },
    [
      "iri-changed https://data.example.gov.ua/dataset/stops → https://data.example.gov.ua/dataset/halts",
    ],
  ],
  [
    "a set that says what it was called first, in another folder",
    stopsWith("frequency: yearly", "frequency: yearly"),
    {
      "data/datasets/stops/datapackage.yaml": "",
      "data/datasets/stops/stops.csv": "",
      "data/datasets/halts/datapackage.yaml": `${Object.values(stopsWith("frequency: yearly", "frequency: yearly\naliases: [stops]\nrenamedFrom: stops"))}`,
      "data/datasets/halts/stops.csv": `${examplePortal["data/datasets/stops/stops.csv"]}`,
    },
    [],
  ],
  [
    "the second of two tables loses its rows",
    twoTables("id\n1\n2\n3\n4\n5\n"),
    twoTables("id\n1\n2\n3\n"),
    ["rows-lost 2 з 5"],
  ],
])("%s", (_, before, after, told) => expect(breaks(before, after)).toEqual(told));
