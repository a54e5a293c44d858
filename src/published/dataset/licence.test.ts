import { expect, test } from "vitest";
import type { Dataset } from "../../model/catalogue.ts";
import { examplePortal, stopsWith } from "../../rules/example-portal.ts";
import { catalogueOf } from "../../test/fixtures/generated-portal.ts";
import { buildDatasetGraph } from "../dcat/dcat.ts";
import { toCkanPackage } from "./ckan.ts";
import { toDataPackage } from "./datapackage.ts";

const imported = "importedFrom: https://example.org/dataset/stops";
const ogl = "https://example.org/open-government-licence";
/** The example set with another line of its licence, as each format has it. */
function published(line: string) {
  const catalogue = catalogueOf({
    ...examplePortal,
    ...stopsWith("licenses: [{ name: CC-BY-4.0 }]\n", line),
  });
  const dataset = catalogue.datasets[0] as Dataset;
  const graph = buildDatasetGraph(dataset, catalogue);
  return {
    dcat: graph.flatMap((node) => node["dct:license"] ?? []),
    documents: graph.filter((node) => node["@type"] === "dct:LicenseDocument"),
    ckan: toCkanPackage(dataset, catalogue),
    dataPackage: toDataPackage(dataset, catalogue),
  };
}

test("a set that came without a licence has none in any format: the portal's own fills no gap", () => {
  const own = published("licenses: [{ name: CC-BY-4.0 }]\n");
  expect(own.ckan).toMatchObject({ license_id: "cc-by", isopen: true });
  const unknown = published(`${imported}\n`);
  expect(unknown.dcat).toEqual([]);
  expect(unknown.ckan).toMatchObject({ license_id: "notspecified", isopen: false });
  expect(unknown.ckan).not.toHaveProperty("license_url");
  expect(unknown.dataPackage).not.toHaveProperty("licenses");
});

test("another portal's licence keeps its address and its name", () => {
  const foreign = published(`licenses: [{ title: OGL, path: "${ogl}" }]\n${imported}\n`);
  // Of the table and of its copies.
  expect(foreign.dcat).toEqual(Array(4).fill({ "@id": ogl }));
  expect(foreign.documents).toEqual([
    { "@id": ogl, "@type": "dct:LicenseDocument", "dct:title": [{ "@value": "OGL" }] },
  ]);
  expect(foreign.ckan).toMatchObject({ license_title: "OGL", license_url: ogl, isopen: false });
  expect(foreign.dataPackage).toMatchObject({ licenses: [{ title: "OGL", path: ogl }] });
});

test("a set whose language nobody knows names none", () => {
  const { ckan } = published(`${imported}\nlanguage: []\n`);
  expect(JSON.stringify(ckan)).not.toContain('"language"');
});
