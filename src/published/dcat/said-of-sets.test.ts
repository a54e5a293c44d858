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

const shapes = join(project, "../shared/dcat-ap-shacl");
test
  .skipIf(!existsSync(shapes))
  .each(["shapes.ttl", "range.ttl", "dcat-ap-SHACL.ttl", "mdr-vocabularies.shape.ttl"])(
  "a withdrawn set, and one of unknown frequency in a series, have no violation of %s (skipped where the shapes folder is absent)",
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
    for (const dataset of [gone, trees]) {
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
