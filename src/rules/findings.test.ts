import { expect, test } from "vitest";
import { findingLine } from "../fixtures/finding-line.ts";
import { brokenLines, fullPortal as portal } from "../fixtures/full-portal.ts";
import { inlineRow, xlsx } from "../fixtures/workbook-parts.ts";
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
test.each<[what: string, files: Record<string, string | Uint8Array>]>([
  ["a book of people", { "data/datasets/stops/people.xlsx": withPeople }],
  ["a book that is a CSV", { "data/datasets/stops/stops.xlsx": "id,name\n1,а\n" }],
  ["a book named as the table", { "data/datasets/stops/stops.XLS": withPeople }],
  ["a book where no table is", { "data/datasets/gone/gone.ods": withPeople }],
  ["JSON of people", { "data/datasets/stops/a.json": `["${people.join('","')} Іванівна"]` }],
  ["JSON with a mark at its beginning", { "data/datasets/stops/a.json": "\ufeff[]" }],
  ["JSON with a mark at its end", { "data/datasets/stops/a.json": "[]\ufeff" }],
  [
    "JSON in another encoding",
    { "data/datasets/stops/a.json": new Uint8Array([0x5b, 0xcf, 0x5d]) },
  ],
  ["JSON outside of sets", { "data/a.json": "[" }],
  ["a file of another's named .json.csv", { "data/datasets/stops/a.json.csv": "a,b\n1,2\n" }],
])("%s", (_, files) => {
  expect(found({ ...portal, ...files }).join("\n")).toMatchSnapshot();
});
