import { expect, test } from "vitest";
import { findingLine } from "../fixtures/finding-line.ts";
import { brokenLines, fullPortal as portal } from "../fixtures/full-portal.ts";
import { committed } from "../fixtures/generated-portal.ts";
import { inlineRow, xlsx } from "../fixtures/workbook-parts.ts";
import type { History } from "../model/repository.ts";
import { treeOf } from "../model/tree.ts";
import { readRepository } from "../read/repository.ts";
import { checkRepository } from "./index.ts";

const found = (files: Record<string, string | Uint8Array>): string[] =>
  checkRepository(readRepository(treeOf(files))).map(findingLine);

test("the portal has nothing to find", () => expect(found(portal)).toEqual([]));

/** One file of each kind. */
const ofKinds = Object.keys(portal).filter(
  (file) => !/^data\/datasets\/(?:stops|trees|gone)\/|council\.yaml$/.test(file),
);
test.each(ofKinds)("%s broken line by line: what is found was approved", (file) => {
  const { [file]: text = "", ...rest } = portal;
  const lines = brokenLines(file, text).flatMap(([what, changed]) => [
    `## ${what}`,
    ...found(changed === undefined ? rest : { ...rest, [file]: changed }),
  ]);
  expect(lines.join("\n")).toMatchSnapshot();
});

