import { expect, test } from "vitest";
import { largestFile, type TreeFile, treeOf } from "../../model/tree.ts";
import { readRepository } from "../../read/repository.ts";
import { changed, people, routes, withPeople } from "../../test/fixtures/changed-full-portal.ts";
import { findingLine } from "../../test/fixtures/finding-line.ts";
import { found } from "../../test/fixtures/found.ts";
import { fullPortal as portal } from "../../test/fixtures/full-portal.ts";
import { inlineRow, xlsx } from "../../test/fixtures/workbook-parts.ts";
import { checkRepository } from "../index.ts";

/** Its second sheet names a text by its number, and there are none. */
const halfRead = xlsx({
  sheets: [
    { name: "Парки", rows: inlineRow(1, "id", "Назва") + inlineRow(2, "1", "Парк") },
    { name: "Люди", rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' },
  ],
});

const ofEachKind = Object.fromEntries(
  ["xlsx", "xlsm", "XLSB", "xls", "ods", "xlsx.csv"].map((ending) => [
    `data/datasets/routes/stops.${ending}`,
    withPeople,
  ]),
);

const ofGrounds = {
  ...changed([
    routes,
    "resources:\n",
    "resources:\n  - { name: people, title: Люди, path: people.csv, schema: { fields: [{ name: pib, title: ПІБ, personal: Згода }, { name: n, title: Номер }] } }\n",
  ]),
  "data/datasets/routes/people.csv": `pib,n\n${people.map((one, at) => `${one},${at}\n`).join("")}`,
  "data/datasets/routes/people.xlsx": withPeople,
  "data/datasets/trees/people.xlsx": withPeople,
};

test.each<[what: string, files: Record<string, string | Uint8Array>]>([
  ["a book of people", { "data/datasets/stops/people.xlsx": withPeople }],
  ["a book of which one sheet of two cannot be read", { "data/datasets/stops/a.xlsx": halfRead }],
  ["a book that is a CSV", { "data/datasets/stops/stops.xlsx": "id,name\n1,а\n" }],
  ["a book named as the table", { "data/datasets/stops/stops.XLS": withPeople }],
  ["a book where no table is", { "data/datasets/gone/Перелік дерев.ods": withPeople }],
  ["a book named with no letter", { "data/datasets/gone/№.xlsx": withPeople }],
  ["a book of each kind, named as one of two tables", ofEachKind],
  ["a book of people whose names may be published in one set of two", ofGrounds],
  [
    "JSON of people, named in capitals",
    { "data/datasets/stops/A.JSON": `["${people.join('","')} Іванівна"]` },
  ],
  ["JSON of people", { "data/datasets/stops/a.json": `["${people.join('","')} Іванівна"]` }],
  ["JSON with a mark at its beginning", { "data/datasets/stops/a.json": "\ufeff[]" }],
  ["JSON with a mark at its end", { "data/datasets/stops/a.json": "[]\ufeff" }],
  [
    "JSON in another encoding",
    { "data/datasets/stops/a.json": new Uint8Array([0x5b, 0xcf, 0x5d]) },
  ],
  ["JSON cut amid a letter", { "data/datasets/stops/a.json": new Uint8Array([0x5b, 0x22, 0xd0]) }],
  ["JSON outside of sets", { "data/a.json": "[" }],
  ["a map not named as one", { "data/datasets/stops/a.json": '{"type":"FeatureCollection"}' }],
  ["JSON of a copied map's name", { "data/datasets/stops/a.geojson.json": '["перелік"]' }],
  ["JSON of nothing", { "data/datasets/stops/a.json": "null" }],
  ["a file of another's named .json.csv", { "data/datasets/stops/a.json.csv": "a,b\n1,2\n" }],
  ...[
    "[1 2]",
    "// перелік\n{}",
    "{'a':1}",
    "[01]",
    '["а\tб"]',
    '["\\x"]',
    "[1] [2]",
    "[".repeat(2000),
    "[1,,2]",
    "[NaN]",
    "{a:1}",
    '{"a":1,"a":2}',
    "[1,]",
    '["а',
    "[tru]",
    "  ",
    '{"a" 1}',
    "[+1]",
    "[1.]",
    "[1e]",
  ].map((text): [string, Record<string, string>] => [
    `JSON ${JSON.stringify(text.slice(0, 20))}`,
    { "data/datasets/stops/a.json": text },
  ]),
])("%s", (_, files) => {
  expect(found({ ...portal, ...files }).join("\n")).toMatchSnapshot();
});

test("what is no plain file and what is too large is told of and not opened", () => {
  const entry = (kind: TreeFile["kind"], size: number, executable = false): TreeFile => ({
    kind,
    size,
    executable,
    bytes: () => {
      throw new Error("It is opened.");
    },
  });
  const tree = new Map([
    ...treeOf(portal),
    ["data/datasets/stops/edge.zip", entry("file", largestFile)],
    ["data/datasets/stops/large.json", entry("file", largestFile + 1)],
    ["data/datasets/stops/large.xlsx", entry("file", largestFile + 1)],
    ["data/datasets/stops/link.json", entry("symlink", 10)],
    ["data/datasets/stops/link.xlsx", entry("symlink", 10)],
    ["data/datasets/stops/module", entry("submodule", 0)],
    ["data/datasets/stops/pipe", entry("special", 0)],
    ["data/datasets/stops/program.zip", entry("file", 10, true)],
  ]);
  const told = checkRepository(readRepository(tree)).map(findingLine);
  expect(told.filter((line) => !line.includes(" file-referenced ")).join("\n")).toMatchSnapshot();
});
