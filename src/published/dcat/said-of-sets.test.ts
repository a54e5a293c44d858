import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DataFactory, Parser, Store } from "n3";
import { Validator } from "shacl-engine";
import { expect, test } from "vitest";
import { type Catalogue, type Dataset, sharedOf } from "../../model/catalogue.ts";
import { project } from "../../test/fixtures/built-site.ts";
import { catalogueOf } from "../../test/fixtures/generated-portal.ts";
import { publishedPortal } from "../../test/fixtures/published-portal.ts";
import { buildDatasetGraph } from "./dcat.ts";
import { boxOf, polygon } from "./extent.ts";
import { serialisations } from "./rdf.ts";

const site = "https://data.example.gov.ua";
const frequency = (code: string) => ({
  "@id": `http://publications.europa.eu/resource/authority/frequency/${code}`,
});
const catalogue = catalogueOf(publishedPortal);
const setIn = ({ datasets }: Catalogue, id: string): Dataset => {
  const dataset = datasets.find((one) => one.id === id);
  if (!dataset) throw new Error(id);
  return dataset;
};
const nodeIn = (of: Catalogue, dataset: Dataset, iri: string) =>
  buildDatasetGraph(dataset, sharedOf(of)).find((node) => node["@id"] === iri);

test("a series has an identifier of its own, without which uData leaves it out", () => {
  const trees = setIn(catalogue, "trees-2025");
  expect(nodeIn(catalogue, trees, `${site}/series/trees`)).toMatchObject({
    "dct:identifier": [{ "@value": "series/trees" }],
    "dct:accrualPeriodicity": frequency("ANNUAL"),
  });
});

test("that nobody knows how often a set or a series is updated is said in the EU’s own word", () => {
  const yaml = "data/series/trees.yaml";
  const unsaid = catalogueOf({
    ...publishedPortal,
    [yaml]: (publishedPortal[yaml] ?? "").replace("frequency: yearly\n", ""),
  });
  const { frequency: _, ...trees } = setIn(unsaid, "trees-2025");
  for (const iri of [trees.iri, `${site}/series/trees`])
    expect(nodeIn(unsaid, trees, iri)).toMatchObject({
      "dct:accrualPeriodicity": frequency("UNKNOWN"),
    });
  expect(nodeIn(unsaid, trees, frequency("UNKNOWN")["@id"])).toMatchObject({
    "@type": ["dct:Frequency", "skos:Concept"],
  });
});

const valued = (dataset: Dataset): Dataset => ({
  ...dataset,
  passport: { ...dataset.passport, highValue: ["environment", "geospatial"] },
});

test("a set of high value names its categories and the regulation, each of its files the regulation too (DCAT-AP HVD 3.0.0)", () => {
  const trees = valued(setIn(catalogue, "trees-2025"));
  const law = { "@id": "http://data.europa.eu/eli/reg_impl/2023/138/oj" };
  expect(nodeIn(catalogue, trees, trees.iri)).toMatchObject({
    "dcatap:hvdCategory": [
      { "@id": "http://data.europa.eu/bna/c_dd313021" },
      { "@id": "http://data.europa.eu/bna/c_ac64a52d" },
    ],
    "dcatap:applicableLegislation": [law],
  });
  const graph = buildDatasetGraph(trees, sharedOf(catalogue));
  const files = graph.filter((node) => node["@type"] === "dcat:Distribution");
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) expect(file["dcatap:applicableLegislation"]).toEqual([law]);
  const plain = buildDatasetGraph(setIn(catalogue, "trees-2025"), sharedOf(catalogue));
  expect(JSON.stringify(plain)).not.toContain("2023/138");
});

test("a set with coordinates says where they lie, its GeoJSON how they are written; a set without says neither", () => {
  const trees = setIn(catalogue, "trees-2025");
  const wkt = [
    { "@value": expect.stringMatching(/^POLYGON\(\(-?[\d.]+ /), "@type": "gsp:wktLiteral" },
  ];
  expect(nodeIn(catalogue, trees, `${trees.iri}#extent`)).toMatchObject({
    "@type": "dct:Location",
    "dcat:bbox": wkt,
  });
  const graph = buildDatasetGraph(trees, sharedOf(catalogue));
  const crs = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
  expect(
    graph
      .filter((node) => JSON.stringify(node["dct:conformsTo"] ?? "").includes(crs))
      .map((node) => node["dct:format"]),
  ).toContainEqual({ "@id": "http://publications.europa.eu/resource/authority/file-type/GEOJSON" });
  const stops = setIn(catalogue, "stops");
  const without = JSON.stringify(buildDatasetGraph(stops, sharedOf(catalogue)));
  expect(without).not.toContain("#extent");
  expect(without).not.toContain(crs);
});

test.each<[string, [lat: string, lon: string][], string | undefined]>([
  [
    "two points",
    [
      ["48.4", "32.1"],
      ["48.6", "32.3"],
    ],
    "POLYGON((32.1 48.4,32.3 48.4,32.3 48.6,32.1 48.6,32.1 48.4))",
  ],
  ["one point", [["48.4", "32.1"]], undefined],
  [
    "coordinates in each other's place beyond a pole",
    [
      ["148.4", "32.1"],
      ["149", "33"],
    ],
    undefined,
  ],
])("the box of %s", (_, points, box) => {
  const column = (name: string, values: string[]) => ({
    field: { name, title: name, type: "number" },
    profile: { minimum: [...values].sort()[0], maximum: [...values].sort().at(-1) },
  });
  const table = {
    columns: [
      column(
        "lat",
        points.map(([lat]) => lat),
      ),
      column(
        "lon",
        points.map(([, lon]) => lon),
      ),
    ],
  };
  const found = boxOf({ resources: [{ table }, {}] } as unknown as Dataset);
  expect(found && polygon(found)).toBe(box);
});

const shapes = join(project, "../shared/dcat-ap-shacl");
test
  .skipIf(!existsSync(shapes))
  .each(["shapes.ttl", "range.ttl", "dcat-ap-SHACL.ttl", "mdr-vocabularies.shape.ttl"])(
  "a withdrawn set, one of unknown frequency in a series and one of high value have no violation of %s (skipped where the shapes folder is absent)",
  async (file) => {
    const shape = new Store(new Parser().parse(readFileSync(join(shapes, file), "utf8")));
    const validator = new Validator(shape, { factory: DataFactory });
    const { frequency: _, ...trees } = setIn(catalogue, "trees-2025");
    const gone = {
      ...trees,
      passport: {
        ...trees.passport,
        status: "withdrawn" as const,
        withdrawn: { date: "2026-02-01", reason: "Перелік веде область" },
      },
      replacedBy: `${site}/dataset/stops`,
    };
    for (const dataset of [gone, trees, valued(trees)]) {
      const turtle = serialisations.ttl.render(buildDatasetGraph(dataset, sharedOf(catalogue)));
      const report = (await validator.validate({
        dataset: new Store(new Parser().parse(turtle)),
      })) as { results: { severity: { value: string }; message: { value: string }[] }[] };
      const violations = report.results.filter(({ severity }) =>
        severity.value.endsWith("Violation"),
      );
      expect(violations.map(({ message }) => message.map(({ value }) => value))).toEqual([]);
    }
  },
);
