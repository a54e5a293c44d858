import { expect, test } from "vitest";
import type { History } from "../model/repository.ts";
import { largestFile, type TreeFile, treeOf } from "../model/tree.ts";
import { readRepository } from "../read/repository.ts";
import { findingLine } from "../test/fixtures/finding-line.ts";
import { found } from "../test/fixtures/found.ts";
import { fullPortal as portal } from "../test/fixtures/full-portal.ts";
import { committed } from "../test/fixtures/generated-portal.ts";
import { inlineRow, xlsx } from "../test/fixtures/workbook-parts.ts";
import { examplePortal } from "./example-portal.ts";
import { checkRepository } from "./index.ts";

test("the portal has nothing to find", () => expect(found(portal)).toEqual([]));

const trees = "data/datasets/trees/datapackage.yaml";
const routes = "data/datasets/routes/datapackage.yaml";
const elder = "data/datasets/trees-2025/datapackage.yaml";
const gone = "data/datasets/gone/datapackage.yaml";
/** Files of the portal with a text of each replaced. */
const changed = (...changes: [file: string, from: string, to: string][]) => {
  const files: Record<string, string> = {};
  for (const [file, from, to] of changes) {
    const text = files[file] ?? portal[file] ?? "";
    if (!text.includes(from)) throw new Error(`${file} has no «${from}».`);
    files[file] = text.replace(from, to);
  }
  return files;
};
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
/** Its second sheet names a text by its number, and there are none. */
const halfRead = xlsx({
  sheets: [
    { name: "Парки", rows: inlineRow(1, "id", "Назва") + inlineRow(2, "1", "Парк") },
    { name: "Люди", rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' },
  ],
});
const folder = "data/datasets/routes";
const housing = "data/publishers/housing.yaml";
const withLine = (file: string, line: string) =>
  changed([file, "resources:\n", `${line}\nresources:\n`]);
/** One entry of each register that names another. */
const registers = (
  to: Record<"replacedBy" | "poll" | "material" | "email" | "end" | "until", string>,
) => ({
  "data/registers/acts/elder.yaml": `title: Програма\nkind: programme\nissuer: Міська рада\nstatus: repealed\nnumber: "1"\ndate: 2020-01-01\nreplacedBy: ${to.replacedBy}\npoll: ${to.poll}\n`,
  "data/registers/materials/guide.yaml":
    "title: Порадник\nkind: original\nauthor: Міністерство\npath: https://example.gov.ua/guide\n",
  "data/registers/orders/council.yaml": `publisher: council\nnumber: "5"\ndate: 2026-01-05\nuntil: ${to.until}\nunit: Відділ даних\nemail: ${to.email}\njobDescription: true\n`,
  "data/registers/polls/wishes.yaml": `title: Яких даних бракує\nstart: 2026-02-01\nend: ${to.end}\n`,
  "data/registers/trainings/course.yaml": `title: Курс\ndate: 2026-03-01\nkind: training\npublisher: council\nrole: діловод\nmaterials: [${to.material}]\n`,
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
  ...[
    "count: true",
    "count: false",
    "y: [kind]",
    "y: [quantity, kind, day]",
    "x: month",
    "kind: pie",
    "resource: other",
    "y: [lat]",
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
    '<Figure dataset="trees" of="mean" column="lat" label="широта" />',
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
    "http://example.org/a.csv",
    "routes.2025.csv",
    "routes.yaml",
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
    "two tables whose file is missing, and another that nobody names",
    {
      ...changed([routes, "path: routes.csv", "path: inshe.csv"]),
      [`${folder}/about.csv`]: "a\n1\n",
    },
  ],
  [
    "a table whose file is not named, and another beside it",
    { ...changed([routes, "    path: routes.csv\n", ""]), [`${folder}/about.csv`]: "a\n1\n" },
  ],
  [
    "a file of two endings misspelt",
    {
      ...changed([routes, "path: routes.csv", "path: routes.2025.csv"]),
      [`${folder}/routes-2025.csv`]: "kind,number\nавтобус,1\n",
    },
  ],
  [
    "copies that programs make",
    Object.fromEntries(
      ["routes(12).csv", "routes (3).csv", "routes.a.csv"].map((name) => [
        `${folder}/${name}`,
        "a\n1\n",
      ]),
    ),
  ],
  [
    "names nobody may give",
    Object.fromEntries(
      [
        "content/news/Новина.. ",
        "data/datasets/stops/Звіт.csv. .",
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
  [
    "a portal's folder inside the portal's folder",
    {
      ...withLine(routes, "series: more"),
      "data/data/datasets/routes/datapackage.yml": "title: Копія\n",
      "data/data/datasets/routes/more.csv": "a\n1\n",
      "data/data/series/more.yaml": "title: Копія\n",
    },
  ],
  [
    "names with an ending too many, and with another",
    {
      "content/news/a.md.mdx": `${portal["content/news/trees.mdx"]}`,
      "data/datasets/stops/datapackage.yml": "title: Копія\n",
      "data/publishers/college.yml": "title: Коледж\nkind: institution\n",
      "data/publishers/school.yml.yaml": "title: Школа\nkind: institution\n",
    },
  ],
  ["a card that is an archive", { [housing]: new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]) }],
  [
    "a card that is a pointer of LFS",
    { [housing]: "version https://git-lfs.github.com/spec/v1\n" },
  ],
  ["a card of two megabytes", { [housing]: "#".repeat(2_000_001) }],
  [
    "a chart that counts rows, beside another",
    changed([
      trees,
      "charts:\n",
      "charts:\n  - { name: streets, title: Вулиці, resource: trees, kind: bar, x: street, count: true }\n",
    ]),
  ],
  ["a chart of neither numbers nor rows", changed([trees, "    y: [quantity]\n", ""])],
  [
    "a chart of a map",
    withLine(
      elder,
      "charts: [{ name: a, title: Карта, resource: map, kind: bar, x: id, count: true }]",
    ),
  ],
  [
    "a passport brought from elsewhere, with a gap and a long title",
    {
      [routes]:
        changed(
          [
            routes,
            "title: Маршрути\n",
            `title: ${"а".repeat(255)}\nimportedFrom: https://example.org/routes\n`,
          ],
          [
            routes,
            "description: Маршрути громадського транспорту громади.\n",
            "issued: 2020-01-01\n",
          ],
        )[routes] ?? "",
    },
  ],
  [
    "texts as long as may be, a period of one day",
    changed(
      [
        routes,
        "title: Маршрути\n",
        `title: ${"а".repeat(254)}\ntemporal: { start: 2025-05-01, end: 2025-05-01 }\n`,
      ],
      [routes, "Маршрути громадського транспорту громади.", "о".repeat(4000)],
    ),
  ],
  [
    "a gap beside a fault of the same passport, and the same field's fault in another",
    changed(
      [routes, "frequency: monthly\n", ""],
      [routes, "themes: [TRAN]", "themes: TRAN"],
      [elder, "frequency: yearly", "frequency: [yearly]"],
    ),
  ],
  [
    "a set without files, and a withdrawn one without keywords",
    {
      ...changed([gone, "keywords: [перевірка, дерева]\n", ""]),
      "data/datasets/none/datapackage.yaml": `${portal[gone]}`.replace(
        /status: .*\nwithdrawn: .*\n/,
        "",
      ),
    },
  ],
  [
    "a withdrawn set's successor nobody knows",
    changed([gone, "successor: stops", "successor: other"]),
  ],
  [
    "a third set's name that two sets had before",
    { ...withLine(routes, "aliases: [stops]"), ...withLine(trees, "aliases: [stops]") },
  ],
  [
    "a long list written as one value",
    changed([routes, "[маршрути]", "маршрути і зупинки, ".repeat(5)]),
  ],
  [
    "a reader's request told at length",
    changed(["data/registers/requests/mail-1.yaml", "Розклад тролейбусів", "а".repeat(201)]),
  ],
  [
    "a key with a column that is not there",
    changed([routes, "[kind, number]\n", "[kind, other]\n"]),
  ],
  [
    "a key that is another column than the one of no repeats",
    changed([routes, "primaryKey: [id]", "primaryKey: kind"]),
  ],
  [
    "a key of the column of no repeats and another",
    {
      ...changed([routes, "primaryKey: [id]", "primaryKey: [id, kind]"]),
      [`${folder}/stops.csv`]: "id,kind,number,next\n01,автобус,1,\n01,автобус,2,\n",
    },
  ],
  [
    "cells beyond each limit, and a list of values that begin as formulas",
    changed(
      [routes, "minimum: 1 }", "minimum: 1, maximum: 1 }"],
      [
        routes,
        "title: Вид }",
        'title: Вид, constraints: { minLength: 8, maxLength: 8, enum: [автобус, "=тролейбус", "-тролейбус"] } }',
      ],
    ),
  ],
  [
    "tables nobody described, of which one is none",
    {
      ...changed([
        elder,
        "  - name: elsewhere\n",
        "  - { name: more, title: Ще, path: more.csv }\n  - { name: none, title: Ні, path: none.csv }\n  - name: elsewhere\n",
      ]),
      "data/datasets/trees-2025/more.csv": "kind,height\nлипа,5\nклен,7\n",
      "data/datasets/trees-2025/none.csv": "kind;height\nлипа;5\n",
    },
  ],
  [
    "an official template with its titles",
    {
      ...changed([
        elder,
        "  - name: elsewhere\n",
        "  - { name: trips, title: Рейси, path: trips.csv, structure: 56-trips }\n  - name: elsewhere\n",
      ]),
      "data/datasets/trees-2025/trips.csv":
        "routeuid,serviceUid,uid\nІдентифікатор маршруту,Тижневий графік роботи,Ідентифікатор рейсу\n1,2,3\n4,5,6\n",
    },
  ],
  ...[
    "number,kind,more\n1,автобус,а\n1,тролейбус,б\n2,автобус,в\n",
    "kind,number,a,b,c,d,e\nавтобус,1,1,2,3,4,5\n",
    "kind,number,  \nавтобус,1,\n",
    "kind,number,  ,  \nавтобус,1,а,б\n",
    'kind,nu"mber\n',
  ].map((text): [string, Record<string, string>] => [
    `a table that begins ${JSON.stringify(text.slice(0, 24))}`,
    { [`${folder}/routes.csv`]: text },
  ]),
  [
    "a map of another place that the portal knows",
    {
      ...changed(
        [
          "data/portal.yaml",
          "bbox: [32.12, 48.42, 32.42, 48.58]\n",
          "bbox: [32.12, 48.42, 32.42, 48.58]\n  - { code: UA80000000000093317, title: Інша громада, bbox: [30, 50, 31, 51] }\n",
        ],
        [elder, "spatial: [UA35040210000014072]", "spatial: [UA80000000000093317]"],
      ),
      "data/datasets/trees-2025/map.geojson":
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[30.5,50.5]}}]}\n',
    },
  ],
  [
    "entries of registers that name one another",
    registers({
      replacedBy: "order",
      poll: "wishes",
      material: "guide",
      email: "data@example.gov.ua",
      end: "2026-02-10",
      until: "2026-12-31",
    }),
  ],
  [
    "entries of registers that name what is not there, a mailbox of one's own, days in the wrong order",
    registers({
      replacedBy: "ordr",
      poll: "wish",
      material: "gide",
      email: "rada@ukr.net",
      end: "2026-01-10",
      until: "2025-12-31",
    }),
  ],
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

test("a table is as wide, and a cell as long, as may be", () => {
  const told = (text: string) =>
    found({ ...portal, [`${folder}/routes.csv`]: text }).filter((line) =>
      line.includes(" table-size "),
    );
  const long = "ж".repeat(1_000_000);
  const columns = (count: number) => Array.from({ length: count }, (_, at) => `c${at}`).join(",");
  expect(told(`${columns(1000)}\n${long}\n`)).toEqual([]);
  expect(told(`${columns(1001)}\nа,${long},${long}ж\n`).join("\n")).toMatchSnapshot();
});

test("a portal of one set whose passport cannot be read is not told that it has no sets", () =>
  expect(
    found({ ...examplePortal, "data/datasets/stops/datapackage.yaml": "title: [\n" }),
  ).toMatchSnapshot());

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
