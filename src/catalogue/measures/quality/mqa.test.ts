import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import type { Dataset } from "../../../model/catalogue.ts";
import { loadPortal } from "../../../site/portal.ts";
import { project } from "../../../test/fixtures/built-site.ts";
import { indexOf, readRdf } from "../../../test/fixtures/read-rdf.ts";
import { measureMqa, mqaMaximum } from "./mqa.ts";

const site = inject("site");
const { catalogue } = loadPortal(project, "2026-11-23");
const datasets = catalogue?.datasets ?? [];
const find = (id: string): Dataset => {
  const dataset = datasets.find((candidate) => candidate.id === id);
  if (!dataset) throw new Error(id);
  return dataset;
};

test("the assessment has 405 points", () => {
  expect(mqaMaximum).toBe(405);
});

test("a set whose files lie here has all 405, unless nobody knows which days it is about", () => {
  const own = datasets.filter(({ resources }) => resources.some(({ path }) => path));
  expect(own.length).toBeGreaterThan(15);
  const short = own.flatMap((dataset) => {
    const lost = measureMqa(dataset).metrics.filter(({ state }) => state !== "reached");
    return lost.length > 0 ? [[dataset.id, ...lost.map(({ metric }) => metric)]] : [];
  });
  // The sources of these tables name no date.
  expect(short.sort()).toEqual([
    ["exam-results", "temporal"],
    ["service-centres", "temporal"],
  ]);
});

test.each<[string, (dataset: Dataset) => Dataset, lost: string[], score: number]>([
  ["no keywords", (set) => ({ ...set, keywords: { uk: [], en: [] } }), ["keyword"], 375],
  ["no theme", (set) => ({ ...set, themes: [] }), ["theme"], 375],
  ["no period", ({ temporal: _, ...set }) => set, ["temporal"], 385],
  ["no licence", ({ licence: _, ...set }) => set, ["licence", "knownLicence"], 375],
  [
    "XLSX alone",
    (set) => ({ ...set, resources: set.resources.map((file) => ({ ...file, format: "XLSX" })) }),
    ["nonProprietary"],
    385,
  ],
  [
    "PDF alone",
    (set) => ({ ...set, resources: set.resources.map((file) => ({ ...file, format: "PDF" })) }),
    ["nonProprietary", "machineReadable"],
    365,
  ],
  [
    "the file is on another server",
    (set) => ({ ...set, resources: set.resources.map(({ path: _, ...file }) => file) }),
    ["accessUrlAnswers", "downloadUrlAnswers"],
    325,
  ],
  [
    "only a page is known, not the file",
    (set) => ({
      ...set,
      resources: set.resources.map(({ path: _, url: __, bytes: ___, ...file }) => file),
    }),
    ["accessUrlAnswers", "downloadUrl", "downloadUrlAnswers", "byteSize"],
    300,
  ],
  [
    "no file",
    (set) => ({ ...set, resources: [] }),
    [
      "accessUrlAnswers",
      "downloadUrl",
      "downloadUrlAnswers",
      "format",
      "mediaType",
      "vocabulary",
      "nonProprietary",
      "machineReadable",
      "licence",
      "knownLicence",
      "rights",
      "byteSize",
    ],
    185,
  ],
])("%s", (_, change, lost, score) => {
  const mqa = measureMqa(change(find("streets")));
  expect(
    mqa.metrics.filter(({ state }) => state !== "reached").map(({ metric }) => metric),
  ).toEqual(lost);
  expect(mqa.score).toBe(score);
});

const vocabulary = "http://publications.europa.eu/resource/authority";

/** The score of a published graph, counted from its triples alone, as data.europa.eu counts it. */
async function scoreOfGraph(id: string): Promise<number> {
  const index = indexOf(await readRdf(join(site, `dataset/${id}.ttl`)));
  const of = (node: string | undefined, name: string) => index.get(node ?? "")?.get(name) ?? [];
  const set = [...index].find(([, node]) =>
    node.get("type")?.includes("http://www.w3.org/ns/dcat#Dataset"),
  )?.[0];
  const has = (name: string, points: number) => (of(set, name).length > 0 ? points : 0);
  const served = (address: string | undefined): boolean =>
    address?.startsWith(`${catalogue?.portal.site}/`) === true &&
    statSync(join(site, new URL(address).pathname), { throwIfNoEntry: false })?.isFile() === true;
  const files = of(set, "distribution").map((file) => {
    const [format] = of(file, "format");
    const [media] = of(file, "mediaType");
    const name = format?.startsWith(`${vocabulary}/file-type/`) ? format.split("/").at(-1) : "";
    const rules: [boolean, number][] = [
      [served(of(file, "accessURL")[0]), 50],
      [of(file, "downloadURL").length > 0, 20],
      [served(of(file, "downloadURL")[0]), 30],
      [format !== undefined, 20],
      [media !== undefined, 10],
      [
        name !== "" && media?.startsWith("https://www.iana.org/assignments/media-types/") === true,
        10,
      ],
      [["CSV", "GEOJSON", "JSON", "ODS", "XML", "HTML", "ZIP"].includes(name ?? ""), 20],
      [["CSV", "GEOJSON", "JSON", "ODS", "XML", "XLS", "XLSX"].includes(name ?? ""), 20],
      [of(file, "license").length > 0, 20],
      [of(file, "license")[0]?.startsWith(`${vocabulary}/licence/`) === true, 10],
      [of(file, "rights").length > 0, 5],
      [of(file, "byteSize").length > 0, 5],
    ];
    return rules.reduce((sum, [holds, points]) => sum + (holds ? points : 0), 0);
  });
  const shaclClean = 30;
  return (
    Math.max(0, ...files) +
    shaclClean +
    has("keyword", 30) +
    has("theme", 30) +
    has("spatial", 20) +
    has("temporal", 20) +
    has("accessRights", 10) +
    (of(set, "accessRights")[0]?.startsWith(`${vocabulary}/access-right/`) ? 5 : 0) +
    has("contactPoint", 20) +
    has("publisher", 10) +
    has("issued", 5) +
    has("modified", 5)
  );
}

test("the score shown is the score of the published graph, for every set", async () => {
  const scores = await Promise.all(datasets.map(async ({ id }) => [id, await scoreOfGraph(id)]));
  expect(scores).toEqual(datasets.map((dataset) => [dataset.id, measureMqa(dataset).score]));
});
