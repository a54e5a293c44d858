import { expect, test } from "vitest";
import { type Catalogue, type Dataset, sharedOf } from "../../model/catalogue.ts";
import { catalogueOf } from "../../test/fixtures/generated-portal.ts";
import { publishedPortal } from "../../test/fixtures/published-portal.ts";
import { buildDatasetGraph } from "./dcat.ts";

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
