import { expect, test } from "vitest";
import { findingLine } from "../fixtures/finding-line.ts";
import { publishedPortal } from "../fixtures/published-portal.ts";
import { shownPortal } from "../fixtures/shown-portal.ts";
import { inlineRow, xlsx } from "../fixtures/workbook-parts.ts";
import { treeOf } from "../model/tree.ts";
import { readRepository } from "../read/repository.ts";
import { checkRepository } from "./index.ts";

const routes = "data/datasets/routes/datapackage.yaml";
/** A portal with one of everything that is checked: keys that lead to another table, registers, queries, an audit. */
const portal: Record<string, string> = {
  ...publishedPortal,
  ...shownPortal,
  [routes]: `title: Маршрути
description: Маршрути громадського транспорту громади.
purpose: Закон України «Про автомобільний транспорт»; для планування поїздок.
publisher: housing
contact: { email: data@example.gov.ua }
keywords: [маршрути]
themes: [TRAN]
frequency: monthly
licenses: [{ name: CC-BY-4.0 }]
spatial: [UA35040210000014072]
resources:
  - name: routes
    title: Маршрути
    path: routes.csv
    schema:
      primaryKey: [kind, number]
      fields:
        - { name: kind, type: string, title: Вид }
        - { name: number, type: integer, title: Номер, constraints: { minimum: 1 } }
  - name: stops
    title: Зупинки маршрутів
    path: stops.csv
    schema:
      primaryKey: [id]
      foreignKeys:
        - { fields: [kind, number], reference: { resource: routes, fields: [kind, number] } }
        - { fields: next, reference: { resource: "", fields: id } }
      fields:
        - { name: id, type: string, title: Номер, constraints: { unique: true, pattern: "[0-9]{2}" } }
        - { name: kind, type: string, title: Вид }
        - { name: number, type: integer, title: Маршрут }
        - { name: next, type: string, title: Наступна }
`,
  "data/datasets/routes/routes.csv": "kind,number\nавтобус,1\nтролейбус,1\nавтобус,2\n",
  "data/datasets/routes/stops.csv":
    "id,kind,number,next\n01,автобус,1,02\n02,автобус,1,\n03,тролейбус,1,01\n",
  "data/registers/acts/order.yaml":
    "title: Розпорядження про відкриті дані\nkind: order\nissuer: Міський голова\nstatus: in-force\nnumber: 140-р\ndate: 2024-05-01\npath: https://example.gov.ua/order\n",
  "data/registers/requests/mail-1.yaml":
    "title: Розклад тролейбусів\nkind: data\ndate: 2026-01-10\nanswered: 2026-01-12\nclosed: 2026-01-15\nchannel: mail\ndatasets: [stops]\n",
  "data/registers/measures/sensors.yaml": "title: Датчики повітря\nyear: 2026\nact: order\n",
  "data/registers/products/map.yaml":
    "title: Мапа зупинок\nauthor: Громадська організація\npath: https://map.example.org/\ndatasets: [stops]\n",
  "data/audits/2026/council.csv": "uid,title\n1,Архів\n",
  "content/dashboards/stops.mdx": `---
title: Зупинки
date: 2026-01-01
description: Скільки їх.
---
<Chart dataset="trees" resource="trees" title="Дерева" kind="bar" x="kind" y="quantity" />
<Figure dataset="routes" resource="stops" of="rows" label="зупинок" />
<Figure dataset="stops" of="sum" column="platforms" label="платформ" />
`,
};

/** What hands write for a value: a number, nothing, a list, another word, a mapping. */
const others = ["17", '""', "Інше", "{ a: b }"];
/** Lines of a file that are broken: the rest of a long one is like them. */
const most = 60;

/** A file broken one line at a time, as hands break it; undefined where it is missing. */
function broken(file: string, text: string): [what: string, text: string | undefined][] {
  const lines = text.split("\n");
  const changed = (at: number, ...line: string[]) => lines.toSpliced(at, 1, ...line).join("\n");
  return [
    ["missing", undefined],
    ["empty", ""],
    ...lines.slice(0, file.endsWith(".csv") ? 4 : most).flatMap((line, at): [string, string][] => {
      const told = (what: string, ...by: string[]): [string, string] => [
        `${at + 1} ${what}`,
        changed(at, ...by),
      ];
      if (line === "") return [];
      const left = [told("left out"), told("twice", line, line)];
      if (file.endsWith(".csv"))
        return [
          ...left,
          told("without its first cell", line.slice(line.indexOf(","))),
          told("without its last cell", line.slice(0, line.lastIndexOf(",") + 1)),
          told("with a cell more", `${line},зайве`),
          told("in semicolons", line.replaceAll(",", ";")),
        ];
      const key = /^\s*(?:- )?[\w"]+: /.exec(line)?.[0];
      if (key !== undefined)
        return [...left, ...others.map((other) => told(`→ ${other}`, `${key}${other}`))];
      return line.startsWith("<")
        ? [
            ...left,
            ...[...line.matchAll(/\s(\w+)="[^"]*"/g)].flatMap(([whole, name]) => [
              told(`without ${name}`, line.replace(whole, "")),
              told(`${name} → інше`, line.replace(whole, ` ${name}="інше"`)),
            ]),
          ]
        : left;
    }),
  ];
}

const found = (files: Record<string, string | Uint8Array>): string[] =>
  checkRepository(readRepository(treeOf(files))).map(findingLine);

test("the portal has nothing to find", () => expect(found(portal)).toEqual([]));

/** One file of each kind. */
const ofKinds = Object.keys(portal).filter(
  (file) => !/^data\/datasets\/(?:stops|trees|gone)\/|council\.yaml$/.test(file),
);
test.each(ofKinds)("%s broken line by line: what is found was approved", (file) => {
  const { [file]: text = "", ...rest } = portal;
  const lines = broken(file, text).flatMap(([what, changed]) => [
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