/** Names that hands and programs give a file, of its own. */
const renamed: Record<string, (path: string) => string> = {
  "a copy of a browser's": (path) => path.replace(/(\.\w+)$/, " (1)$1"),
  "a copy of Windows": (path) => path.replace(/(\.\w+)$/, " - копія$1"),
  "in capitals": (path) => path.replace(/[^/]+$/, (name) => name.toUpperCase()),
  "in Cyrillic": (path) => path.replace(/[^/]+(\.\w+)$/, "Перелік зупинок$1"),
  "with another ending": (path) => path.replace(/\.\w+$/, ".txt"),
  "with two endings": (path) => `${path}.txt`,
  "with no ending": (path) => path.replace(/\.\w+$/, ""),
  "with a blank at its end": (path) => `${path} `,
  "as a device of Windows": (path) => path.replace(/[^/]+(\.\w+)$/, "con$1"),
  "in a folder more": (path) => path.replace(/([^/]+)$/, "нова/$1"),
  "a folder up": (path) => path.replace(/[^/]+\/([^/]+)$/, "$1"),
  "in the root": (path) => path.replace(/^.*\//, ""),
};
test.each(Object.entries(renamed))("each file named otherwise: %s", (_, name) => {
  const lines = ofKinds.flatMap((file) => {
    const { [file]: text = "", ...rest } = portal;
    return [`## ${file}`, ...found({ ...rest, [name(file)]: text })];
  });
  expect(lines.join("\n")).toMatchSnapshot();
});

const trees = "data/datasets/trees/datapackage.yaml";
const people = ["Вербовий Остап", "Ставчук Уляна", "Левадна Ніна"];
const withPeople = xlsx({
  sheets: [
    {
      name: "Люди",
      rows: [["ПІБ", "n"], ...people.map((one, at) => [one, `${at}`])]
        .map((line, at) => inlineRow(at + 1, ...line))
        .join(""),
    },
  ],
});
const ofEachKind = Object.fromEntries(
  ["xlsx", "xlsm", "XLSB", "xls", "ods", "xlsx.csv"].map((ending) => [
    `data/datasets/routes/stops.${ending}`,
    withPeople,
  ]),
);
test.each<[what: string, files: Record<string, string | Uint8Array>]>([
  ["a book of people", { "data/datasets/stops/people.xlsx": withPeople }],
  ["a book that is a CSV", { "data/datasets/stops/stops.xlsx": "id,name\n1,а\n" }],
  ["a book of each kind, named as one of two tables", ofEachKind],
  ["a book named as the table", { "data/datasets/stops/stops.XLS": withPeople }],
  ["a book where no table is", { "data/datasets/gone/gone.ods": withPeople }],
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
  ["JSON outside of sets", { "data/a.json": "[" }],
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
  ...[
    "count: true",
    "count: false",
    "y: [kind]",
    "y: [quantity, kind, day]",
    "x: month",
    "kind: pie",
    "resource: other",
  ].map((line): [string, Record<string, string>] => [
    `a chart with ${line}`,
    {
      [trees]: `${portal[trees]}`.replace(
        new RegExp(`    ${line.split(":")[0] ?? ""}: .*\n|(?=    unit: )`),
        `    ${line}\n`,
      ),
    },
  ]),
  ...[
    '<Chart id="trees/kinds" />',
    '<Chart dataset="trees" name="kinds" />',
    '<Chart dataset="trees" name="other" />',
    '<Chart dataset="trees" />',
    '<DatasetCard id="trees" />',
    '<DatasetCard id="other" />',
    '<DatasetCard id="trees" name="a" />',
    "<DatasetCard />",
    "<Quality />",
    '<Quality of="all" />',
    "<Other />",
    "import a from './a.js'",
    "{1 + 1}",
    "прихований\u200bзнак",
    "\ufeffзнак на початку рядка",
    '<Figure dataset="trees" of="sum" column="quantity" label="дерев" />',
    '<Figure dataset="trees" resource="other" of="rows" label="дерев" />',
    '<Figure dataset="gone" of="rows" label="дерев" />',
    '<Figure dataset="other" of="rows" label="дерев" />',
    '<Figure dataset="trees" of="sum" column="other" label="дерев" where="kind=липа" />',
    '<Figure dataset="trees" of="rows" label="дерев" where="other=липа" />',
    '<Chart dataset="trees" title="Дерева" kind="bar" x="other" y="quantity,kind" />',
  ].map((line): [string, Record<string, string>] => [
    `news with ${JSON.stringify(line)}`,
    {
      "content/news/a.mdx": `---\ntitle: Новина\ndate: 2026-01-01\ndescription: Опис\n---\n${line}\n`,
    },
  ]),
  ...[
    "/datasets.csv",
    "/other.csv",
    "c:/a.csv",
    "\\\\server\\a.csv",
    "a%2e.csv",
    "../a.csv",
    "a/b.csv",
    "A.csv",
    "-a.csv",
    "a b.csv",
    "a.csv-metadata.json",
    "passport.csv",
    "https://example.org/a.csv",
    "HTTP://example.org/a.csv",
    "ftp://example.org/a.csv",
    "xhttps://example.org/a.csv",
  ].map((path): [string, Record<string, string>] => [
    `a resource at ${path}`,
    {
      "data/datasets/routes/datapackage.yaml":
        `${portal["data/datasets/routes/datapackage.yaml"]}`.replace(
          "path: routes.csv",
          `path: ${JSON.stringify(path)}`,
        ),
    },
  ]),
  ["a table without rows", { "data/datasets/routes/routes.csv": "kind,number\n" }],
  [
    "a table whose column is empty",
    { "data/datasets/routes/stops.csv": "id,kind,number,next\n01,,1,\n02,,1,\n" },
  ],
  [
    "a person in a column's name",
    { "data/datasets/routes/routes.csv": "Вербовий Остап Ілліч,number\nавтобус,1\n" },
  ],
  [
    "a person above the names",
    { "data/datasets/routes/routes.csv": "Вербовий Остап Ілліч,\nkind,number\nавтобус,1\n" },
  ],
  [
    "names nobody may give",
    Object.fromEntries(
      [
        "content/news/Новина.. ",
        `data/datasets/stops/${"Б".repeat(100)}.csv`,
        `data/datasets/stops/${"a".repeat(116)}.csv`,
        `data/datasets/stops/${"a".repeat(117)}.csv`,
        "data/datasets/stops/Їжаки".normalize("NFD"),
        "data/registers/events/Рада/a.yaml",
        "data/registers/events/Сесія/a.yaml",
        "data/registers/events/Сесія/b.yaml",
      ].map((file) => [file, "a\n"]),
    ),
  ],
])("%s", (_, files) => {
  expect(found({ ...portal, ...files }).join("\n")).toMatchSnapshot();
});

test("what to do with people in a file depends on whether it was sent", () => {
  const file = "data/datasets/routes/routes.csv";
  const files: Record<string, string> = {
    ...portal,
    [file]: "kind,number\nВербовий Остап Ілліч,1\n",
  };
  const hints = (history?: History, portalFile = true) => {
    const { "data/portal.yaml": settings = "", ...rest } = files;
    const repository = readRepository(
      treeOf(portalFile ? { ...rest, "data/portal.yaml": settings } : rest),
      history,
    );
    return checkRepository(repository)
      .filter(({ rule }) => rule === "personal-data")
      .map(findingLine);
  };
  expect(hints()).toMatchSnapshot();
  expect(hints(committed(files))).toMatchSnapshot();
  expect(hints(committed({}))).toMatchSnapshot();
  expect(hints(committed(files), false)).toMatchSnapshot();
});
