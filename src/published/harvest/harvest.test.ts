import { Parser } from "n3";
import { describe, expect, test } from "vitest";
import { judgeHarvest, type Tombstone } from "./judge.ts";
import { type HarvestedDataset, readHarvest } from "./read.ts";
import { replayHarvest } from "./replay.ts";

const base = "https://data.example.gov.ua/dataset";
const set = (id: string, changes: Partial<HarvestedDataset> = {}): HarvestedDataset => ({
  iri: `${base}/${id}`,
  named: true,
  identifiers: [id],
  title: `Набір ${id}`,
  files: new Map([[`${base}/${id}/table`, `${base}/${id}/table.csv`]]),
  content: id,
  ...changes,
});
const stops = set("stops");
const trees = set("trees");
const stone: Tombstone = { iri: trees.iri, date: "2026-01-01", reason: "Перелік веде область" };

describe("what the gate says", () => {
  const file = (name: string) => `${base}/trees/${name}`;
  const withFiles = (...files: [iri: string, address: string][]) => ({
    ...trees,
    files: new Map(files.map(([iri, address]) => [file(iri), file(address)])),
  });
  const lost = `error harvest-lost: Набору «Набір trees» (${trees.iri}) у новому каталозі немає, і чому — ніде не сказано.`;
  const moved = `error harvest-identity: Набір «Набір trees» змінив IRI: ${trees.iri} → ${base}/green.`;
  const green = { ...trees, iri: `${base}/green` };
  test.each<[situation: string, next: HarvestedDataset[], tombstones: Tombstone[], told: string[]]>(
    [
      ["nothing changed", [stops, trees], [], []],
      ["a dataset is new", [stops, trees, set("routes")], [], []],
      ["a dataset's data changed", [stops, { ...trees, content: "new" }], [], []],
      [
        "the catalogue is empty",
        [],
        [],
        ["error harvest-empty: У новому каталозі немає жодного набору."],
      ],
      ["a dataset is gone", [stops], [], [lost]],
      ["a dataset is gone and buried", [stops], [stone], []],
      ["a dataset has another IRI", [stops, green], [], [moved]],
      ["a dataset has another IRI and the old one is buried", [stops, green], [stone], [moved]],
      [
        "a dataset has another IRI and another identifier, its title and a file are as they were",
        [
          stops,
          {
            ...green,
            identifiers: ["green"],
            files: new Map([...set("green").files, ...trees.files]),
          },
        ],
        [],
        [moved],
      ],
      [
        "a dataset has another IRI, title and file, its identifier is as it was",
        [stops, set("green", { identifiers: ["trees"] })],
        [],
        [moved],
      ],
      [
        "a new dataset has the title of the one that is gone, and other files",
        [stops, { ...set("green"), title: trees.title }],
        [],
        [lost],
      ],
      [
        "a new dataset has the file of the one that is gone, and another title",
        [stops, { ...set("green"), files: trees.files }],
        [],
        [lost],
      ],
      [
        "a known dataset took over the title and the file of the one that is gone",
        [{ ...stops, title: trees.title, files: new Map([...stops.files, ...trees.files]) }],
        [],
        [lost],
      ],
      [
        "every IRI has another domain",
        [stops, trees].map((one) => ({
          ...one,
          iri: one.iri.replace("data.example", "opendata.example"),
        })),
        [],
        [
          `error harvest-identity: Набір «Набір stops» змінив IRI: ${stops.iri} → https://opendata.example.gov.ua/dataset/stops.`,
          `error harvest-identity: Набір «Набір trees» змінив IRI: ${trees.iri} → https://opendata.example.gov.ua/dataset/trees.`,
        ],
      ],
      [
        "a dataset has another identifier",
        [stops, { ...trees, identifiers: ["dereva"] }],
        [],
        ["error harvest-identity: Набір «Набір trees» змінив ідентифікатор: trees → dereva."],
      ],
      [
        "two datasets have one identifier",
        [stops, trees, set("routes", { identifiers: ["stops"] })],
        [],
        [
          `error harvest-identity: Ідентифікатор «stops» мають два набори: ${stops.iri} і ${base}/routes.`,
        ],
      ],
      [
        "a dataset has no identifier",
        [stops, trees, set("routes", { identifiers: [] })],
        [],
        [`error harvest-identity: Набір «${base}/routes» має ідентифікаторів: 0.`],
      ],
      [
        "a dataset has two",
        [stops, trees, set("routes", { identifiers: ["routes", "lines"] })],
        [],
        [`error harvest-identity: Набір «${base}/routes» має ідентифікаторів: 2.`],
      ],
      [
        "a dataset has no title",
        [stops, trees, set("routes", { title: "" })],
        [],
        [`error harvest-title: Набір «${base}/routes» не має назви.`],
      ],
      [
        "a dataset has no IRI",
        [stops, trees, set("routes", { named: false })],
        [],
        ["error harvest-identity: Набір «Набір routes» не має IRI."],
      ],
      [
        "a file has another IRI",
        [stops, withFiles(["dereva", "table.csv"])],
        [],
        [
          `error harvest-file: Файл «${file("table.csv")}» набору «Набір trees» змінив IRI: ${file("table")} → ${file("dereva")}.`,
        ],
      ],
      [
        "a file has another address",
        [stops, withFiles(["table", "dereva.csv"])],
        [],
        [
          `warning harvest-file: У наборі «Набір trees» файл завантажують за новою адресою: ${file("table.csv")} → ${file("dereva.csv")}.`,
        ],
      ],
      [
        "a file is given under a second IRI too",
        [stops, withFiles(["table", "table.csv"], ["dereva", "table.csv"])],
        [],
        [],
      ],
      ["a file came", [stops, withFiles(["table", "table.csv"], ["map", "map.json"])], [], []],
      [
        "a file is gone",
        [stops, withFiles()],
        [],
        [`warning harvest-file: У наборі «Набір trees» більше немає файлу «${file("table.csv")}».`],
      ],
      [
        "a file has another IRI and another address",
        [stops, withFiles(["dereva", "dereva.csv"])],
        [],
        [`warning harvest-file: У наборі «Набір trees» більше немає файлу «${file("table.csv")}».`],
      ],
    ],
  )("%s", (_, next, tombstones, told) => {
    const findings = judgeHarvest([stops, trees], next, tombstones, "catalog.ttl");
    expect(
      findings.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`),
    ).toEqual(told);
    for (const { place, hint } of findings) expect([place.file, hint]).not.toContain("");
  });

  test("of two files one in common is enough to know a dataset again; no identifiers are none in common", () => {
    const two = { ...trees, files: new Map([...trees.files, ["x", "https://a.ua/x.csv"]]) };
    const heir = { ...green, identifiers: ["green"], files: trees.files };
    expect(judgeHarvest([two], [heir], [], "catalog.ttl").map(({ message }) => message)).toEqual([
      `Набір «Набір trees» змінив IRI: ${trees.iri} → ${base}/green.`,
    ]);
    const silent = { ...trees, identifiers: [] };
    expect(
      judgeHarvest([silent], [set("green")], [], "catalog.ttl").map(({ rule }) => rule),
    ).toEqual(["harvest-lost"]);
  });

  test("a dataset that was without an identifier may get one", () =>
    expect(judgeHarvest([{ ...trees, identifiers: [] }], [trees], [], "catalog.ttl")).toEqual([]));
});

test("of several files at other addresses one sentence is said", () => {
  const filesAt = (host: string) => new Map([1, 2, 3].map((at) => [`${at}`, `${host}/${at}.csv`]));
  const before = { ...trees, files: filesAt("https://a.ua") };
  const now = { ...trees, files: filesAt("https://b.ua") };
  expect(judgeHarvest([before], [now], [], "catalog.ttl").map(({ message }) => message)).toEqual([
    "У наборі «Набір trees» файл завантажують за новою адресою: https://a.ua/1.csv → https://b.ua/1.csv (і ще таких файлів — 2).",
  ]);
});

describe("withdrawing many sets at once, each with its reason", () => {
  const told = (all: number, gone: number, confirmed?: number) => {
    const before = Array.from({ length: all }, (_, at) => set(`s${at}`));
    const stones = before.slice(0, gone).map(({ iri }) => ({ ...stone, iri }));
    return judgeHarvest(before, before.slice(gone), stones, "catalog.ttl", confirmed).map(
      ({ severity, rule, message }) => `${severity} ${rule}: ${message}`,
    );
  };
  const many = (severity: string, all: number, gone: number) => [
    `${severity} harvest-withdrawn: За одну публікацію вилучають багато наборів: ${gone} із ${all}.`,
  ];
  test.each<[all: number, gone: number, confirmed: number | undefined, told: string[]]>([
    [33, 2, undefined, []],
    [33, 3, undefined, []],
    [33, 4, undefined, many("warning", 33, 4)],
    [33, 10, undefined, many("warning", 33, 10)],
    [33, 11, undefined, many("error", 33, 11)],
    [33, 22, undefined, many("error", 33, 22)],
    [33, 22, 22, many("warning", 33, 22)],
    [33, 22, 21, many("error", 33, 22)],
    // Of a small portal a third is a set or two.
    [5, 2, undefined, []],
    [6, 4, undefined, many("warning", 6, 4)],
  ])("%i sets, %i gone, %s confirmed", (all, gone, confirmed, says) => {
    expect(told(all, gone, confirmed)).toEqual(says);
  });

  test("the way round is named, with the number to confirm", () => {
    const before = Array.from({ length: 9 }, (_, at) => set(`s${at}`));
    const stones = before.slice(1).map(({ iri }) => ({ ...stone, iri }));
    const [finding] = judgeHarvest(before, before.slice(0, 1), stones, "catalog.ttl");
    expect(finding?.hint).toContain("--withdrawn 8");
  });

  test("a set that was withdrawn before and is not in either catalogue is not counted", () => {
    const stones = Array.from({ length: 9 }, (_, at) => ({ ...stone, iri: `${base}/old-${at}` }));
    expect(judgeHarvest([stops, trees], [stops, trees], stones, "catalog.ttl")).toEqual([]);
  });
});

test("what each harvester would do: CKAN knows a set by its IRI, uData by its identifier", () => {
  const moved = {
    ...trees,
    iri: `${base}/green`,
    files: new Map([["x", `${base}/trees/table.csv`]]),
  };
  const changed = { ...stops, content: "new" };
  expect(replayHarvest([stops, trees], [changed, moved, set("routes")])).toEqual([
    {
      harvester: "CKAN (ckanext-dcat)",
      created: [moved.iri, `${base}/routes`],
      updated: [stops.iri],
      deleted: [trees.iri],
      filesKept: 1,
      filesRecreated: 0,
    },
    {
      harvester: "uData",
      created: ["routes"],
      updated: ["stops"],
      deleted: [],
      filesKept: 2,
      filesRecreated: 0,
    },
    {
      harvester: "piveau (data.europa.eu)",
      created: [moved.iri, `${base}/routes`],
      updated: [stops.iri],
      deleted: [trees.iri],
      filesKept: 1,
      filesRecreated: 0,
    },
  ]);
});

test("a file is the same by its IRI to CKAN, by its address to uData; a set without an IRI by its identifier", () => {
  const told = (before: HarvestedDataset, after: HarvestedDataset) =>
    replayHarvest([before], [after]).map(({ created, deleted, filesKept, filesRecreated }) =>
      [created, deleted, filesKept, filesRecreated].join(" "),
    );
  const address = `${base}/trees/table.csv`;
  // Created, deleted, files kept, files made anew: CKAN, uData, piveau.
  expect(told(trees, { ...trees, files: new Map([["x", address]]) })).toEqual([
    "  0 1",
    "  1 0",
    "  0 1",
  ]);
  expect(
    told(trees, { ...trees, files: new Map([[`${base}/trees/table`, "https://a.ua/b"]]) }),
  ).toEqual(["  1 0", "  0 0", "  1 0"]);
  const blank = (iri: string) => set("trees", { named: false, iri });
  expect(told(blank("_:a"), blank("_:b"))).toEqual(["  1 0", "  1 0", "_:b _:a 0 0"]);
  expect(
    told(blank("_:a"), set("stops", { named: false, iri: "_:a" })).map((run) => run.trim()),
  ).toEqual(["stops trees 0 0", "stops trees 0 0", "0 0"]);
});

test("what is said twice, or of nodes that name one another, is said once", () => {
  const read = (more: string) =>
    readHarvest(
      new Parser().parse(`
        @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
        <${base}/a> a dcat:Dataset ; dct:title "А" ; dcat:distribution <${base}/a/t>, <${base}/a/u> ; dct:relation _:x .
        <${base}/a/t> dcat:accessURL <${base}/a/> .
        _:x dct:relation _:y . _:y dct:relation _:x .
        <${base}/b> a dcat:Catalog ; dct:type dcat:Dataset .
        ${more}
      `),
    );
  const { datasets, next } = read("");
  expect(next).toBeUndefined();
  expect(datasets.map(({ iri, files }) => [iri, [...files]])).toEqual([
    [
      `${base}/a`,
      [
        [`${base}/a/t`, `${base}/a/`],
        [`${base}/a/u`, ""],
      ],
    ],
  ]);
  const contentOf = (more: string) => read(more).datasets[0]?.content;
  const turned = (list: string) =>
    readHarvest(
      new Parser().parse(`
        @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
        ${list} <${base}/a/t> dct:title "Т" . <${base}/a/u> dct:title "У" .
      `),
    ).datasets[0]?.content;
  expect(
    turned(`<${base}/a> a dcat:Dataset ; dcat:distribution <${base}/a/u>, <${base}/a/t> .`),
  ).toBe(turned(`<${base}/a> dcat:distribution <${base}/a/t>, <${base}/a/u> ; a dcat:Dataset .`));
  expect(contentOf(`<${base}/a> dct:title "А" .`)).toBe(contentOf(""));
  expect(contentOf(`<${base}/a/t> dct:title "Файл" .`)).not.toBe(contentOf(""));
  expect(contentOf(`_:y dct:title "Вузол" .`)).not.toBe(contentOf(""));
  expect(contentOf(`<${base}/b> dct:title "Інше" .`)).toBe(contentOf(""));
});

test("every node typed dcat:Dataset is a dataset, whoever points at it; blank nodes are compared by content", () => {
  const read = (period: string) =>
    readHarvest(
      new Parser().parse(`
        @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
        <${base}/a> a dcat:Dataset ; dct:title "А" ; dct:identifier "a" ;
          dct:temporal [ dcat:startDate "${period}" ] ; dcat:distribution <${base}/a/t> .
        <${base}/a/t> dcat:downloadURL <${base}/a/t.csv> .
        [] a dcat:Dataset ; dct:title "Б" .
        <https://data.example.gov.ua/catalog.ttl> <http://www.w3.org/ns/hydra/core#next> <https://data.example.gov.ua/catalog/2.ttl> .
      `),
    );
  const { datasets, next } = read("2025");
  expect(next).toBe("https://data.example.gov.ua/catalog/2.ttl");
  expect(
    datasets.map(({ iri, named, identifiers, title, files }) => [
      named ? iri : "",
      identifiers,
      title,
      [...files],
    ]),
  ).toEqual([
    [`${base}/a`, ["a"], "А", [[`${base}/a/t`, `${base}/a/t.csv`]]],
    ["", [], "Б", []],
  ]);
  const [a] = datasets;
  expect(read("2025").datasets[0]?.content).toBe(a?.content);
  expect(read("2026").datasets[0]?.content).not.toBe(a?.content);
});
