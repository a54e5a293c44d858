import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Parser } from "n3";
import { afterAll, describe, expect, inject, test } from "vitest";
import { runScript } from "../fixtures/built-site.ts";
import {
  type HarvestedDataset,
  judgeHarvest,
  readHarvest,
  replayHarvest,
  type Tombstone,
} from "./harvest.ts";

const site = inject("site");
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
  test.each<
    [situation: string, next: HarvestedDataset[], tombstones: Tombstone[], messages: string[]]
  >([
    ["nothing changed", [stops, trees], [], []],
    ["a dataset is new", [stops, trees, set("routes")], [], []],
    ["a dataset's data changed", [stops, { ...trees, content: "new" }], [], []],
    ["the catalogue is empty", [], [], ["У новому каталозі немає жодного набору."]],
    [
      "a dataset is gone",
      [stops],
      [],
      [`Набору «Набір trees» (${trees.iri}) у новому каталозі немає, і чому — ніде не сказано.`],
    ],
    ["a dataset is gone and buried", [stops], [stone], []],
    [
      "a dataset's IRI follows its new folder",
      [stops, { ...trees, iri: `${base}/green` }],
      [],
      [`Набір «Набір trees» змінив IRI: ${trees.iri} → ${base}/green.`],
    ],
    [
      "a tombstone does not excuse another IRI of the same dataset",
      [stops, { ...trees, iri: `${base}/green` }],
      [stone],
      [`Набір «Набір trees» змінив IRI: ${trees.iri} → ${base}/green.`],
    ],
    [
      "the host changed with the site",
      [stops, trees].map((one) => ({
        ...one,
        iri: one.iri.replace("data.example", "opendata.example"),
      })),
      [],
      [
        `Набір «Набір stops» змінив IRI: ${stops.iri} → https://opendata.example.gov.ua/dataset/stops.`,
        `Набір «Набір trees» змінив IRI: ${trees.iri} → https://opendata.example.gov.ua/dataset/trees.`,
      ],
    ],
    [
      "an identifier changed",
      [stops, { ...trees, identifiers: ["dereva"] }],
      [],
      ["Набір «Набір trees» змінив ідентифікатор: «trees» → «dereva»."],
    ],
    [
      "two datasets have one identifier",
      [stops, trees, set("routes", { identifiers: ["stops"] })],
      [],
      [`Ідентифікатор «stops» мають два набори: ${stops.iri} і ${base}/routes.`],
    ],
    [
      "a dataset has no identifier",
      [stops, trees, set("routes", { identifiers: [] })],
      [],
      [`Набір «${base}/routes» має ідентифікаторів: 0.`],
    ],
    [
      "a dataset has no title",
      [stops, trees, set("routes", { title: "" })],
      [],
      [`Набір «${base}/routes» не має назви.`],
    ],
    [
      "a dataset has no IRI",
      [stops, trees, set("routes", { named: false })],
      [],
      ["Набір «Набір routes» не має IRI."],
    ],
    [
      "a file is the same under another name",
      [stops, { ...trees, files: new Map([[`${base}/trees/dereva`, `${base}/trees/table.csv`]]) }],
      [],
      [
        `Файл «${base}/trees/table.csv» набору «Набір trees» змінив IRI: ${base}/trees/table → ${base}/trees/dereva.`,
      ],
    ],
    [
      "a file is gone",
      [stops, { ...trees, files: new Map() }],
      [],
      [`У наборі «Набір trees» більше немає файлу «${base}/trees/table.csv».`],
    ],
  ])("%s", (_, next, tombstones, messages) => {
    const findings = judgeHarvest([stops, trees], next, tombstones, "catalog.ttl");
    expect(findings.map(({ message }) => message)).toEqual(messages);
  });

  test("a file that is gone is a warning, all else an error", () => {
    const gone = judgeHarvest([trees], [{ ...trees, files: new Map() }], [], "catalog.ttl");
    expect(gone.map(({ severity }) => severity)).toEqual(["warning"]);
    const lost = judgeHarvest([stops, trees], [stops], [], "catalog.ttl");
    expect(lost.map(({ severity }) => severity)).toEqual(["error"]);
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

describe("npm run harvest-gate", () => {
  const folder = mkdtempSync(join(tmpdir(), "portal-gate-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const next = join(site, "catalog.ttl");

  test("the same catalogue in another serialisation changes nothing and may be published", () => {
    const { stdout, status } = runScript("harvest-gate", [
      "--previous",
      join(site, "catalog.jsonld"),
      "--next",
      next,
    ]);
    expect(stdout).toContain("створить — 0, оновить — 0, вилучить — 0\n");
    expect(stdout).toContain("Каталог можна публікувати.");
    expect(status).toBe(0);
  });

  test("a dataset that vanished stops it, and the sentence says what to do", () => {
    const previous = join(folder, "previous.ttl");
    const text = readFileSync(next, "utf8");
    writeFileSync(
      previous,
      `${text}\n<${base}/ghost> a <http://www.w3.org/ns/dcat#Dataset> ; <http://purl.org/dc/terms/title> "Привид"@uk ; <http://purl.org/dc/terms/identifier> "ghost" .\n`,
    );
    const { stdout, status } = runScript("harvest-gate", ["--previous", previous, "--next", next]);
    expect(stdout).toContain(
      `помилка: Набору «Привид» (${base}/ghost) у новому каталозі немає, і чому — ніде не сказано.\n  що зробити: Поверніть набір`,
    );
    expect(stdout).toContain("Каталог публікувати не можна: помилок — 1.");
    expect(status).toBe(1);
  });

  test("a previous catalogue that cannot be read stops it; the first publication says so itself", () => {
    for (const source of [join(folder, "absent.ttl"), join(folder, "half.jsonld")]) {
      writeFileSync(join(folder, "half.jsonld"), '{"@graph": [');
      expect(runScript("harvest-gate", ["--previous", source, "--next", next]).status).toBe(2);
    }
    expect(runScript("harvest-gate", ["--next", next]).status).toBe(2);
    expect(runScript("harvest-gate", ["--first", "--next", next]).status).toBe(0);
  });

  test("an empty catalogue is refused", () => {
    const empty = join(folder, "empty");
    mkdirSync(empty);
    writeFileSync(
      join(empty, "catalog.ttl"),
      "<https://data.example.gov.ua/catalog> a <http://www.w3.org/ns/dcat#Catalog> .\n",
    );
    copyFileSync(join(site, "changes.json"), join(empty, "changes.json"));
    const { stdout, status } = runScript("harvest-gate", [
      "--previous",
      next,
      "--next",
      join(empty, "catalog.ttl"),
    ]);
    expect(stdout).toContain("У новому каталозі немає жодного набору.");
    expect(status).toBe(1);
  });
});
